/** `hall verify`: the ledger's chain is whole, and rebuilding from it gives the live tables (A2). */

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adoptRows } from '../adopt-rows.ts';
import { contentFaults, pageFaults, sealedFaults } from '../keep/findings.ts';
import { readKeys } from '../ledger/file/data-dir.ts';
import { bringUpToDate } from '../ledger/rebuild.ts';
import { openStore } from '../ledger/store.ts';
import { STREAMS } from '../subjects.ts';
import { copyConsistently, hallFile, NO_KEYS } from './hall-file.ts';
import { type Command, readArguments, type Shell } from './terminal.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'Checks the pages of the file, the chain of the ledger, and that rebuilding from it gives the live tables.',
  help: `npm run hall -- verify

The pages of the file are checked in place (integrity_check). The hall may run meanwhile: what else is checked is a copy of its file as it is at one instant, made in the folder for
temporary files. Exit code 1 names the first broken seq, or each table that differs with one of its rows.`,
  async run(args, shell) {
    readArguments(args, {}, 0);
    const file = hallFile(shell.config);
    const faults = pagesOf(file, shell.config.dataDir);
    for (const fault of faults) shell.say(`FAIL  ${fault}`);
    if (faults.length > 0) return 1;
    const dir = mkdtempSync(join(tmpdir(), 'shouwen-verify-'));
    try {
      const copy = join(dir, 'copy.db');
      await copyConsistently(file, copy, shell.progress);
      return await verifyFile(copy, shell);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

/** In the file itself: a copy has sound pages, whatever those of the file are. What is sealed opens, where the keys are there. */
function pagesOf(file: string, dataDir: string): string[] {
  try {
    const pages = pageFaults(file);
    if (pages.length > 0 || !existsSync(join(dataDir, 'keys'))) return pages;
    return sealedFaults(file, readKeys(dataDir));
  } catch (fault) {
    return [(fault as Error).message];
  }
}

/** Of a file that nobody else writes. Older schemas are brought up to date in it first. */
export async function verifyFile(file: string, shell: Pick<Shell, 'say' | 'progress'>): Promise<number> {
  const store = openStore(file, NO_KEYS);
  try {
    const events = store.ledger.head();
    const [chain, rebuilt] = [shell.progress('chain', events), shell.progress('rebuild', events)];
    // Read tables that an older program wrote are not compared, but written anew.
    const adopt = () => bringUpToDate(store, STREAMS, adoptRows);
    const faults = await contentFaults(store, { chain: chain.at, rebuild: rebuilt.at }, adopt);
    for (const shown of [chain, rebuilt]) shown.end();
    for (const fault of faults) shell.say(`FAIL  ${fault}`);
    if (faults.length > 0) return 1;
    shell.say(`PASS  ${events} events: pages and chain are whole, and rebuilding gives the live tables`);
    return 0;
  } finally {
    store.close();
  }
}
