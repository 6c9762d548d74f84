/** Opens a hall's folder; what its file must hold to be a hall's, the rooms say (S1). */
import { hallIsSetUp } from './hall/tables/hall-record.ts';
import { type DataDir, type DataDirOptions, openDataDir } from './ledger/file/data-dir.ts';
import type { HallFile } from './ledger/file/inspect.ts';
import { numbersOf } from './ledger/subject/stream.ts';
import { assertOpens } from './people/tables/people.ts';
import { STREAMS } from './subjects.ts';

const ABOUT: HallFile = {
  isSetUp: hallIsSetUp,
  opensSealed: assertOpens,
  numbered: numbersOf(STREAMS).map(({ of }) => of),
};

export function openFolder(dir: string, options: Pick<DataDirOptions, 'acceptsLoss'> = {}): DataDir {
  return openDataDir(dir, { ...options, about: ABOUT });
}
