import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const names = (name: string) => ({ 'zh-Hans': name, 'zh-Hant': name, en: name });
const written = (name: string) => `{"zh-Hans":"${name}","zh-Hant":"${name}","en":"${name}"}`;
const recorded: Line = [
  at('00:00'),
  'hall:hall',
  {
    type: 'hall-recorded',
    key: 'h1',
    names: names('花溪'),
    telephone: '0851-1',
    address: '中山路 1 号',
    timeZone: 'Asia/Shanghai',
    sample: true,
    settings: { awayMs: 600000 },
  },
];
const settings = (time: string, said: Record<string, unknown>): Line => [
  at(time),
  'hall:hall',
  { type: 'settings-changed', settings: said },
];
const PLACE = { name: '区政府', address: '中山路 1 号', telephone: '0851-2' };
const OBJECT_TO = { authority: PLACE, court: PLACE };
const placed = (time: string, objectTo: typeof OBJECT_TO | null): Line => [
  at(time),
  'hall:hall',
  { type: 'objections-placed', objectTo },
];
const group = (time: string, id: string, name: string, order: number): Line => [
  at(time),
  `group:${id}`,
  { type: 'group-planned', names: names(name), order },
];
const counter = (time: string, id: string, label: string, letters: string[], inUse = true): Line => [
  at(time),
  `counter-plan:${id}`,
  { type: 'counter-planned', label, letters, inUse },
];

specify(['hall', 'groups', 'counters'], ({ changes, gives }) => {
  test('[S4] the hall has one row, and of its settings those that were said, each as it was said last', () => {
    changes('hall', [
      [
        recorded,
        {
          id: 1,
          key: 'h1',
          names: written('花溪'),
          telephone: '0851-1',
          address: '中山路 1 号',
          time_zone: 'Asia/Shanghai',
          sample: 1,
          settings: '{"awayMs":600000}',
          object_to: null,
        },
      ],
      [settings('01:00', { recallLimit: 2 }), { settings: '{"awayMs":600000,"recallLimit":2}' }],
      [placed('01:30', OBJECT_TO), { object_to: JSON.stringify(OBJECT_TO) }],
      [settings('02:00', { awayMs: 900000 }), { settings: '{"awayMs":900000,"recallLimit":2}' }],
      [placed('03:00', null), { object_to: null }],
    ]);
  });

  test('a group is as it was planned last, and another group is as it was', () => {
    gives(
      'groups',
      [group('00:00', 'A', '社保', 1), group('00:01', 'B', '民政', 2), group('00:02', 'A', '人社', 3)],
      [
        { letter: 'A', names: written('人社'), order: 3 },
        { letter: 'B', names: written('民政'), order: 2 },
      ],
    );
  });

  test('a counter that is out of use keeps its row', () => {
    gives(
      'counters',
      [
        counter('00:00', 'c1', '1', ['A']),
        counter('00:01', 'c2', '2', ['A', 'B']),
        counter('00:02', 'c1', '1', ['B'], false),
      ],
      [
        { id: 'c1', label: '1', letters: '["B"]', in_use: 0 },
        { id: 'c2', label: '2', letters: '["A","B"]', in_use: 1 },
      ],
    );
  });
});
