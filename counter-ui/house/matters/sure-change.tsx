/** L1: a change that is made with one touch on a matter's row: what hangs on the matter is read first. */
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { inLanguage, type Letter } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { MatterTouched } from './form/matter-touched.tsx';

export type QuickChange = { matter: Matter } & ({ offered: boolean } | { letter: Letter });

export function SureChange({ change, leave }: { change: QuickChange; leave: () => void }) {
  const { say, client, tell, language, catalogue, reloadCatalogue } = useApp();
  const { send, busy, refused } = useFormWish();
  const { matter } = change;
  const matterId = matter.id;
  const group = 'letter' in change ? catalogue.groups.find(({ id }) => id === change.letter) : undefined;
  const lead =
    'letter' in change
      ? say('sureMove', { group: `${change.letter} ${group ? inLanguage(group.names, language) : ''}` })
      : say(change.offered ? 'sureOffer' : 'sureTakeOut');

  async function save() {
    const saved = await send((requestId) =>
      'letter' in change
        ? client.administration.moveMatter({ requestId, matterId, letter: change.letter })
        : client.administration.offerMatter({ requestId, matterId, offered: change.offered }),
    );
    if (!saved) return;
    tell(say('saved'));
    reloadCatalogue();
    leave();
  }

  return (
    <ConfirmDialog
      title={inLanguage(matter.names, language)}
      width={620}
      leave={leave}
      confirm={() => void save()}
      doesWhat={say('save')}
      busy={busy}
      testId="sure-change"
    >
      <p>{lead}</p>
      <MatterTouched matterIds={[matterId]} isChanged={false} />
      {refused}
    </ConfirmDialog>
  );
}
