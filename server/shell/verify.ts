/** `hall verify`: the ledger's chain is whole, and rebuilding from it gives the live tables (A2). */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adoptRows } from '../adopt-rows.ts';
import { bringUpToDate, rebuildDifferences } from '../ledger/rebuild.ts';
import { openStore } from '../ledger/store.ts';
import { STREAMS } from '../subjects.ts';
import { copyConsistently, hallFile, NO_KEYS } from './hall-file.ts';
import { type Command, readArguments, type Shell } from './terminal.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'Checks the chain of the ledger, and that rebuilding from it gives the live tables.',
  help: `npm run hall -- verify

The hall may run meanwhile: what is checked is a copy of its file as it is at one instant, made in the folder for
temporary files. Exit code 1 names the first broken seq, or each table that differs with one of its rows.`,
  async run(args, shell) {
    readArguments(args, {}, 0);
    const dir = mkdtempSync(join(tmpdir(), 'shouwen-verify-'));
    try {
      const copy = join(dir, 'copy.db');
      await copyConsistently(hallFile(shell.config), copy, shell.progress);
      return await verifyFile(copy, shell);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

/** Of a file that nobody else writes. Older schemas are brought up to date in it first. */
export async function verifyFile(file: string, shell: Pick<Shell, 'say' | 'progress'>): Promise<number> {
  const store = openStore(file, NO_KEYS);
  try {
    const events = store.ledger.head();
    const chain = shell.progress('chain', events);
    const broken = store.ledger.firstBreak(chain.at);
    chain.end();
    if (broken) {
      shell.say(`FAIL  the ledger is broken at seq ${broken.seq}: ${broken.why}`);
      return 1;
    }
    bringUpToDate(store, STREAMS, adoptRows);
    const rebuilt = shell.progress('rebuild', events);
    const differences = await rebuildDifferences(store, STREAMS, rebuilt.at);
    rebuilt.end();
    for (const difference of differences) shell.say(`FAIL  ${difference}`);
    if (differences.length > 0) return 1;
    shell.say(`PASS  ${events} events: the chain is whole, and rebuilding gives the live tables`);
    return 0;
  } finally {
    store.close();
  }
}
