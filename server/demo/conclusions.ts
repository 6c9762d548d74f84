/** What clerks conclude in the demonstration, and what they write down. */

import type { Conclusion } from '../../schema/cases/conclusion.ts';
import type { Matter } from '../../schema/catalogue/catalogue.ts';
import type { Luck } from './luck.ts';
import { AGENCIES } from './sample/agencies.ts';

const ON_THE_SPOT = { done: 70, answered: 14, notice: 8, 'not-needed': 4, withdrawn: 4 };
const WITH_A_LIMIT = { accepted: 62, notice: 16, answered: 9, 'not-ours': 6, 'not-needed': 4, withdrawn: 3 };

const ANSWERS = [
  '已说明办理条件和所需材料，居民表示清楚。',
  '已告知可在网上或本大厅办理，并发放办事指南。',
  '已查询进度并当面答复，预计本月办结。',
];
const NOT_NEEDED = ['经核对已在有效期内，无需重新办理。', '系统中已登记，信息无误，不需再办。'];
/** Of the sample hall's directory; in a hall without one a second person looks at it (C6). */
const ELSEWHERE = AGENCIES.slice(0, 3).map(({ name: place, address, telephone }) => ({ place, address, telephone }));

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
      return { kind, ...luck.one(ELSEWHERE), note: '经核对职责，由对方窗口办理，已电话联系。' };
    case 'not-needed':
      return { kind, note: luck.one(NOT_NEEDED) };
    case 'withdrawn':
      return { kind, note: '居民表示改日再来。' };
    default:
      return kind satisfies never;
  }
}
