/** L1, L3: a sample beside the one that it takes the place of, and whom that touches, read before it is saved. */
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { type Material, materialText, picturePath } from '../../../schema/catalogue/material.ts';
import { useApp } from '../../app-context.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { MatterTouched } from './form/matter-touched.tsx';

/** `bytes` as base64; null: it is to have none any more. */
export type WantedPicture = { matter: Matter; material: Material; bytes: string | null; type: string };

export function SurePicture({ wanted, leave }: { wanted: WantedPicture; leave: () => void }) {
  const { say, client, tell, language, reloadCatalogue } = useApp();
  const { send, busy, refused } = useFormWish();
  const { matter, material, bytes, type } = wanted;

  async function save() {
    const wish = { matterId: matter.id, materialId: material.id, bytes };
    if (!(await send((requestId) => client.administration.pictureOfMaterial({ requestId, ...wish })))) return;
    tell(say('saved'));
    leave();
    reloadCatalogue();
  }

  return (
    <ConfirmDialog
      title={materialText(material, language)}
      width={620}
      leave={leave}
      confirm={() => void save()}
      doesWhat={say(bytes === null ? 'remove' : 'save')}
      busy={busy}
      testId="sure-picture"
    >
      <div className="sure-pictures">
        <figure>
          {material.picture ? (
            <img src={picturePath(material.picture)} alt={say('materialSample')} />
          ) : (
            <span className="no-picture" />
          )}
          <figcaption className="soft">{say('pictureNow')}</figcaption>
        </figure>
        <figure>
          {bytes === null ? (
            <span className="no-picture" />
          ) : (
            <img src={`data:${type};base64,${bytes}`} alt={say('materialSample')} />
          )}
          <figcaption className="soft">{say(bytes === null ? 'pictureNone' : 'pictureNew')}</figcaption>
        </figure>
      </div>
      <p>{say('pictureTouches')}</p>
      <MatterTouched matterIds={[matter.id]} isChanged />
      {refused}
    </ConfirmDialog>
  );
}
