/** The domains of community work: Art. 11 what the hall sees to, Art. 12 what it coordinates, Art. 13 where it assists. */
import { z } from 'zod';
import type { Names } from '../../ids.ts';

const names = (hans: string, hant: string, en: string): Names => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

export const DOMAINS = {
  livelihood: { article: 11, names: names('民生保障', '民生保障', 'Livelihood') },
  'public-order': { article: 11, names: names('社会治安', '社會治安', 'Public order') },
  'family-planning': { article: 11, names: names('计划生育', '計劃生育', 'Family planning') },
  'city-management': { article: 11, names: names('城市管理', '城市管理', 'City management') },
  'human-resources': { article: 11, names: names('人力资源', '人力資源', 'Human resources') },
  education: { article: 11, names: names('教育', '教育', 'Education') },
  health: { article: 11, names: names('卫生', '衛生', 'Health') },
  sports: { article: 11, names: names('体育', '體育', 'Sports') },
  statistics: { article: 11, names: names('统计', '統計', 'Statistics') },
  'civil-affairs': { article: 11, names: names('民政', '民政', 'Civil affairs') },
  science: { article: 11, names: names('科普', '科普', 'Popular science') },
  ageing: { article: 11, names: names('老龄', '老齡', 'Senior citizens') },
  disability: { article: 11, names: names('残疾人', '殘疾人', 'Persons with disabilities') },
  'ethnic-religious': { article: 11, names: names('民族宗教', '民族宗教', 'Ethnic and religious affairs') },
  'overseas-chinese': { article: 11, names: names('侨务', '僑務', 'Overseas Chinese affairs') },
  'floating-population': { article: 11, names: names('流动人口', '流動人口', 'Floating population') },
  'joint-governance': { article: 12, names: names('综合治理', '綜合治理', 'Joint governance') },
  'civic-spirit': { article: 12, names: names('精神文明建设', '精神文明建設', 'Civic spirit') },
  'national-defence': { article: 12, names: names('国防教育', '國防教育', 'National defence education') },
  petitions: { article: 12, names: names('信访', '信訪', 'Petitions') },
  stability: { article: 12, names: names('维稳', '維穩', 'Social stability') },
  corrections: { article: 12, names: names('社区矫正', '社區矯正', 'Community corrections') },
  'drug-control': { article: 12, names: names('禁毒', '禁毒', 'Drug control') },
  police: { article: 13, names: names('公安', '公安', 'Police') },
  commerce: { article: 13, names: names('工商', '工商', 'Commerce') },
  tax: { article: 13, names: names('税务', '稅務', 'Tax') },
  'work-safety': { article: 13, names: names('安全生产', '安全生產', 'Work safety') },
  'labour-inspection': { article: 13, names: names('劳动监察', '勞動監察', 'Labour inspection') },
  'municipal-works': { article: 13, names: names('市政建设', '市政建設', 'Municipal works') },
  'city-appearance': { article: 13, names: names('市容环境', '市容環境', 'City appearance') },
  property: { article: 13, names: names('物业管理', '物業管理', 'Property management') },
  greening: { article: 13, names: names('绿化', '綠化', 'Greening') },
  environment: { article: 13, names: names('环保', '環保', 'Environment') },
  water: { article: 13, names: names('水务', '水務', 'Water') },
  traffic: { article: 13, names: names('交通', '交通', 'Traffic') },
  'quality-inspection': { article: 13, names: names('质监', '質監', 'Quality inspection') },
  'food-safety': { article: 13, names: names('食品安全', '食品安全', 'Food safety') },
  'culture-market': { article: 13, names: names('文化市场监管', '文化市場監管', 'Culture market') },
  'forest-fire': { article: 13, names: names('森林防火', '森林防火', 'Forest fire prevention') },
  rescue: { article: 13, names: names('抢险救灾', '搶險救災', 'Disaster relief') },
  emergency: { article: 13, names: names('应急', '應急', 'Emergency response') },
  fire: { article: 13, names: names('消防', '消防', 'Fire protection') },
} as const satisfies Record<string, { article: 11 | 12 | 13; names: Names }>;

export const Domain = z.enum(Object.keys(DOMAINS) as [keyof typeof DOMAINS, ...(keyof typeof DOMAINS)[]]);
export type Domain = z.infer<typeof Domain>;
