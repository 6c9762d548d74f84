/** `npm start`: reads the configuration, runs the hall, says where its screens are, stops it in order. */
import type { Hall } from './app/hall.ts';
import { firstAdministratorLink, setUpEmpty, setUpHall, type Welcome } from './app/set-up.ts';
import { type Config, readConfig } from './config.ts';
import { localTime } from './domain/local-time.ts';
import { sampleHall } from './sample/sample-hall.ts';
import { stopOnSignal } from './signals.ts';
import { startSystem } from './system.ts';

const NODE_FLOOR = 24;

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < NODE_FLOOR) {
    throw new Error(`Node ${NODE_FLOOR} is needed, this is ${process.versions.node}; start with: npm start`);
  }
  const config = readConfig(process.env);
  let welcome: Welcome | null = null;
  let link: string | null = null;
  const starting = startSystem(config, {
    prepare: async (hall: Hall) => {
      const { reference } = hall.store;
      if (config.production && !reference.isSetUp()) await setUpEmpty(hall);
      if (config.production) link = await firstAdministratorLink(hall);
      if (reference.isSetUp()) return;
      const data = sampleHall(localTime(Date.now(), 'Asia/Shanghai').day);
      welcome = await setUpHall(hall, data, { sample: true, password: config.initialPassword });
    },
  });
  // From the first moment on: a Redis that this start has brought up must not outlive it.
  stopOnSignal(() => starting.then((system) => system.stop()));
  const system = await starting.catch((fault: unknown) => {
    // What was printed once would be lost with a start that fails further on.
    if (welcome) console.log(people(config, welcome).join('\n'));
    throw fault;
  });
  const origin = config.publicOrigin ?? `http://${config.host}:${system.port}`;
  console.log(greeting(origin, config, welcome, link));
}

function greeting(origin: string, config: Config, welcome: Welcome | null, link: string | null): string {
  const lines = ['', 'Shouwen 首问 is running.', ''];
  const device = (kind: string) => welcome?.devices.find((one) => one.device.kind === kind)?.url ?? `/${kind}/`;
  lines.push(`  kiosk     ${origin}${device('kiosk')}`);
  lines.push(`  display   ${origin}${device('display')}`);
  lines.push(`  counter   ${origin}/counter-ui/`);
  lines.push(`  phone     ${origin}/`);
  if (welcome) lines.push(...people(config, welcome));
  if (link) {
    lines.push('', 'This hall has no administrator. Who opens this link becomes the first one, once, within 7 days:');
    lines.push(`  ${origin}/counter-ui/?first=${link}`);
  }
  return `${lines.join('\n')}\n`;
}

function people(config: Config, welcome: Welcome): string[] {
  const loaded =
    'The sample hall was loaded (sample, not official). The links of kiosk and display enrol one device each.';
  const how = config.initialPassword
    ? 'Everybody signs in with INITIAL_PASSWORD:'
    : 'Passwords, shown this once, changed at the first sign-in:';
  const rows = welcome.passwords.map(({ account, name, role, password }) => {
    const shown = config.initialPassword ? '' : `${password}  `;
    return `  ${account.padEnd(14)}${shown}${role.padEnd(14)} ${name}`;
  });
  return ['', loaded, how, ...rows];
}

/** One sentence for the person at the shell. */
function sentenceOf(fault: unknown): unknown {
  const { code, port } = fault as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `port ${port} is taken; choose another with PORT`;
  return fault instanceof Error ? fault.message : fault;
}

main().catch((fault: unknown) => {
  console.error(sentenceOf(fault));
  process.exit(1);
});
