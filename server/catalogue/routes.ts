/** The catalogue over HTTP. */
import type { MatterId, RequestId } from '../../schema/ids.ts';
import { refuse } from '../../schema/refusal.ts';
import type { Hall } from '../ledger/hall.ts';
import { type Asker, asks, commits } from '../ledger/subject/route.ts';
import { changeMatter, keepOfMatter, nameMatter } from './acts/change-matter.ts';
import { spellingOf } from './spelling.ts';
import { catalogue, matterOf } from './views/matter-view.ts';

async function name(
  hall: Hall,
  { actor }: Asker,
  input: { requestId: RequestId; matterId: MatterId; aliases: string[] },
) {
  const { requestId, matterId, aliases } = input;
  const known = matterOf(hall, matterId);
  if (!known) return refuse('matter-unknown');
  const spelling = await spellingOf({ names: known.names, aliases });
  return hall.commit({ command: 'name-matter', requestId, actor }, (tx) =>
    nameMatter(tx, { matterId, aliases, spelling }),
  );
}

export const catalogueRoutes = {
  catalogue: asks(catalogue),
  administration: {
    offerMatter: commits('change-matter', changeMatter),
    nameMatter: name,
    keepOfMatter: commits('keep-of-matter', keepOfMatter),
    moveMatter: commits('change-matter', changeMatter),
  },
};
