/** `hall rebuild`: writes the read tables anew from the ledger (A2). */

import { openFolder } from '../hall-folder.ts';
import { rebuild } from '../ledger/rebuild.ts';
import { readTablesOf } from '../ledger/subject/stream.ts';
import { STREAMS } from '../subjects.ts';
import { hallFile } from './hall-file.ts';
import { type Command, readArguments } from './terminal.ts';

export const rebuildTables: Command = {
  name: 'rebuild',
  summary: 'Writes the read tables anew from the ledger. The hall must be stopped.',
  help: `npm run hall -- rebuild

In one transaction: either all read tables are new, or nothing has changed. A ledger whose chain is broken is refused.
Catalogue, counters, people and openings are no read tables and stay as they are.`,
  async run(args, { config, say, progress }) {
    readArguments(args, {}, 0);
    hallFile(config);
    const { store, release } = openFolder(config.dataDir);
    try {
      const events = store.ledger.head();
      const chain = progress('chain', events);
      const broken = store.ledger.firstBreak(chain.at);
      chain.end();
      if (broken) {
        say(`FAIL  the ledger is broken at seq ${broken.seq}: ${broken.why}; nothing was changed`);
        return 1;
      }
      const shown = progress('rebuild', events);
      const count = rebuild(store, STREAMS, shown.at);
      shown.end();
      say(`PASS  ${readTablesOf(STREAMS).length} tables were written anew from ${count} events`);
      return 0;
    } finally {
      store.close();
      release();
    }
  },
};
