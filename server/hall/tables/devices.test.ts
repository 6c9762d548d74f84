import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const added: Line = [at('00:00'), 'device:d1', { type: 'device-added', kind: 'kiosk', name: '门口' }];
const ADDED = { id: 'd1', kind: 'kiosk', name: '门口', enrolled_at: null, revoked_at: null };

specify(['devices'], ({ changes, gives }) => {
  test('[S2] a device has since when it is enrolled and since when revoked, and keeps both', () => {
    changes('devices', [
      [added, ADDED],
      [[at('00:05'), 'device:d1', { type: 'device-enrolled' }], { enrolled_at: '2026-11-23T00:05:00.000Z' }],
      [[at('00:09'), 'device:d1', { type: 'device-revoked' }], { revoked_at: '2026-11-23T00:09:00.000Z' }],
    ]);
  });

  test('a device of before the ledger knew devices has the instants that were known, and another has its own', () => {
    const since = '2026-01-05T01:00:00.000Z';
    const other: Line = [at('00:01'), 'device:d2', { type: 'device-added', kind: 'display', name: '大厅' }];
    gives(
      'devices',
      [
        added,
        other,
        [at('00:02'), 'device:d1', { type: 'device-enrolled', since }],
        [at('00:03'), 'device:d1', { type: 'device-revoked', since: '2026-02-05T01:00:00.000Z' }],
      ],
      [
        { ...ADDED, enrolled_at: '2026-01-05T01:00:00.000Z', revoked_at: '2026-02-05T01:00:00.000Z' },
        { ...ADDED, id: 'd2', kind: 'display', name: '大厅' },
      ],
    );
  });
});
