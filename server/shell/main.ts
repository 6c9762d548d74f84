/** `npm run hall -- <command>`: what the operator does from the shell. */

import { readConfig } from '../config.ts';
import { backup } from './backup.ts';
import { calendar } from './calendar.ts';
import { exportCases } from './case-log/export-cases.ts';
import { importCases } from './case-log/import-cases.ts';
import { exportLedger } from './export.ts';
import { rebuildTables } from './rebuild.ts';
import { replay } from './replay/replay.ts';
import { resetPassword } from './reset-password.ts';
import { acceptLoss } from './restore/accept-loss.ts';
import { restore } from './restore/restore.ts';
import { setUp } from './set-up.ts';
import { type Command, progressOn, usageError } from './terminal.ts';
import { verify } from './verify.ts';

const COMMANDS: Command[] = [
  setUp,
  resetPassword,
  verify,
  rebuildTables,
  exportLedger,
  backup,
  restore,
  acceptLoss,
  calendar,
  importCases,
  exportCases,
  replay,
];

async function main(args: string[]): Promise<number> {
  // No file that a command makes is open to others.
  process.umask(0o077);
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    console.log(overview());
    return 0;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) throw usageError(`there is no command "${name}"; npm run hall -- --help lists them`);
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(`${command.summary}\n\n${command.help}`);
    return 0;
  }
  return command.run(rest, {
    config: readConfig(process.env),
    env: process.env,
    say: (line) => console.log(line),
    progress: progressOn(process.stderr),
    nowMs: Date.now,
  });
}

function overview(): string {
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`);
  return [
    'npm run hall -- <command> [arguments]',
    '',
    ...lines,
    '',
    'Each has --help. The hall is the one in DATA_DIR (default: data).',
    'Exit codes: 0 fine, 1 the check failed or could not be made, 2 wrong usage.',
  ].join('\n');
}

// Whoever reads the output may have had enough of it (`| head`): no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (fault: Error & { usage?: boolean; stack?: string }) => {
    console.error(`hall: ${fault.message}`);
    process.exitCode = fault.usage ? 2 : 1;
  },
);
