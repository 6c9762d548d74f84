/** What clerks conclude in the demonstration, and what they write down. Its places and telephones are invented. */

import type { Conclusion } from '../../schema/cases/conclusion.ts';
import type { Matter } from '../../schema/catalogue/catalogue.ts';
import type { Luck } from './luck.ts';

const ON_THE_SPOT = { done: 70, answered: 14, notice: 8, 'not-needed': 4, withdrawn: 4 };
const WITH_A_LIMIT = { accepted: 62, notice: 16, answered: 9, 'not-ours': 6, 'not-needed': 4, withdrawn: 3 };

const ANSWERS = [
  '已说明办理条件和所需材料，居民表示清楚。',
  '已告知可在网上或本大厅办理，并发放办事指南。',
  '已查询进度并当面答复，预计本月办结。',
];
const NOT_NEEDED = ['经核对已在有效期内，无需重新办理。', '系统中已登记，信息无误，不需再办。'];
const ELSEWHERE = [
  { place: '区政务服务中心综合窗口', address: '示例区示例路 1 号一楼', telephone: '0851-0000 2001' },
  { place: '示例派出所户籍窗口', address: '示例区示例路 12 号', telephone: '0851-0000 2002' },
  { place: '区市场监督管理局登记窗口', address: '示例区示例大道 5 号二楼', telephone: '0851-0000 2003' },
];

export function concludeOne(matter: Matter, luck: Luck): Conclusion {
  const kind = luck.weighed<keyof typeof ON_THE_SPOT | keyof typeof WITH_A_LIMIT>(
    (matter.limitDays === 0 ? ON_THE_SPOT : WITH_A_LIMIT) as Record<Conclusion['kind'], number>,
  );
  switch (kind) {
    case 'done':
      return { kind, note: '' };
    case 'answered':
      return { kind, note: luck.one(ANSWERS) };
    case 'accepted':
      return { kind, note: '材料齐全，予以受理。' };
    case 'notice': {
      const all = matter.materials.map(({ id }) => id);
      const missing = all.filter(() => luck.often(0.35));
      return { kind, missing: missing.length > 0 ? missing : all.slice(0, 1), note: '' };
    }
    case 'not-ours':
      return { kind, ...luck.one(ELSEWHERE), note: '已电话联系对方窗口。' };
    case 'not-needed':
      return { kind, note: luck.one(NOT_NEEDED) };
    case 'withdrawn':
      return { kind, note: '居民表示改日再来。' };
    default:
      return kind satisfies never;
  }
}
