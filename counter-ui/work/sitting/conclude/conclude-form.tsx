/** One conclusion of one matter (C5), complete before it can be sent. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type Conclusion, type ConclusionKind, hasSubstance } from '../../../../schema/cases/conclusion.ts';
import type { Matter } from '../../../../schema/catalogue/catalogue.ts';
import type { CaseId, MatterId } from '../../../../schema/ids.ts';
import type { Draft } from '../../../../schema/line/draft.ts';
import { type Paper, useApp } from '../../../app-context.ts';
import { WhoComes } from '../../../cases/acts/who-comes.tsx';
import { useCaseMatter } from '../../../hooks/use-case-matter.ts';
import type { Send } from '../../../hooks/use-one-at-a-time.ts';
import { KeyCap } from '../../../parts/key-cap.tsx';
import { dropKept, keep, useKept } from '../drafts.ts';
import { conclusionOf, EMPTY_DRAFT } from './conclusion.ts';
import { Elsewhere, useTypedPlace } from './elsewhere.tsx';
import { Follow } from './follow.tsx';
import { followingOf, missingOf } from './meaning.ts';
import { Missing } from './missing.tsx';
import { Refused } from './refused.tsx';
import { Told, useTold } from './told.tsx';
import { useCaseOf } from './use-applicant-of.ts';

type Props = {
  caseId: CaseId;
  matterId: MatterId;
  kind: ConclusionKind;
  send: Send;
  leave: () => void;
  done: (caseId: CaseId, paper: Paper) => void;
};

export function ConcludeForm({ caseId, matterId, kind, send, leave, done }: Props) {
  const { say, client, me } = useApp();
  const kept = useKept(me.clerkId, caseId);
  const matter = useCaseMatter(caseId, matterId);
  const draft = kept.draft ?? blankOf(matter, kept.ticked);
  const following = matter && kind === 'accepted' ? followingOf(matter, kept.ticked) : [];
  // C16: what is ticked is what lies there; whoever began to tick has not everything before it is all ticked.
  const lacking = matter && kind === 'accepted' && following.length === 0 && kept.ticked.length > 0;
  const missing = lacking ? missingOf(matter, kept.ticked).length : 0;
  const one = useCaseOf(caseId, true);
  const applicant = kind === 'notice' ? one?.applicant : undefined;
  const [isHelper, setIsHelper] = useState(false);
  const helps = one?.helper && !one.helper.isOver ? { helper: isHelper } : {};
  const { isTyped, isNobodyToReach } = useTypedPlace(kind, caseId, draft);
  const told = useTold(kind, caseId);
  const isThin = isTyped && !hasSubstance(draft.note);
  const isUntold = told.isNeeded && (draft.told === '' || !told.ways.includes(draft.told));
  // C14: who came is asked once it is known whether somebody helps.
  const isHeld = !one || missing > 0 || isThin || (isNobodyToReach && !draft.unreachable) || isUntold;
  const conclusion = isHeld ? null : conclusionOf(kind, draft, following);
  const put = (part: Partial<Draft>) => keep(me.clerkId, caseId, { draft: { ...draft, ...part } });

  /** C7: what lies there says what the notice asks for; nothing ticked asks for nothing until somebody says so. */
  const there = (ids: string[], isNothing: boolean) => {
    if (!matter) return;
    const asked = ids.length > 0 || isNothing ? missingOf(matter, ids) : [];
    keep(me.clerkId, caseId, { ticked: ids, draft: { ...draft, missing: asked } });
  };

  async function conclude(complete: Conclusion) {
    const reply = await send((requestId) =>
      client.cases.conclude({ requestId, caseId, conclusion: complete, ...helps }),
    );
    if (!reply) return;
    dropKept(me.clerkId, caseId);
    done(caseId, reply);
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
      {missing > 0 ? (
        <p className="trouble" role="alert" data-testid="accept-missing">
          {say('acceptMissing', { count: missing })}
        </p>
      ) : (
        <p className="soft">
          <b className="pine">{say(`conclude.${kind}`)}</b>{' '}
          {following.length === 0 && <span>{say(`conclude.${kind}.lead`)}</span>}
        </p>
      )}
      {kind === 'notice' && applicant === null && (
        <p className="soft" role="status" data-testid="by-number-alone">
          {say('noticeByNumberAlone')}
        </p>
      )}
      {kind === 'notice' && (
        <Missing materials={matter?.materials ?? []} ticked={kept.ticked} draft={draft} there={there} />
      )}
      {matter && following.length > 0 && <Follow matter={matter} items={following} draft={draft} put={put} />}
      {kind === 'not-ours' && <Elsewhere draft={draft} put={put} isNobodyToReach={isNobodyToReach} />}
      {kind === 'refused' && <Refused draft={draft} put={put} />}
      {told.isAsked && <Told kind={kind} draft={draft} put={put} isNeeded={told.isNeeded} ways={told.ways} />}
      {one?.helper && !one.helper.isOver && <WhoComes one={one} helper={isHelper} put={setIsHelper} />}
      <div className="conclude-foot">
        {kind === 'refused' ? (
          <span />
        ) : (
          <Input
            autoFocus={kind !== 'notice' && kind !== 'not-ours' && following.length === 0}
            data-testid="note"
            maxLength={500}
            placeholder={say(isTyped ? 'note.not-ours' : noteOf(kind))}
            aria-label={say(isTyped ? 'note.not-ours' : noteOf(kind))}
            value={draft.note}
            onChange={(event) => put({ note: event.target.value })}
          />
        )}
        <Button onClick={leave}>
          <span>{say('cancel')}</span>
          <KeyCap>Esc</KeyCap>
        </Button>
        <Button type="primary" htmlType="submit" disabled={!conclusion} data-testid="conclude-submit">
          <span>
            {kind === 'notice' && draft.missing.length > 0
              ? say('checklistNotice', { count: draft.missing.length })
              : say('concludeSubmit')}
          </span>
          <KeyCap>{say('keyEnter')}</KeyCap>
        </Button>
      </div>
    </form>
  );
}

/** What the note is of, and whether there has to be one. */
function noteOf(kind: ConclusionKind) {
  return kind === 'answered' || kind === 'not-needed' || kind === 'escalated' ? (`note.${kind}` as const) : 'note';
}

/** What was ticked before is not asked again. */
function blankOf(matter: Matter | undefined, ticked: readonly string[]): Draft {
  const missing = matter && ticked.length > 0 ? missingOf(matter, ticked) : [];
  return { ...EMPTY_DRAFT, basis: matter?.basis['zh-Hans'] ?? '', missing };
}
