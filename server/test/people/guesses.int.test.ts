import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RESIDENT } from '../../../schema/who.ts';
import { createClient, newRequestId } from '../../../web/client.ts';
import { erasePeople } from '../../people/acts/residents.ts';
import { AT_ONCE } from '../../people/hashing.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { ROUTES } from '../../subjects.ts';
import { PASSWORD, refusalCode, signInAt, startTestHall, type TestHall } from '../harness.ts';

let test: TestHall;
beforeEach(async () => {
  test = await startTestHall();
});
afterEach(() => test.stop());

const NEXT = 'another-long-password';
const HOUSE = '192.168.1.20';
const ELSEWHERE = '203.0.113.';
const hall = () => test.system.hall;
const minutes = (n: number) => test.clock.advance(n * 60_000);
const rows = (sql: string) => test.system.store.db.prepare(sql).all();

type Place = { address: string; browser?: string | null };
type Answer = { refused: string; facts: { minutes?: number } } | { cookies: { kind: string; secret: string }[] };
async function signIn(account: string, password: string, { address, browser = null }: Place): Promise<Answer> {
  const asker = { actor: RESIDENT, secret: null, from: { address, browser, agent: '' } };
  return (await ROUTES.session.signIn(hall(), asker, { account, password })) as unknown as Answer;
}
const code = async (...asked: Parameters<typeof signIn>) => {
  const answer = await signIn(...asked);
  return 'refused' in answer ? answer.refused : 'accepted';
};
/** The secret by which the browser is known from then on. */
const browserOf = async (...asked: Parameters<typeof signIn>) => {
  const answer = await signIn(...asked);
  return 'cookies' in answer ? answer.cookies.find(({ kind }) => kind === 'browser')!.secret : null;
};
const wrongFrom = async (place: Place, times: number, account = 'two') => {
  const codes = [];
  for (let n = 0; n < times; n++) codes.push(await code(account, 'wrong', place));
  return codes;
};

