/** Where the sample hall sends residents. Places are invented, and no telephone number of China begins with 0 after its area code. */
import { AgencyPlan } from '../../../schema/catalogue/agency.ts';

const HOURS = '工作日 9:00–12:00、13:00–17:00';

const agency = (name: string, address: string, telephone: string, aliases: string[], hours = HOURS) =>
  AgencyPlan.parse({ name, address: `${address}（示例）`, telephone, aliases, hours, inUse: true });

export const AGENCIES: AgencyPlan[] = [
  agency('区市民中心医疗保障窗口', '贵阳市示范大道 1 号 2 楼', '0851-0000 2001', ['医保局', '医保中心', '报销']),
  agency('区不动产登记中心', '贵阳市示范大道 1 号 3 楼', '0851-0000 2002', ['房产证', '过户', '房管局']),
  agency('和润派出所户籍室', '贵阳市和润路 6 号', '0851-0000 2003', ['公安', '身份证', '户口']),
  agency('区婚姻登记处', '贵阳市明湖路 12 号', '0851-0000 2004', ['民政局', '结婚证', '离婚'], '周一至周六 9:00–16:30'),
  agency('住房公积金管理中心', '贵阳市云桥街 40 号', '0851-0000 2005', ['公积金', '贷款']),
  agency('区税务局办税服务厅', '贵阳市云桥街 18 号', '0851-0000 2006', ['发票', '个税', '契税']),
  agency('区车辆管理所', '贵阳市北环路 200 号', '0851-0000 2007', ['驾驶证', '车管所', '行驶证'], '工作日 8:30–16:30'),
  agency('区人民法院诉讼服务中心', '贵阳市正义路 3 号', '0851-0000 2008', ['起诉', '立案', '法庭']),
  agency('区劳动人事争议仲裁院', '贵阳市明湖路 30 号', '0851-0000 2009', ['欠薪', '劳动仲裁', '工资']),
  agency('市公证处', '贵阳市正义路 9 号', '0851-0000 2010', ['公证', '继承'], '周一至周五 9:00–17:00'),
];
