import { Button, Checkbox } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import type { ConclusionKind } from '../../../schema/cases/conclusion.ts';
import { materialText } from '../../../schema/catalogue/material.ts';
import type { CaseId, MatterId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { useCaseMatter } from '../../hooks/use-case-matter.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { KeyCap } from '../../parts/key-cap.tsx';
import { followingOf, meaningOf, missingOf } from './conclude/meaning.ts';
import { keep, useKept } from './drafts.ts';

type Props = { caseId: CaseId; matterId: MatterId; conclude: (kind: ConclusionKind) => void };

/** What lies there is ticked; what that means stands below, and the next action does it (C7, C16). */
export function Checklist({ caseId, matterId, conclude }: Props) {
  const { say, language, me } = useApp();
  const list = useRef<HTMLDivElement>(null);
  const { ticked, draft } = useKept(me.clerkId, caseId);
  const matter = useCaseMatter(caseId, matterId);
  const focus = () => list.current?.querySelector<HTMLElement>('input')?.focus();
  useKeys({ KeyL: focus });
  if (!matter) return null;
  const { materials } = matter;
  const meaning = meaningOf(matter, ticked);
  const missing = missingOf(matter, ticked);
  const following = followingOf(matter, ticked);
  const tick = (ids: string[]) => {
    const known = draft && { ...draft, missing: missingOf(matter, ids) };
    keep(me.clerkId, caseId, { ticked: ids, draft: known });
  };
  const next = () => (meaning ? conclude(meaning) : focus());
  const onKey = (event: KeyboardEvent) => {
    const boxes = [...(list.current?.querySelectorAll<HTMLElement>('input') ?? [])];
    const at = boxes.indexOf(event.target as HTMLElement);
    if (event.key === 'ArrowDown') boxes[at + 1]?.focus();
    else if (event.key === 'ArrowUp') boxes[at - 1]?.focus();
    else if (event.key === 'a') tick(missing.length === 0 ? [] : materials.map(({ id }) => id));
    else if (event.key === 'Enter') next();
    else if (event.key === 'Escape') (event.target as HTMLElement).blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the checkboxes are the controls; arrows move between them
    <div className="checklist" ref={list} onKeyDown={onKey} data-testid="checklist">
      {materials.length > 0 && (
        <p className="soft">
          {say('checklistLead')} <KeyCap>L</KeyCap> {say('checklistAll')} <KeyCap>A</KeyCap>
        </p>
      )}
      <div className="checklist-items">
        {materials.map((material, at) => (
          <Checkbox
            key={material.id}
            data-testid={`ticked-${at}`}
            checked={ticked.includes(material.id)}
            onChange={(event) =>
              tick(event.target.checked ? [...ticked, material.id] : ticked.filter((id) => id !== material.id))
            }
          >
            {materialText(material, language)}{' '}
            {material.mayFollow && <span className="chip">{say('followLater')}</span>}
          </Checkbox>
        ))}
      </div>
      <Button size="small" data-checklist-next data-testid="checklist-next" tabIndex={-1} onClick={next}>
        {meaning === 'notice'
          ? say('checklistNotice', { count: missing.length })
          : meaning && following.length > 0
            ? say('checklistFollow', { count: following.length })
            : meaning
              ? say(`conclude.${meaning}`)
              : say('checklistBegin')}
      </Button>
    </div>
  );
}
