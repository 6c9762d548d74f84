/** `npm run schema`: writes schema/migrations/schema.sql from the migrations; with --check it fails when the file is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connect } from './connection.ts';
import { migrateAll } from './db.ts';

const FILE = fileURLToPath(new URL('../../../schema/migrations/schema.sql', import.meta.url));

// Not `openDb`, which makes a new file of this very text.
const db = connect(':memory:');
migrateAll(db);
const statements = db
  .prepare<[], string>(
    `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '\\_\\_%' ESCAPE '\\'
     ORDER BY type = 'trigger', type DESC, name`,
  )
  .pluck()
  .all();
const dump = `-- Made from schema/migrations by npm run schema; not edited by hand.\n\n${statements.join(';\n\n')};\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== dump) {
    console.error('schema/migrations/schema.sql is stale; run: npm run schema');
    process.exit(1);
  }
} else {
  writeFileSync(FILE, dump);
}
