/** What the edge and the jobs need of the hall's own: the secrets for strangers, and the name of its queues in Redis. */
import type { Tables } from '../../ledger/table.ts';
import { edgeSecret } from '../tables/edge-secret.ts';
import { hallRecord } from '../tables/hall-record.ts';

export function edgeSecretFor(from: Tables, purpose: string): Buffer {
  return from.read(edgeSecret).of(purpose);
}

/** The same in each copy of the file. */
export function queuePrefix(from: Tables): string {
  return `{hall${from.read(hallRecord).get().key}}`;
}
