/** `npm start`: reads the configuration, runs the hall, says where its screens are, stops it in order. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { localTime } from '../schema/time.ts';
import { type Config, readConfig } from './config.ts';
import { hallRecord } from './hall/tables/hall-record.ts';
import { HALL_FILE } from './ledger/file/data-dir.ts';
import { whyNot } from './ledger/file/why-not.ts';
import { firstAdministratorLink, hashFirstPasswords, setUpEmpty, setUpHall, type Welcome } from './set-up.ts';
import { stopOnSignal } from './signals.ts';
import { startSystem } from './system.ts';
import { welcome } from './welcome.ts';

const NODE_FLOOR = 24;

/** What is printed for those who are not in yet. */
type News = {
  /** Of this start's set-up, if it was the first. */
  loaded: Welcome | null;
  unused: Welcome;
  administratorLink: string | null;
};

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < NODE_FLOOR) {
    throw whyNot('node-old', String(NODE_FLOOR), process.versions.node);
  }
  const config = readConfig(process.env);
  const news: News = { loaded: null, unused: { passwords: [], devices: [] }, administratorLink: null };
  const starting = start(config, news);
  // From the first moment on: a Redis that this start has brought up must not outlive it.
  stopOnSignal(() => starting.then((system) => system.stop()));
  const system = await starting.catch((fault: unknown) => {
    // A sentence that says why follows it.
    const begun = ['', 'The hall was set up, but does not run. Its next start prints this again.'];
    if (news.loaded) console.log([...begun, ...lettersOf(originOf(config, config.port), news), ''].join('\n'));
    throw fault;
  });
  const origin = originOf(config, system.port);
  console.log(['', 'Shouwen 首问 is running.', ...lettersOf(origin, news), ''].join('\n'));
}

async function start(config: Config, news: News) {
  // The passwords of a first start are hashed by other threads while its file is made.
  const isFirst = !existsSync(join(config.dataDir, HALL_FILE));
  const early = isFirst && !config.production ? await sample(config) : null;
  return startSystem(config, {
    prepare: async (hall) => {
      const isSetUp = hall.read(hallRecord).isSetUp();
      if (!isSetUp && config.production) await setUpEmpty(hall);
      if (!isSetUp && !config.production) {
        const { data, hashed } = early ?? (await sample(config));
        news.loaded = await setUpHall(hall, data, { sample: true, password: config.initialPassword, hashed });
      }
      if (config.production) news.administratorLink = await firstAdministratorLink(hall);
      news.unused = await welcome(hall);
    },
  });
}

/** Loaded when it is wanted: its tables of Chinese sounds are large, and a hall is set up once. */
async function sample(config: Config) {
  const { sampleHall } = await import('./demo/sample/sample-hall.ts');
  const data = sampleHall(localTime(Date.now(), 'Asia/Shanghai').day);
  return { data, hashed: hashFirstPasswords(data.clerks, config.initialPassword) };
}

function originOf(config: Config, port: number): string {
  return config.publicOrigin ?? `http://${config.host}:${port}`;
}

function lettersOf(origin: string, { loaded, unused, administratorLink }: News): string[] {
  const device = (kind: string) => unused.devices.find((one) => one.device.kind === kind)?.url ?? `/${kind}/`;
  const lines = ['', `  kiosk     ${origin}${device('kiosk')}`, `  display   ${origin}${device('display')}`];
  lines.push(`  counter   ${origin}/counter-ui/`, `  phone     ${origin}/`);
  if (loaded) lines.push('', 'The sample hall was loaded (sample, not official).');
  if (unused.devices.length > 0)
    lines.push('', 'A link with a code enrols one device, within a day; each start shows it again until it is used.');
  if (unused.passwords.length > 0) {
    lines.push('', 'Passwords, shown at each start until the account signs in, which then sets its own:');
    for (const { account, name, role, password } of unused.passwords)
      lines.push(`  ${account.padEnd(14)}${password}  ${role.padEnd(14)} ${name}`);
  } else if (loaded) {
    lines.push('', 'Everybody signs in with INITIAL_PASSWORD:');
    for (const { account, name, role } of loaded.passwords)
      lines.push(`  ${account.padEnd(14)}${role.padEnd(14)} ${name}`);
  }
  if (administratorLink) {
    lines.push('', 'This hall has no administrator. Who opens this link becomes the first one, once, within 7 days:');
    lines.push(`  ${origin}/counter-ui/?first=${administratorLink}`);
  }
  return lines;
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
