/** The thread of copyConsistently: one statement, which holds up whoever runs it until it is done. */
import { workerData } from 'node:worker_threads';
import { openReadOnly } from '../ledger/file/db.ts';

const { file, target } = workerData as { file: string; target: string };
const db = openReadOnly(file);
try {
  db.prepare('VACUUM INTO ?').run(target);
} finally {
  db.close();
}