describe('guessing at a password', () => {
  it('[S2] a hundred guesses at once from one place are five guesses', async () => {
    const guess = () => refusalCode(test.anybody().session.signIn({ account: 'two', password: 'no' }));
    const tried = await Promise.all(Array.from({ length: 100 }, guess));
    expect(tried.filter((one) => one === 'sign-in-failed').length).toBeLessThanOrEqual(5);
    expect(new Set(tried)).toEqual(new Set(['sign-in-failed', 'too-many-tries', 'too-fast']));
    expect(await guess()).toBe('too-many-tries');
  });

  it('[S2] a clerk who signed in at the hall’s address before gets in beside a crowd of guesses there and elsewhere', async () => {
    expect(await code('two', PASSWORD, { address: HOUSE })).toBe('accepted');
    const order: string[] = [];
    const note = (who: string, asked: Promise<string>) => asked.then((told) => void order.push(`${who} ${told}`));
    const crowd = Array.from({ length: 150 }, (_, n) => {
      const address = n % 2 ? HOUSE : ELSEWHERE + n;
      return note('crowd', code(`invented${n}`, 'wrong', { address }));
    });
    await Promise.all([...crowd, note('clerk', code('two', PASSWORD, { address: HOUSE }))]);
    const hashed = order.filter((one) => !one.endsWith('too-fast'));
    expect(hashed.filter((one) => one === 'crowd sign-in-failed').length).toBeGreaterThanOrEqual(100);
    expect(hashed.slice(0, 2 * AT_ONCE + 3)).toContain('clerk accepted');
    expect(order).toContain('crowd too-fast');
  });

  it('[S2] a guess that is refused because too many wait is not counted', async () => {
    const place = { address: HOUSE };
    const told = await Promise.all(Array.from({ length: 40 }, () => code('two', PASSWORD, place)));
    expect(new Set(told)).toEqual(new Set(['accepted', 'too-fast']));
    expect(await code('two', PASSWORD, place)).toBe('accepted');
  });

  it('[S2] wrong passwords of a stranger keep no clerk out, whatever the clerk’s address', async () => {
    for (const account of ['one', 'two', 'boss', 'admin']) await wrongFrom({ address: `${ELSEWHERE}1` }, 6, account);
    for (const account of ['one', 'two', 'boss', 'admin'])
      expect(await code(account, PASSWORD, { address: HOUSE })).toBe('accepted');
    expect(await code('two', PASSWORD, { address: `${ELSEWHERE}1` })).toBe('too-many-tries');
  });

  it('[S2] each wrong password after the fifth doubles the wait at its place, up to an hour', async () => {
    const place = { address: HOUSE };
    await wrongFrom(place, 5);
    const waits = [];
    for (let n = 0; n < 9; n++) {
      const answer = await signIn('two', PASSWORD, place);
      const wait = 'refused' in answer ? answer.facts.minutes! : 0;
      waits.push(wait);
      await minutes(wait);
      expect(await code('two', 'wrong', place)).toBe('sign-in-failed');
    }
    expect(waits).toEqual([1, 1, 2, 4, 8, 16, 32, 60, 60]);
    await minutes(60);
    expect(await code('two', PASSWORD, place)).toBe('accepted');
    expect(await wrongFrom(place, 5)).toEqual(Array(5).fill('sign-in-failed'));
  });

  it('[S2] a browser that signed in before is not slowed by others behind the same address', async () => {
    const browser = await browserOf('two', PASSWORD, { address: HOUSE });
    expect(await wrongFrom({ address: HOUSE }, 6)).toContain('too-many-tries');
    expect(await code('two', PASSWORD, { address: HOUSE, browser })).toBe('accepted');
    // It is a browser of the house for a colleague, too, whom strangers guess at there.
    expect(await wrongFrom({ address: HOUSE }, 6, 'one')).toContain('too-many-tries');
    expect(await code('one', PASSWORD, { address: HOUSE, browser })).toBe('accepted');
    expect(await browserOf('one', PASSWORD, { address: HOUSE, browser })).toBe(browser);
  });

  it('[S2] a secret that no browser was given makes no browser known', async () => {
    expect(await browserOf('two', PASSWORD, { address: HOUSE, browser: 'mine' })).not.toBe('mine');
    await wrongFrom({ address: `${ELSEWHERE}1`, browser: 'mine' }, 5);
    expect(await code('two', 'wrong', { address: `${ELSEWHERE}1`, browser: 'other' })).toBe('too-many-tries');
  });

  it('[S2] after a hundred wrong ones from strangers an account is open to known places alone, until one signs in', async () => {
    expect(await code('two', PASSWORD, { address: HOUSE })).toBe('accepted');
    for (let n = 0; n < 25; n++) await wrongFrom({ address: ELSEWHERE + n }, 4);
    const stranger = { address: `${ELSEWHERE}200` };
    expect(await code('two', PASSWORD, stranger)).toBe('sign-in-where-known');
    await minutes(3 * 24 * 60);
    expect(await code('two', PASSWORD, stranger)).toBe('sign-in-where-known');
    expect(await code('two', PASSWORD, { address: HOUSE })).toBe('accepted');
    expect(await code('two', PASSWORD, stranger)).toBe('accepted');
  });

  it('[S2] a new password from an administrator opens the account to strangers again', async () => {
    for (let n = 0; n < 25; n++) await wrongFrom({ address: ELSEWHERE + n }, 4);
    expect(await code('two', PASSWORD, { address: HOUSE })).toBe('sign-in-where-known');
    const admin = await test.clerk('admin');
    const clerk = hall().read(clerks).byAccount('two')!;
    const { password } = await admin.administration.saveClerk({ requestId: newRequestId(), clerk, newPassword: true });
    expect(await code('two', password!, { address: HOUSE })).toBe('accepted');
  });

  it('[S2] an invented account waits like one that exists, and what was typed is not kept', async () => {
    const invented = 'my-secret-password';
    const place = { address: HOUSE };
    expect(await wrongFrom(place, 8, invented)).toEqual(await wrongFrom(place, 8, 'two'));
    for (let n = 0; n < 25; n++) await wrongFrom({ address: ELSEWHERE + n }, 4, invented);
    expect(await code(invented, 'wrong', { address: `${ELSEWHERE}200` })).toBe('sign-in-where-known');
    expect(JSON.stringify(rows('SELECT account FROM sign_in_tries'))).not.toContain('secret');
  });

  it('[S2] a right password clears the wrong ones before it', async () => {
    for (let round = 0; round < 3; round++) {
      expect(await wrongFrom({ address: HOUSE }, 4)).toEqual(Array(4).fill('sign-in-failed'));
      expect(await code('two', PASSWORD, { address: HOUSE })).toBe('accepted');
    }
  });

  it('[S2] the present password is guessed no faster than at the sign-in, and a weak new one is no guess', async () => {
    const clerk = await test.clerk('two');
    const change = (present: string, next: string) => refusalCode(clerk.session.changePassword({ present, next }));
    for (let n = 0; n < 9; n++) expect(await change('wrong', 'short')).toBe('password-too-weak');
    for (let n = 0; n < 5; n++) expect(await change(`wrong-${n}`, NEXT)).toBe('sign-in-failed');
    expect(await change(PASSWORD, NEXT)).toBe('too-many-tries');
    const sameBrowser = createClient(test.origin, { cookie: test.cookieOf(clerk) });
    expect(await refusalCode(sameBrowser.session.signIn({ account: 'two', password: PASSWORD }))).toBe(
      'too-many-tries',
    );
    await minutes(1);
    expect(await change(PASSWORD, NEXT)).toBe('accepted');
  });

  it('[S2] [P1] a known place is a keyed hash with an end, and out of reach of scripts', async () => {
    const { cookie } = await signInAt(test.origin, '/session', { account: 'two', password: PASSWORD });
    expect(cookie).toContain('shouwen-browser=');
    const response = await fetch(`${test.origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ account: 'two', password: PASSWORD }),
    });
    const again = response.headers.getSetCookie().find((one) => one.startsWith('shouwen-browser='))!;
    expect(again).toMatch(/HttpOnly; SameSite=Strict/);
    expect(cookie).toContain(again.split(';')[0]);
    const places = rows('SELECT place, until FROM known_places') as { place: Buffer; until: string }[];
    expect(places).toHaveLength(2);
    expect(places.map(({ place }) => place.length)).toEqual([16, 16]);
    await minutes(91 * 24 * 60);
    const wish = { command: 'erase', requestId: null, actor: RESIDENT };
    await hall().commit(wish, (tx) => ({ erased: erasePeople(tx, { day: tx.day }) }));
    expect(rows('SELECT * FROM known_places')).toEqual([]);
    expect(rows('SELECT * FROM sign_in_tries')).toEqual([]);
  });
});
