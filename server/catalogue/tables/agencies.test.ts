import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const place = { name: '区医保局', address: '市民中心', telephone: '0851-0000 2001', hours: '工作日' };
const saved = (time: string, id: string, other: { inUse?: boolean; hours?: string } = {}): Line => [
  at(time),
  `agency:${id}`,
  { type: 'agency-saved', ...place, aliases: ['医保'], spelling: 'qu yi bao ju', inUse: true, ...other },
];
const ROW = {
  ...{ id: 'a', ...place, aliases: '["医保"]', spelling: 'qu yi bao ju' },
  ...{ in_use: 1, offered: 0 },
};

specify(['agencies'], ({ gives }) => {
  test('[C5] an agency is as it was saved last, and others stay', () => {
    gives(
      'agencies',
      [saved('01:00', 'a'), saved('01:01', 'b'), saved('01:02', 'b', { inUse: false, hours: '' })],
      [ROW, { ...ROW, id: 'b', in_use: 0, hours: '' }],
    );
  });

  test('[C5] an agency that is offered waits, not in use, until it is saved', () => {
    const offered: Line = [at('01:00'), 'agency:a', { type: 'agency-offered', ...place }];
    gives('agencies', [offered], [{ ...ROW, aliases: '[]', spelling: '', in_use: 0, offered: 1 }]);
    gives('agencies', [offered, saved('01:01', 'a')], [ROW]);
  });

  test('[C18] an agency whose offer was taken back is there no more', () => {
    const offered: Line = [at('01:00'), 'agency:a', { type: 'agency-offered', ...place }];
    const takenBack: Line = [at('01:01'), 'agency:a', { type: 'agency-offer-taken-back' }];
    gives('agencies', [offered, takenBack, saved('01:02', 'b')], [{ ...ROW, id: 'b' }]);
  });
});
