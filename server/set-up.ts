/** A hall's first start: the sample hall, or an empty one with a one-time link for its first administrator. */
import { randomBytes } from 'node:crypto';
import type { AgencyPlan } from '../schema/catalogue/agency.ts';
import type { MatterPlan } from '../schema/catalogue/catalogue.ts';
import type { Device } from '../schema/hall/device.ts';
import type { CounterPlan, MatterGroup } from '../schema/hall/plan.ts';
import type { SeriesPlan } from '../schema/hours/opening.ts';
import type { CaseId, ClerkId, Names } from '../schema/ids.ts';
import type { Clerk } from '../schema/people/clerk.ts';
import { isRefusal } from '../schema/refusal.ts';
import type { Settings } from '../schema/settings.ts';
import { CHINA_ZONE, localTime } from '../schema/time.ts';
import type { StaffRole } from '../schema/who.ts';
import { CLOCK } from '../schema/who.ts';
import { watchUnwatched } from './cases/acts/step-case.ts';
import { caseLists } from './cases/tables/case-lists.ts';
import { saveAgency } from './catalogue/acts/agencies.ts';
import { addMatter, spellMatter } from './catalogue/acts/change-matter.ts';
import { spell, spellingOf } from './catalogue/spelling.ts';
import { matters } from './catalogue/tables/matters.ts';
import { othersThan } from './hall/acts/change-settings.ts';
import { addDevice } from './hall/acts/enrol-device.ts';
import { keepFirstSecret } from './hall/acts/first-secrets.ts';
import { planCounter, planGroup, recordHall } from './hall/acts/plan-hall.ts';
import { addSeries } from './hours/acts/plan-openings.ts';
import type { Hall } from './ledger/hall.ts';
import { makeFirstLink } from './people/acts/first-administrator.ts';
import { keyPeople as keyUnkeyed } from './people/acts/residents.ts';
import { newPassword, storeClerk, storePassword } from './people/acts/save-clerk.ts';
import { hashApart } from './people/hashing.ts';
import { encodePassword } from './people/password.ts';
import { clerks } from './people/tables/clerks.ts';
import { people } from './people/tables/people.ts';

/** What a hall begins with. `source` of a matter is where its materials and limit were found. */
export type HallData = {
  hall: { key: string; names: Names; telephone: string; address: string; timeZone: string };
  groups: MatterGroup[];
  matters: (MatterPlan & { source?: string })[];
  counters: CounterPlan[];
  clerks: Pick<Clerk, 'account' | 'name' | 'role' | 'mayPick'>[];
  series: SeriesPlan[];
  /** C5: where residents are sent. */
  agencies?: AgencyPlan[] | undefined;
  /** The others have the defaults of the program. */
  settings?: Partial<Settings>;
};

export type Welcome = {
  passwords: { account: string; name: string; role: StaffRole; password: string }[];
  devices: { device: Device; url: string }[];
};

/** Each account with its first password and the hash of it: the one given, or one of its own each. */
export type FirstPasswords = { account: string; password: string; encoded: string }[];

/** Takes a third of a second of other threads; begun early, it holds nothing up. */
export function hashFirstPasswords(clerks: HallData['clerks'], password: string | null): Promise<FirstPasswords> {
  return hashApart(async (hash) => {
    const hashed: FirstPasswords = [];
    for (const { account } of clerks) {
      const own = password ?? newPassword();
      hashed.push({ account, password: own, encoded: await encodePassword(hash, own) });
    }
    return hashed;
  });
}

/**
 * Fills an empty file, all of it in one transaction: a start that is cut off leaves a hall or nothing. Openings are
 * expanded by their job. The sample hall's own passwords and all enrolment codes are kept, sealed, until they are used.
 */
