/** 200 commits one after the other on a fresh hall; run under a tracer that counts what reaches the disk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { openFolder } from '../../hall-folder.ts';
import { turnAway } from '../../line/acts/turn-away.ts';
import { setUpHall } from '../../set-up.ts';
import { openHall } from '../../subjects.ts';
import { testHallData } from '../test-data.ts';

const dir = mkdtempSync(join(tmpdir(), 'shouwen-commits-'));
const { store, release } = openFolder(dir);
let n = 0;
const hall = openHall(store, {
  newId: () => `id-${++n}`,
  onFault: (fault) => {
    throw fault;
  },
});
await setUpHall(hall, testHallData(), { sample: false, password: 'a-password-for-tests' });
process.stdout.write('begin\n');
for (let i = 0; i < Number(process.argv[2]); i++) {
  const actor = { kind: 'device', id: 'kiosk', device: 'kiosk' } as never;
  const input = { matterId: 'A-1' as MatterId, why: 'closed' } as const;
  await hall.commit({ command: 'turn-away', requestId: newRequestId(), actor }, (tx) => turnAway(tx, input));
}
// Not closed: a checkpoint at the end would add its own.
release();
rmSync(dir, { recursive: true, force: true });
process.exit(0);
