/** A hall's first start: the sample hall, or an empty one with a one-time link for its first administrator. */
import { randomBytes } from 'node:crypto';
import type { Clerk, Device, StaffRole } from '../../schema/api.ts';
import type { CounterPlan, MatterGroup, MatterPlan } from '../../schema/catalogue.ts';
import type { ClerkId, Names, SeriesId } from '../../schema/ids.ts';
import type { SeriesPlan } from '../../schema/opening.ts';
import { isRefusal } from '../../schema/refusal.ts';
import { Settings } from '../../schema/settings.ts';
import { localTime } from '../domain/local-time.ts';
import { CLOCK } from './actor.ts';
import { createDevice, newPassword } from './administration.ts';
import type { Hall } from './hall.ts';
import { encodePassword } from './sessions.ts';
import { spellingOf } from './spelling.ts';

/** What a hall begins with. `source` of a matter is where its materials and limit were found. */
export type HallData = {
  hall: { key: string; names: Names; telephone: string; address: string; timeZone: string };
  groups: MatterGroup[];
  matters: (MatterPlan & { source?: string })[];
  counters: CounterPlan[];
  clerks: Pick<Clerk, 'account' | 'name' | 'role' | 'mayPick'>[];
  series: SeriesPlan[];
};

export type Welcome = {
  passwords: { account: string; name: string; role: StaffRole; password: string }[];
  devices: { device: Device; url: string }[];
};

const LINK_MS = 7 * 24 * 3_600_000;

/** Fills an empty file; openings are expanded by their job. With one password for all it is set for each account. */
export async function setUpHall(
  hall: Hall,
  data: HallData,
  options: { sample: boolean; password: string | null; settings?: Partial<Settings> },
): Promise<Welcome> {
  const passwords: Welcome['passwords'] = [];
  const encoded = new Map<string, string>();
  for (const { account, name, role } of data.clerks) {
    const password = options.password ?? newPassword();
    passwords.push({ account, name, role, password });
    encoded.set(account, await encodePassword(password));
  }
  const matters = await Promise.all(
    data.matters.map(async (one) => ({ source: '', ...one, spelling: await spellingOf(one) })),
  );
  await hall.commit({ command: 'set-up', requestId: null, actor: CLOCK }, (tx) => {
    const { reference } = tx.store;
    for (const group of data.groups) reference.saveGroup(group);
    reference.saveMatters(matters);
    for (const counter of data.counters) reference.saveCounter(counter);
    for (const clerk of data.clerks) {
      const id = tx.newId() as ClerkId;
      reference.saveClerk({
        ...clerk,
        id,
        active: true,
        password: encoded.get(clerk.account)!,
        mustChangePassword: options.password === null,
      });
    }
    for (const plan of data.series) reference.addSeries({ ...plan, id: tx.newId() as SeriesId });
    reference.saveHall({ ...data.hall, sample: options.sample, settings: Settings.parse(options.settings ?? {}) });
    tx.touchReference();
    return {};
  });
  const devices: Welcome['devices'] = [];
  for (const kind of ['kiosk', 'display'] as const) {
    const made = await createDevice(hall, CLOCK, { requestId: null, kind, name: `${kind} 1` });
    if (!isRefusal(made)) devices.push(made);
  }
  return { passwords, devices };
}

/** Production: an empty hall, with nobody in it. */
export async function setUpEmpty(hall: Hall): Promise<void> {
  await hall.commit({ command: 'set-up', requestId: null, actor: CLOCK }, (tx) => {
    const names = { 'zh-Hans': '办事大厅', 'zh-Hant': '辦事大廳', en: 'Community hall' };
    const place = { telephone: '', address: '', timeZone: 'Asia/Shanghai' };
    const key = randomBytes(6).toString('hex');
    tx.store.reference.saveHall({ key, names, ...place, sample: false, settings: Settings.parse({}) });
    return {};
  });
}

/** While a hall has no administrator, each start makes a link: who has it becomes the first one, once. */
export async function firstAdministratorLink(hall: Hall): Promise<string | null> {
  const people = [...hall.store.reference.clerks().values()];
  if (people.some((clerk) => clerk.role === 'administrator' && clerk.active)) return null;
  const token = randomBytes(24).toString('base64url');
  await hall.commit({ command: 'first-link', requestId: null, actor: CLOCK }, (tx) => {
    tx.store.access.addOnceToken(token, 'first-administrator', new Date(tx.nowMs + LINK_MS).toISOString());
    return {};
  });
  return token;
}

/** At every start: matters of a file that an older program wrote get their spelling (L3). */
export async function spellMatters(hall: Hall): Promise<void> {
  const unspelt = [...hall.store.reference.matters().values()].filter((matter) => matter.spelling === '');
  if (unspelt.length === 0) return;
  const spelt = await Promise.all(unspelt.map(async (matter) => [matter.id, await spellingOf(matter)] as const));
  await hall.commit({ command: 'spell-matters', requestId: null, actor: CLOCK }, (tx) => {
    for (const [id, spelling] of spelt) tx.store.reference.changeMatter(id, { spelling });
    return {};
  });
}

/** At every start: the daily sweeps are asked for; asked twice they are there once. */
export async function planSweeps(hall: Hall): Promise<void> {
  await hall.commit({ command: 'plan-sweeps', requestId: null, actor: CLOCK }, (tx) => {
    const day = localTime(tx.nowMs, tx.store.reference.hall().timeZone).day;
    tx.later({ kind: 'expand-openings', data: { day } }, tx.now);
    tx.later({ kind: 'erase-people', data: { day: day } }, tx.now);
    return {};
  });
}
