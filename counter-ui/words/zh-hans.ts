import { absence } from './absence/zh-hans.ts';
import { account } from './account/zh-hans.ts';
import { agencies } from './agencies/zh-hans.ts';
import { answerable } from './answerable/zh-hans.ts';
import { box } from './box/zh-hans.ts';
import { calendar } from './calendar/zh-hans.ts';
import { cases } from './cases/zh-hans.ts';
import { catalogue } from './catalogue/zh-hans.ts';
import { hall } from './hall/zh-hans.ts';
import { house } from './house/zh-hans.ts';
import { late } from './late/zh-hans.ts';
import { linked } from './linked/zh-hans.ts';
import { messages } from './messages/zh-hans.ts';
import { parts } from './parts/zh-hans.ts';
import { people } from './people/zh-hans.ts';
import { promise } from './promise/zh-hans.ts';
import { report } from './report/zh-hans.ts';
import { settings } from './settings/zh-hans.ts';
import { steps } from './steps/zh-hans.ts';
import { taken } from './taken/zh-hans.ts';
import { work } from './work/zh-hans.ts';
import { worklist } from './worklist/zh-hans.ts';

/** All words of this app; an area names what it says. A part of a key after a dot is a value as the contract names it. */
export const zhHans = {
  ...absence,
  ...account,
  ...agencies,
  ...answerable,
  ...box,
  ...calendar,
  ...cases,
  ...catalogue,
  ...hall,
  ...house,
  ...late,
  ...linked,
  ...messages,
  ...parts,
  ...people,
  ...promise,
  ...report,
  ...settings,
  ...steps,
  ...taken,
  ...work,
  ...worklist,
};
export type Words = typeof zhHans;
