/** Opens a hall's folder; of a file that an older program wrote, its people say whether the keys are its own (S1). */
import { type DataDir, type DataDirOptions, openDataDir } from './ledger/file/data-dir.ts';
import { assertOpens } from './people/tables/people.ts';

export function openFolder(dir: string, options: Pick<DataDirOptions, 'acceptsLoss'> = {}): DataDir {
  return openDataDir(dir, { ...options, opensSealed: assertOpens });
}
