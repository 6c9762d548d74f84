/** The sample hall: plain data to try everything with. Its place and people are invented; its matters say how well evidenced they are. */
import { z } from 'zod';
import type { AgencyPlan } from '../../../schema/catalogue/agency.ts';
import { MatterPlan } from '../../../schema/catalogue/catalogue.ts';
import { CounterPlan, MatterGroup } from '../../../schema/hall/plan.ts';
import { SeriesPlan } from '../../../schema/hours/opening.ts';
import { type Day, Letter, type Names } from '../../../schema/ids.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';
import { AGENCIES } from './agencies.ts';
import catalogue from './catalogue.json' with { type: 'json' };
import { sampleStanding } from './standings.ts';

export type SampleHall = {
  hall: { key: string; names: Names; telephone: string; address: string; timeZone: 'Asia/Shanghai' };
  groups: MatterGroup[];
  matters: MatterPlan[];
  counters: CounterPlan[];
  clerks: Pick<Clerk, 'account' | 'name' | 'role' | 'mayPick'>[];
  series: SeriesPlan[];
  agencies: AgencyPlan[];
};

/** `firstDay`: from when its series run. The shapes are checked, so a slip in the data is a fault at once. */
export function sampleHall(firstDay: Day): SampleHall {
  return {
    hall: {
      key: 'herun',
      names: { 'zh-Hans': '和润社区办事大厅', 'zh-Hant': '和潤社區辦事大廳', en: 'Herun Community Hall' },
      // No telephone number of China begins with 0 after the area code: nobody is rung by mistake.
      telephone: '0851-0000 1234',
      address: '贵阳市和润路 28 号（示例）',
      timeZone: 'Asia/Shanghai',
    },
    groups: catalogue.groups.map((group, i) => MatterGroup.parse({ ...group, order: i + 1 })),
    matters: catalogue.matters
      .map((matter) => MatterPlan.parse({ ...matter, offered: true }))
      .map((matter) => ({ ...matter, standing: sampleStanding(matter, firstDay) })),
    counters: COUNTERS.map((letters, i) => CounterPlan.parse({ ...numbered(i + 1), letters: [...letters] })),
    clerks: CLERKS,
    series: seriesFrom(firstDay),
    agencies: AGENCIES,
  };
}

/** Which groups each counter serves: at least two counters for each group, so that one may pause. */
const COUNTERS = ['AH', 'AD', 'BC', 'B', 'BC', 'CD', 'EF', 'EG', 'EFH', 'AFGH'];
const ALL = Letter.array().parse([...'ABCDEFGH']);

const numbered = (n: number) => ({ id: `counter-${n}`, label: String(n), inUse: true });
const counterIds = (...numbers: number[]) => numbers.map((n) => numbered(n).id);

function seriesFrom(firstDay: Day): SeriesPlan[] {
  const every = { everyWeeks: 1, firstDay };
  const regular = {
    ...every,
    kind: 'regular',
    days: 'workdays',
    letters: ALL,
    counterIds: counterIds(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
    bookableShare: 0.5,
  };
  return z.array(SeriesPlan).parse([
    { ...regular, from: '09:00', to: '12:00' },
    { ...regular, from: '13:00', to: '17:00' },
    {
      ...every,
      kind: 'staggered',
      days: [3],
      from: '17:30',
      to: '20:00',
      letters: ['B', 'C', 'E'],
      counterIds: counterIds(3, 5, 7, 8),
      bookableShare: 0.6,
    },
    {
      ...every,
      kind: 'weekend',
      days: [6],
      from: '09:30',
      to: '12:00',
      letters: ['A', 'B', 'C', 'D', 'E'],
      counterIds: counterIds(2, 3, 6, 7, 8),
      bookableShare: 0.6,
    },
  ]);
}

const clerk = (account: string, name: string, mayPick = false) => ({ account, name, role: 'clerk' as const, mayPick });
const CLERKS: SampleHall['clerks'] = [
  clerk('wangfang', '王芳', true),
  clerk('liuyang', '刘洋'),
  clerk('chenjing', '陈静'),
  clerk('zhaolei', '赵磊'),
  clerk('luomin', '罗敏', true),
  clerk('yangxue', '杨雪'),
  clerk('huangqiang', '黄强'),
  clerk('wuxiaomei', '吴小梅'),
  clerk('zhoujie', '周杰'),
  clerk('longchunyan', '龙春燕'),
  clerk('tianhao', '田浩'),
  clerk('shiyulan', '石玉兰'),
  { account: 'supervisor', name: '何建国', role: 'supervisor', mayPick: true },
  { account: 'administrator', name: '谢文丽', role: 'administrator', mayPick: false },
];
