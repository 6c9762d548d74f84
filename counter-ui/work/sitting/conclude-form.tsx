/** One conclusion of one matter (C5), complete before it can be sent. */
import { Button, Checkbox, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import type { Conclusion, ConclusionKind } from '../../../schema/cases/conclusion.ts';
import type { CaseId, MatterId } from '../../../schema/ids.ts';
import { type Paper, useApp } from '../../app-context.ts';
import { useDraftGuard } from '../../hooks/use-draft-guard.ts';
import type { Send } from '../../hooks/use-one-at-a-time.ts';
import { KeyCap } from '../../parts/key-cap.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { conclusionOf, type Draft, EMPTY_DRAFT } from './conclusion.ts';

type Props = {
  caseId: CaseId;
  matterId: MatterId;
  kind: ConclusionKind;
  send: Send;
  leave: () => void;
  done: (caseId: CaseId, paper: Paper) => void;
};

export function ConcludeForm({ caseId, matterId, kind, send, leave, done }: Props) {
  const { say, client } = useApp();
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const conclusion = conclusionOf(kind, draft);
  useDraftGuard(draft !== EMPTY_DRAFT);
  const put = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));

  async function conclude(complete: Conclusion) {
    const reply = await send((requestId) => client.cases.conclude({ requestId, caseId, conclusion: complete }));
    if (reply) done(caseId, reply);
  }

  return (
    <form
      className="conclude-form"
      data-testid="conclude-form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (conclusion) void conclude(conclusion);
      }}
    >
      <p className="soft">{say(`conclude.${kind}.lead`)}</p>
      {kind === 'notice' && <Missing matterId={matterId} draft={draft} put={put} />}
      {kind === 'not-ours' && <Elsewhere draft={draft} put={put} />}
      <div className="conclude-foot">
        <Input
          autoFocus={kind !== 'notice' && kind !== 'not-ours'}
          data-testid="note"
          maxLength={500}
          placeholder={say(kind === 'answered' || kind === 'not-needed' ? `note.${kind}` : 'note')}
          value={draft.note}
          onChange={(event) => put({ note: event.target.value })}
        />
        <Button onClick={leave}>
          <span>{say('cancel')}</span>
          <KeyCap>Esc</KeyCap>
        </Button>
        <Button type="primary" htmlType="submit" disabled={!conclusion} data-testid="conclude-submit">
          <span>{say('concludeSubmit')}</span>
          <KeyCap>{say('keyEnter')}</KeyCap>
        </Button>
      </div>
    </form>
  );
}

type PartProps = { draft: Draft; put: (part: Partial<Draft>) => void };

/** C7: everything missing at once, from the catalogue only. Digits tick, so the hand need not leave the keys. */
function Missing({ matterId, draft, put }: PartProps & { matterId: MatterId }) {
  const { say, matters, language } = useApp();
  const materials = matters.get(matterId)?.materials ?? [];
  const script = language === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans';
  const toggle = (id: string) =>
    put({ missing: draft.missing.includes(id) ? draft.missing.filter((one) => one !== id) : [...draft.missing, id] });
  const onDigit = (event: KeyboardEvent) => {
    const material = materials[Number(event.key) - 1];
    if (!material) return;
    event.preventDefault();
    event.stopPropagation();
    toggle(material.id);
  };
  if (materials.length === 0) return <p className="soft">{say('noticeImpossible')}</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the checkboxes are the controls; digits are a shortcut to them
    <div className="missing" onKeyDown={onDigit}>
      {materials.map((material, index) => (
        <Checkbox
          key={material.id}
          autoFocus={index === 0}
          data-testid={`missing-${index}`}
          checked={draft.missing.includes(material.id)}
          onChange={() => toggle(material.id)}
        >
          {index < 9 && <KeyCap>{String(index + 1)}</KeyCap>} {material[script]}
        </Checkbox>
      ))}
    </div>
  );
}

/** C5: nobody is sent away without place, address and telephone. */
function Elsewhere({ draft, put }: PartProps) {
  const { say } = useApp();
  return (
    <div className="elsewhere">
      <Labelled label={say('place')}>
        <Input
          autoFocus
          maxLength={500}
          data-testid="place"
          value={draft.place}
          onChange={(e) => put({ place: e.target.value })}
        />
      </Labelled>
      <Labelled label={say('address')}>
        <Input
          maxLength={500}
          data-testid="address"
          value={draft.address}
          onChange={(e) => put({ address: e.target.value })}
        />
      </Labelled>
      <Labelled label={say('telephone')}>
        <Input
          type="tel"
          maxLength={40}
          data-testid="telephone"
          value={draft.telephone}
          onChange={(e) => put({ telephone: e.target.value })}
        />
      </Labelled>
    </div>
  );
}
