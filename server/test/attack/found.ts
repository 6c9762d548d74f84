/** What was found open once, tried once each: what was got, or null (S2, S3, P1, P3). */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ClerkId, CounterId } from '../../../schema/ids.ts';
import { createClient, newRequestId } from '../../../web/client.ts';
import { PASSWORD, refusalCode, signInAt } from '../harness.ts';
import type { Target } from './target.ts';

type Try = (target: Target) => Promise<string | null>;

const wish = () => ({ requestId: newRequestId() });
const WEAK = ['1234567890', 'aaaaaaaaaaaa', ' '.repeat(12), 'password1234', 'qwertyuiop123'];
/** An account that reads like one that is there. */
const LOOK_ALIKES = ['administrator\u200b', '\u0430dministrator', 'x\r\ny'];
/** Numbers of strangers that a thief at a kiosk has seen on the display. */
const NUMBERS = 20;

export const TRIES: Record<string, Try> = {
  'F6: another account of the machine reads the hall’s folder': async ({ dataDir }) => {
    const all = ['.', ...readdirSync(dataDir, { recursive: true }).map(String)];
    const open = all.filter((name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0);
    return open.length > 0 ? `open to others: ${open.join(', ')}` : null;
  },

  'F17: somebody blocked goes on with the ticket at the counter': async ({ origin, administrator, blocked }) => {
    const counterId = 'counter-2' as CounterId;
    const { client } = await signInAt(origin, '/session', { account: blocked, password: PASSWORD });
    await client.counters.open({ ...wish(), counterId });
    const { number } = await client.tickets.callNext({ ...wish(), counterId });
    const clerkId = (await administrator.administration.clerks({})).find(({ account }) => account === blocked)!.id;
    await administrator.administration.block({ ...wish(), clerkId: clerkId as ClerkId, reason: '账号疑似被盗用' });
    const after = await refusalCode(client.tickets.callNext({ ...wish(), counterId }));
    if (after !== 'not-signed-in') return `the session goes on: ${after}`;
    const { rows } = await administrator.boards.staff({});
    const ticket = rows.tickets.find((one) => one.number === number);
    // Another counter calls meanwhile, and may have it already.
    const isStuck = !ticket || (['called', 'serving'].includes(ticket.phase) && ticket.counterId === counterId);
    return isStuck ? `${number} is ${ticket?.phase ?? 'nowhere'}, and nobody calls it` : null;
  },

  'F18: a number alone is enough at a kiosk': async ({ origin, thiefCookie }) => {
    const kiosk = createClient(origin, { cookie: thiefCookie });
    for (let n = 1; n <= NUMBERS; n++) {
      const number = `A${String(n).padStart(3, '0')}`;
      const told = await kiosk.tickets.place({ number }).catch(() => ({}));
      if ('link' in told) return `the link of ${number}`;
      const act = { ...wish(), link: number, act: { kind: 'withdraw' as const } };
      const answer = await refusalCode(kiosk.tickets.act(act));
      if (answer !== 'link-unknown' && answer !== 'input-invalid') return `${number}: ${answer}`;
    }
    return null;
  },

  'F23: a weak password, and an account that reads like another': async ({
    origin,
    administrator,
    blocked,
    accounts,
  }) => {
    const account = accounts.filter((one) => one !== blocked).at(-1)!;
    const { client } = await signInAt(origin, '/session', { account, password: PASSWORD });
    for (const next of WEAK) {
      const answer = await refusalCode(client.session.changePassword({ present: PASSWORD, next }));
      if (!/^password-(too-weak|guessable)$/.test(answer)) return `${JSON.stringify(next)}: ${answer}`;
    }
    for (const like of LOOK_ALIKES) {
      const clerk = { account: like, name: '冒名', role: 'clerk' as const, mayPick: false, maySignIn: true };
      const answer = await refusalCode(
        administrator.administration.saveClerk({ ...wish(), clerk: clerk as never, newPassword: false }),
      );
      if (answer === 'accepted') return `the account ${JSON.stringify(like)}`;
    }
    return null;
  },
};
