import { absence } from './absence/zh-hant.ts';
import { account } from './account/zh-hant.ts';
import { agencies } from './agencies/zh-hant.ts';
import { answerable } from './answerable/zh-hant.ts';
import { box } from './box/zh-hant.ts';
import { calendar } from './calendar/zh-hant.ts';
import { cases } from './cases/zh-hant.ts';
import { catalogue } from './catalogue/zh-hant.ts';
import { hall } from './hall/zh-hant.ts';
import { house } from './house/zh-hant.ts';
import { late } from './late/zh-hant.ts';
import { linked } from './linked/zh-hant.ts';
import { messages } from './messages/zh-hant.ts';
import { parts } from './parts/zh-hant.ts';
import { people } from './people/zh-hant.ts';
import { promise } from './promise/zh-hant.ts';
import { report } from './report/zh-hant.ts';
import { settings } from './settings/zh-hant.ts';
import { steps } from './steps/zh-hant.ts';
import { taken } from './taken/zh-hant.ts';
import { work } from './work/zh-hant.ts';
import { worklist } from './worklist/zh-hant.ts';
import type { Words } from './zh-hans.ts';

export const zhHant: Words = {
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
