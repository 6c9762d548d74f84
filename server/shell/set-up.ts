/** `hall set-up`: makes an empty hall a usable one from one file. */

import { Settings } from '../../schema/settings.ts';
import { localTime } from '../../schema/time.ts';
import { CLOCK } from '../../schema/who.ts';
import { sampleHall } from '../demo/sample/sample-hall.ts';
import { openFolder } from '../hall-folder.ts';
import { series } from '../hours/tables/series.ts';
import type { Store } from '../ledger/store.ts';
import { endFirstLinks } from '../people/acts/first-administrator.ts';
import { clerks } from '../people/tables/clerks.ts';
import { setUpHall } from '../set-up.ts';
import { openHall } from '../subjects.ts';
import { readHallData } from './hall-data.ts';
import { officeText } from './office-file.ts';
import { type Command, readArguments, usageError } from './terminal.ts';

export const setUp: Command = {
  name: 'set-up',
  summary: 'Fills an empty hall from a file: matters, counters, clerks, openings. The hall must be stopped.',
  help: `npm run hall -- set-up FILE.json
npm run --silent hall -- set-up --example > FILE.json

--example prints the sample hall as such a file, to start from, with every setting at its default; a setting that is
left out, or is at its default, follows the program. The file is checked as a whole before anything is
written. Passwords are printed once; the links of one kiosk and one display again by each start, until they are used. A
hall that has series of openings or tickets is refused; who was made its administrator by the first start's link stays so.`,
  async run(args, { config, say }) {
    const { values, positionals } = readArguments(args, { example: { type: 'boolean' } }, 1);
    if (values.example) {
      say(example());
      return 0;
    }
    const [file] = positionals;
    if (!file) throw usageError('set-up needs the FILE.json, or --example');
    const data = readHallData(officeText(file), file, Date.now());
    const { store, release } = openFolder(config.dataDir);
    try {
      const refused = whyNot(store, data.clerks);
      if (refused) throw new Error(refused);
      const hall = openHall(store);
      const { passwords, devices } = await setUpHall(hall, data, { sample: false, password: null });
      // The file names the administrators; the link of an empty start would make one more.
      await hall.commit({ command: 'set-up', requestId: null, actor: CLOCK }, endFirstLinks);
      say(
        `${data.matters.length} matters, ${data.counters.length} counters, ${data.series.length} series are in place.`,
      );
      say('Passwords, shown this once, changed at the first sign-in:');
      for (const { account, name, role, password } of passwords)
        say(`  ${account.padEnd(14)}${password}  ${role.padEnd(14)} ${name}`);
      say('One device each is enrolled within a day at:');
      for (const { device, url } of devices) say(`  ${device.kind.padEnd(14)}${url}`);
      return 0;
    } finally {
      store.close();
      release();
    }
  },
};

function whyNot({ ledger, read }: Store, wanted: readonly { account: string; role: string }[]): string | null {
  if (ledger.latestOf(['ticket'], ledger.head() + 1, 1).length > 0)
    return 'this hall has given tickets already; set-up is for an empty one';
  if (read(series).all().length > 0) return 'this hall is set up already';
  const taken = wanted.find(({ account }) => read(clerks).byAccount(account));
  if (taken) return `the account ${taken.account} exists already; take it out of the file`;
  const all = [...wanted, ...read(clerks).all().values()];
  return all.some(({ role }) => role === 'administrator') ? null : 'one of the clerks must be an administrator';
}

function example(): string {
  const hall = sampleHall(localTime(Date.now(), 'Asia/Shanghai').day);
  return JSON.stringify({ ...hall, settings: Settings.parse({}) }, null, 2);
}
