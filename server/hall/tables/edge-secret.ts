/** The secret with which the edge signs what it gives to strangers: of the hall's own keys, and good after a restart. */
import { hkdfSync } from 'node:crypto';
import { table } from '../../ledger/table.ts';

/** Another purpose gets another secret, and none tells anything of the keys. */
export const edgeSecret = table((_db, { index }) => {
  const reader = { of: (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', index, '', `edge:${purpose}`, 32)) };
  return { reader, writer: reader };
});
