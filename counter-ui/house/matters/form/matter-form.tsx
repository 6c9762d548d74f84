/** A matter as the administrator writes it (L1): edited, new, or a copy; what hangs on it is read before it is saved. */
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { MatterDraft } from '../../../../schema/catalogue/catalogue.ts';
import { MatterKind } from '../../../../schema/catalogue/catalogue.ts';
import { type IN_LANGUAGES, inLanguages } from '../../../../schema/catalogue/facts/in-languages.ts';
import { inLanguage, LANGUAGES, type MatterId } from '../../../../schema/ids.ts';
import { useApp } from '../../../app-context.ts';
import { useDraftGuard } from '../../../hooks/use-draft-guard.ts';
import { useFormWish } from '../../../hooks/use-form-wish.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Labelled } from '../../../parts/labelled.tsx';
import { MaterialRows } from './material-rows.tsx';
import { MatterChanges } from './matter-changes.tsx';
import { MatterClock } from './matter-clock.tsx';
import { MatterNotServed } from './matter-not-served.tsx';
import { MatterDomain, MatterScope } from './matter-scope.tsx';
import { MatterTouched } from './matter-touched.tsx';
import { TextsRow } from './texts-row.tsx';

const NOTHING = { 'zh-Hans': '', 'zh-Hant': '', en: '' };

/** `of`: the matter that it is a copy of. */
export type MatterFirst = { draft: MatterDraft; of?: string };

type Props = {
  first: MatterFirst;
  leave: () => void;
  /** What of a matter is changed on its row. */
  showRow: (matterId: MatterId) => void;
};

export function MatterForm({ first, leave, showRow }: Props) {
  const { say, client, tell, catalogue, language, reloadCatalogue } = useApp();
  const { send, busy, refused } = useFormWish();
  const [draft, setDraft] = useState(first.draft);
  const edited = catalogue.matters.find(({ id }) => id === first.draft.id);
  const put = (part: Partial<MatterDraft>) => setDraft({ ...draft, ...part });
  const changed = JSON.stringify(draft) !== JSON.stringify(first.draft);
  const told = inLanguages(draft);
  const written = [...Object.values(draft.names), told.department['zh-Hans'], told.fee['zh-Hans']];
  const wheres = draft.materials.flatMap((one) => one.whereFrom ?? []);
  const inChinese = [...draft.materials, ...wheres, draft.conditions, draft.place];
  const listed = inChinese.every((one) => one?.['zh-Hans'].trim() !== '');
  const isBased = (draft.pauses ?? []).every(({ basis }) => basis.trim().length > 1);
  const ready = changed && listed && isBased && written.every((one) => one.trim() !== '');
  useDraftGuard(changed);

  async function save() {
    if (!(await send((requestId) => client.administration.saveMatter({ requestId, matter: draft })))) return;
    tell(say(draft.id ? 'saved' : 'matterMade'));
    reloadCatalogue();
    leave();
  }

  const texts = (field: (typeof IN_LANGUAGES)[number], most: number, isLong = false) => (
    <TextsRow
      field={field}
      texts={told[field]}
      most={most}
      isLong={isLong}
      write={(next) => put({ [field]: next ?? NOTHING })}
    />
  );
  return (
    <Dialog title={say(draft.id ? 'editMatter' : first.of ? 'copyMatter' : 'newMatter')} leave={leave} width={920}>
      <form
        className="matter-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void save();
        }}
      >
        <div className="field-row">
          {LANGUAGES.map((code) => (
            <Labelled key={code} label={say(`matterName.${code}`)}>
              <Input
                maxLength={code === 'en' ? 200 : 100}
                data-testid={`matter-name-${code}`}
                value={draft.names[code]}
                onChange={(event) => put({ names: { ...draft.names, [code]: event.target.value } })}
              />
            </Labelled>
          ))}
        </div>
        <div className="field-row">
          <Labelled label={say('field.kind')}>
            <Select<MatterKind>
              data-testid="matter-kind"
              value={draft.kind}
              onChange={(kind) => put({ kind })}
              options={MatterKind.options.map((value) => ({ value, label: say(`value.${value}`) }))}
            />
          </Labelled>
          <Labelled label={say('group')}>
            <Select
              data-testid="matter-letter"
              value={draft.letter}
              onChange={(letter) => put({ letter })}
              options={catalogue.groups.map(({ id, names }) => ({
                value: id,
                label: `${id} ${inLanguage(names, language)}`,
              }))}
            />
          </Labelled>
          <MatterDomain draft={draft} put={put} />
        </div>
        {texts('department', 100)}
        <MatterClock draft={draft} put={put} />
        {texts('fee', 100)}
        {texts('basis', 500, true)}
        <MatterScope draft={draft} put={put} />
        <MaterialRows materials={draft.materials} change={(materials) => put({ materials })} />
        <MatterNotServed draft={draft} />
        {edited && (
          <p className="soft">
            {say('moreOnRow')}{' '}
            <Button
              type="link"
              size="small"
              data-testid="show-row"
              disabled={changed}
              onClick={() => showRow(edited.id)}
            >
              {say('showRow')}
            </Button>
          </p>
        )}
        <div className="matter-form-foot">
          {edited && (
            <div className="matter-form-told">
              <MatterChanges before={first.draft} after={draft} evidence={edited.evidence} />
              <MatterTouched matterIds={[edited.id]} isChanged={changed} />
            </div>
          )}
          {refused}
          <div className="form-foot">
            <Button onClick={leave}>{say('cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={busy} disabled={!ready} data-testid="save-matter">
              {say('save')}
            </Button>
          </div>
        </div>
      </form>
    </Dialog>
  );
}
