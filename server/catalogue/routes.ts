/** The catalogue over HTTP. */
import type { AgencyPlan } from '../../schema/catalogue/agency.ts';
import type { MatterDraft } from '../../schema/catalogue/catalogue.ts';
import type { ImportedMatter } from '../../schema/catalogue/import.ts';
import type { AgencyId, MatterId, RequestId } from '../../schema/ids.ts';
import { refuse } from '../../schema/refusal.ts';
import type { Hall } from '../ledger/hall.ts';
import { type Asker, asks, commits, commitsAnew } from '../ledger/subject/route.ts';
import { saveAgency } from './acts/agencies.ts';
import {
  changeMatter,
  keepOfMatter,
  nameMatter,
  saveMatter,
  setClerksOfMatter,
  termsOfMatter,
} from './acts/change-matter.ts';
import { importMatters, previewImport } from './acts/import-matters.ts';
import { keepPicture, pictureOfMaterial } from './acts/picture-of-material.ts';
import { setStanding } from './acts/standing.ts';
import { spell, spellingOf } from './spelling.ts';
import { agencies } from './tables/agencies.ts';
import { catalogue, matterOf } from './views/matter-view.ts';
import { compareMatter, matterVersions } from './views/versions.ts';

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

async function saveWhole(
  hall: Hall,
  { actor }: Asker,
  { requestId, matter }: { requestId: RequestId; matter: MatterDraft },
) {
  const spelling = await spellingOf(matter);
  return hall.commit({ command: 'save-matter', requestId, actor }, (tx) => saveMatter(tx, { matter, spelling }));
}

async function importAll(
  hall: Hall,
  { actor }: Asker,
  { requestId, matters: rows }: { requestId: RequestId; matters: ImportedMatter[] },
) {
  const spelt = await Promise.all(rows.map(async (row) => [row.id, await spellingOf(row)] as const));
  const wish = { matters: rows, spellings: new Map(spelt) };
  return hall.commit({ command: 'import-matters', requestId, actor }, (tx) => importMatters(tx, wish));
}

async function save(
  hall: Hall,
  { actor }: Asker,
  { requestId, agency }: { requestId: RequestId; agency: AgencyPlan & { id?: AgencyId | undefined } },
) {
  const spelling = await spell([agency.name, ...agency.aliases]);
  return hall.commit({ command: 'save-agency', requestId, actor }, (tx) => saveAgency(tx, { agency, spelling }));
}

export const catalogueRoutes = {
  catalogue: asks(catalogue),
  administration: {
    offerMatter: commits('change-matter', changeMatter),
    nameMatter: name,
    saveMatter: saveWhole,
    previewImport: commitsAnew('preview-import', previewImport),
    importMatters: importAll,
    matterVersions: asks(matterVersions),
    compareMatter: asks(compareMatter),
    keepOfMatter: commits('keep-of-matter', keepOfMatter),
    termsOfMatter: commits('terms-of-matter', termsOfMatter),
    keepPicture: commits('keep-picture', keepPicture),
    pictureOfMaterial: commits('picture-of-material', pictureOfMaterial),
    standingOfMatter: commits('standing-of-matter', setStanding),
    clerksOfMatter: commits('clerks-of-matter', setClerksOfMatter),
    moveMatter: commits('change-matter', changeMatter),
    agencies: asks((from) => [...from.read(agencies).all().values()]),
    saveAgency: save,
  },
};
