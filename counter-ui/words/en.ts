import { absence } from './absence/en.ts';
import { account } from './account/en.ts';
import { agencies } from './agencies/en.ts';
import { answerable } from './answerable/en.ts';
import { box } from './box/en.ts';
import { calendar } from './calendar/en.ts';
import { cases } from './cases/en.ts';
import { catalogue } from './catalogue/en.ts';
import { hall } from './hall/en.ts';
import { house } from './house/en.ts';
import { late } from './late/en.ts';
import { linked } from './linked/en.ts';
import { messages } from './messages/en.ts';
import { parts } from './parts/en.ts';
import { people } from './people/en.ts';
import { promise } from './promise/en.ts';
import { report } from './report/en.ts';
import { settings } from './settings/en.ts';
import { steps } from './steps/en.ts';
import { taken } from './taken/en.ts';
import { work } from './work/en.ts';
import { worklist } from './worklist/en.ts';
import type { Words } from './zh-hans.ts';

export const en: Words = {
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
