/** A kiosk and its screen at the other end of a line that is cut: `node far-kiosk.ts ORIGIN COOKIE`; it ends with its parent. */

import type { MatterId } from '../../../../schema/ids.ts';
import { createClient, insist, isLost, newRequestId } from '../../../../web/client.ts';
import { followBoard } from '../../../../web/follow-board.ts';

const [origin = '', cookie = ''] = process.argv.slice(2);
const kiosk = createClient(origin, { cookie });
const REST_MS = 50;
/** A person presses again after so long without an answer; the wish is the same one. */
const PATIENCE_MS = 2_000;

export type FromFarKiosk = { issued: string } | { stale: boolean; lastNumber: string | null };
const tell = (message: FromFarKiosk) => process.send?.(message);

followBoard(
  'kiosk',
  {
    onBoard: ({ rows }, stale) => tell({ stale, lastNumber: String(rows.queues[0]?.waiting ?? '') }),
    onRevoked: () => process.exit(3),
  },
  { origin, headers: { cookie } },
);

process.on('disconnect', () => process.exit(0));
for (;;) {
  const wish = { requestId: newRequestId(), matterIds: ['A-1' as MatterId], care: false, printing: false };
  const press = () => kiosk.tickets.issue(wish, { signal: AbortSignal.timeout(PATIENCE_MS) });
  for (;;) {
    try {
      const { number } = await insist(press);
      tell({ issued: number });
      break;
    } catch (error) {
      if (!isLost(error)) throw error;
    }
  }
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
}
