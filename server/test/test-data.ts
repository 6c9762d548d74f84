/** The small hall of the tests. */
import { IN_CATALOGUE } from '../../schema/catalogue/standing.ts';
import type { CounterId, Letter, MatterId } from '../../schema/ids.ts';
import type { HallData } from '../set-up.ts';

/** Three groups, four counters: 1 and 2 serve A, 3 serves A and B, 4 serves C; open 09:00–17:00 on workdays. */
export function testHallData(): HallData {
  const names = (text: string) => ({ 'zh-Hans': text, 'zh-Hant': text, en: text });
  const letters = ['A', 'B', 'C'] as Letter[];
  const matter = (letter: Letter, n: number) => ({
    id: `${letter}-${n}` as MatterId,
    letter,
    names: names(`事项 ${letter}${n}`),
    kind: 'general' as const,
    department: '民政',
    materials: [0, 1, 2].map((i) => ({ 'zh-Hans': `材料 ${i}`, 'zh-Hant': `材料 ${i}` })),
    limitDays: 20,
    limitUnit: 'working' as const,
    typicalMinutes: 10,
    fee: '免费',
    basis: '示例',
    evidence: 'drafted' as const,
    offered: true,
    standing: IN_CATALOGUE,
    aliases: [],
  });
  const counter = (label: string, of: string[]) => ({
    id: `c${label}` as CounterId,
    label,
    letters: of as Letter[],
    inUse: true,
  });
  const clerk = (account: string) => ({ account, name: `${account} 员`, role: 'clerk' as const, mayPick: true });
  return {
    hall: {
      key: `test${Math.random().toString(36).slice(2, 8)}`,
      names: names('测试大厅'),
      telephone: '0851-1',
      address: '贵阳',
      timeZone: 'Asia/Shanghai',
    },
    // Tests move the clock by hours: a screen that locks meanwhile is the subject of its own tests.
    settings: { idleLockMs: 12 * 3_600_000 },
    groups: letters.map((id, order) => ({ id, names: names(`组 ${id}`), order })),
    matters: letters.flatMap((letter) => [matter(letter, 1), matter(letter, 2)]),
    counters: [counter('1', ['A']), counter('2', ['A']), counter('3', ['A', 'B']), counter('4', ['C'])],
    clerks: [
      clerk('one'),
      clerk('two'),
      clerk('three'),
      clerk('four'),
      { account: 'boss', name: '主任', role: 'supervisor', mayPick: true },
      { account: 'admin', name: '管理员', role: 'administrator', mayPick: false },
    ],
    series: [
      {
        kind: 'regular',
        from: '09:00',
        to: '17:00',
        letters,
        counterIds: ['c1', 'c2', 'c3', 'c4'] as CounterId[],
        bookableShare: 0.5,
        days: 'workdays',
        everyWeeks: 1,
        firstDay: '2026-11-01',
      },
    ],
  };
}
