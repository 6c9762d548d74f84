/** Who checks in, found without being guessed at (H8, S2): four digits are guessed in 10,000 tries. */
import type { Appointment } from '../../../schema/hours/appointment.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { LAST_FOUR } from '../../../schema/typed/numbers.ts';
import { actorName } from '../../../schema/who.ts';
import type { Tx } from '../../ledger/commit.ts';
import { addTry, restsOf } from '../../people/acts/tries.ts';
import { appointmentOfCode } from '../views/find-appointment.ts';

const CHECK_IN_TRIES = 'check-in:';
/** Wrong ones of any kind before the device rests: a code has six digits, and a day has many. */
const FREE_TRIES = 20;

/** A wrong one is answered as a value, not as a refusal: that would undo the count of the try. */
export type Found = { appointment: Appointment } | { wrong: Refusal };

/** After some wrong ones a device, or a clerk, takes no last four: a code or the full number is no guess. */
export function findForCheckIn(tx: Tx, code: string): Found | Refusal {
  const key = CHECK_IN_TRIES + actorName(tx.actor);
  const rests = restsOf(tx, [{ key, free: FREE_TRIES }]);
  if (rests) return rests;
  const isGuess = LAST_FOUR.test(code);
  if (isGuess && restsOf(tx, [{ key, free: tx.settings.lastFourTries }])) return refuse('full-number-needed');
  const appointment = appointmentOfCode(tx, code);
  if (!isRefusal(appointment)) return { appointment };
  addTry(tx, key, tx.settings.lastFourTriesMs);
  return { wrong: appointment };
}