export async function setUpHall(
  hall: Hall,
  data: HallData,
  options: {
    sample: boolean;
    password: string | null;
    settings?: Partial<Settings>;
    /** Where hashing began before: its outcome for the same clerks. */
    hashed?: Promise<FirstPasswords>;
  },
): Promise<Welcome> {
  const hashed = await (options.hashed ?? hashFirstPasswords(data.clerks, options.password));
  const first = new Map(hashed.map((one) => [one.account, one]));
  const devices: Welcome['devices'] = [];
  const spelt = await Promise.all(
    data.matters.map(async (one) => ({ source: '', ...one, spelling: await spellingOf(one) })),
  );
  const listed = await Promise.all(
    (data.agencies ?? []).map(async (agency) => ({ agency, spelling: await spell([agency.name, ...agency.aliases]) })),
  );
  const made = await hall.commit({ command: 'set-up', requestId: null, actor: CLOCK }, (tx) => {
    const settings = othersThan(tx.settings, { ...data.settings, ...options.settings });
    recordHall(tx, { ...data.hall, sample: options.sample, settings });
    for (const group of data.groups) planGroup(tx, group);
    for (const matter of spelt) addMatter(tx, matter);
    for (const counter of data.counters) planCounter(tx, counter);
    for (const clerk of data.clerks) {
      const id = tx.newId() as ClerkId;
      const { encoded, password } = first.get(clerk.account)!;
      const mustChangePassword = options.password === null;
      storeClerk(tx, { ...clerk, id, active: true });
      storePassword(tx, id, { encoded, mustChange: mustChangePassword });
      if (options.sample && mustChangePassword) keepFirstSecret(tx, { kind: 'password', ref: id, text: password });
    }
    for (const one of listed) saveAgency(tx, one);
    for (const plan of data.series) addSeries(tx, plan);
    // The unit may run twice; only what its last run made is in the file.
    devices.length = 0;
    for (const kind of ['kiosk', 'display'] as const) {
      const made = addDevice(tx, { kind, name: `${kind} 1` });
      keepFirstSecret(tx, { kind: 'code', ref: made.device.id, text: made.code });
      devices.push(made);
    }
    return {};
  });
  if (isRefusal(made)) throw new Error(`the set-up was refused: ${made.refused}`);
  const passwords = data.clerks.map(({ account, name, role }) => {
    const { password } = first.get(account)!;
    return { account, name, role, password };
  });
  return { passwords, devices };
}

/** Production: an empty hall, with nobody in it. */
export async function setUpEmpty(hall: Hall): Promise<void> {
  const made = await hall.commit({ command: 'set-up', requestId: null, actor: CLOCK }, (tx) => {
    const names = { 'zh-Hans': '办事大厅', 'zh-Hant': '辦事大廳', en: 'Community hall' };
    const place = { telephone: '', address: '', timeZone: CHINA_ZONE };
    const key = randomBytes(6).toString('hex');
    recordHall(tx, { key, names, ...place, sample: false, settings: {} });
    return {};
  });
  if (isRefusal(made)) throw new Error(`the set-up was refused: ${made.refused}`);
}

/** While a hall has no administrator, each start makes a link: who has it becomes the first one, once. */
export async function firstAdministratorLink(hall: Hall): Promise<string | null> {
  const people = [...hall.read(clerks).all().values()];
  if (people.some((clerk) => clerk.role === 'administrator' && clerk.active)) return null;
  const made = await hall.commit({ command: 'first-link', requestId: null, actor: CLOCK }, makeFirstLink);
  return isRefusal(made) ? null : made.token;
}

/** At every start: matters of a file that an older program wrote get their spelling (L3). */
export async function spellMatters(hall: Hall): Promise<void> {
  const unspelt = [...hall.read(matters).all().values()].filter((matter) => matter.spelling === '');
  if (unspelt.length === 0) return;
  const spelt = await Promise.all(unspelt.map(async (matter) => [matter.id, await spellingOf(matter)] as const));
  await hall.commit({ command: 'spell-matters', requestId: null, actor: CLOCK }, (tx) => {
    for (const [id, spelling] of spelt) spellMatter(tx, id, spelling);
    return {};
  });
}

/** At every start: people of a file that an older program wrote get their keys (H12). */
export async function keyPeople(hall: Hall): Promise<void> {
  if (!hall.read(people).hasUnkeyed()) return;
  await hall.commit({ command: 'key-people', requestId: null, actor: CLOCK }, keyUnkeyed);
}

/** At every start: cases of a file that an older program wrote, and that nobody looks at again, are looked at (C10). */
export async function watchCases(hall: Hall): Promise<void> {
  const lists = hall.read(caseLists);
  await watchThese(hall, lists.unwatchedClosed());
  for (let of = lists.nextHandler(''); of !== null; of = lists.nextHandler(of)) {
    // The hall is open meanwhile: what people ask for comes between two clerks.
    await new Promise((resolve) => setImmediate(resolve));
    await watchThese(hall, lists.unwatchedOf(of));
  }
}

async function watchThese(hall: Hall, unwatched: readonly CaseId[]): Promise<void> {
  for (let at = 0; at < unwatched.length; at += WATCHED_AT_ONCE) {
    const caseIds = unwatched.slice(at, at + WATCHED_AT_ONCE);
    await hall.commit({ command: 'watch-cases', requestId: null, actor: CLOCK }, (tx) =>
      watchUnwatched(tx, { caseIds }),
    );
  }
}
const WATCHED_AT_ONCE = 50;

/** At every start: the daily sweeps are asked for; asked twice they are there once. */
export async function planSweeps(hall: Hall): Promise<void> {
  await hall.commit({ command: 'plan-sweeps', requestId: null, actor: CLOCK }, (tx) => {
    const { day } = localTime(tx.nowMs, tx.timeZone);
    tx.later({ kind: 'expand-openings', data: { day } }, tx.now);
    tx.later({ kind: 'erase-people', data: { day } }, tx.now);
    return {};
  });
}
