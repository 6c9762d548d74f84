/** WHAT TO DO NOW: one list that the board pushes, the promise that breaks next on top; one key a row (C2–C13, T12). */
import { Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CaseId, ClerkId } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { CasePage } from '../cases/page/case-page.tsx';
import { useHeld } from '../hooks/lists/use-held.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { Nothing } from '../parts/nothing.tsx';
import { Page } from '../parts/page.tsx';
import { NextDue } from './next-due.tsx';
import { useItemAct } from './use-item-act.tsx';
import { useWorkItems } from './use-work-items.ts';
import type { ItemKind, WorkItem } from './work-items.ts';
import { WorkRowLine } from './work-row.tsx';
import './worklist.css';

/** So many rows at first, and with each press of the button below them. */
const PAGE = 50;

export function Worklist() {
  const { say, me } = useApp();
  const items = useWorkItems();
  const isHall = me.role === 'supervisor';
  const [whose, setWhose] = useState<ClerkId | 'mine' | null>(null);
  const [kind, setKind] = useState<ItemKind | null>(null);
  const [caseId, openCase] = useState<CaseId | null>(null);
  const chosen = items.filter((item) => isOf(item, whose) && (kind === null || item.kind === kind));
  // Outside of the list: the row that was chosen is the chosen one again when its case is left.
  const [selected, select] = useState<string | null>(null);
  if (caseId) return <CasePage key={caseId} caseId={caseId} leave={() => openCase(null)} />;
  return (
    <Page
      title={say('section.todo')}
      lead={say(isHall ? 'todoLeadHall' : 'todoLead')}
      actions={isHall && <Choice items={items} whose={whose} setWhose={setWhose} kind={kind} setKind={setKind} />}
    >
      {items.length === 0 && <Nothing sentence={say('todoNone')} />}
      {items.length === 0 && <NextDue />}
      {items.length > 0 && chosen.length === 0 && <Nothing sentence={say('todoNoneHere')} />}
      {chosen.length > 0 && <Rows items={chosen} selected={selected} select={select} openCase={openCase} />}
    </Page>
  );
}

function isOf({ mine, clerkId }: WorkItem, whose: ClerkId | 'mine' | null): boolean {
  if (whose === null) return true;
  return whose === 'mine' ? mine : clerkId === whose;
}

type ChoiceProps = {
  items: WorkItem[];
  whose: ClerkId | 'mine' | null;
  setWhose: (whose: ClerkId | 'mine' | null) => void;
  kind: ItemKind | null;
  setKind: (kind: ItemKind | null) => void;
};

/** Of the whole hall's list a part: whose, and of what kind. */
function Choice({ items, whose, setWhose, kind, setKind }: ChoiceProps) {
  const { say } = useApp();
  const clerks = new Map(items.flatMap(({ clerkId, clerkName }) => (clerkId ? [[clerkId, clerkName ?? '']] : [])));
  const countOf = (is: (item: WorkItem) => boolean) => items.filter(is).length;
  const kinds = [...new Set(items.map((item) => item.kind))];
  return (
    <>
      <Select<ClerkId | 'mine' | ''>
        aria-label={say('todoWhose')}
        data-testid="todo-whose"
        showSearch={{ optionFilterProp: 'label' }}
        value={whose ?? ''}
        onChange={(next) => setWhose(next === '' ? null : next)}
        style={{ width: 210 }}
        options={[
          { value: '', label: say('todoAll', { count: items.length }) },
          { value: 'mine', label: say('todoMine', { count: countOf(({ mine }) => mine) }) },
          ...[...clerks].map(([id, name]) => ({
            value: id as ClerkId,
            label: `${name} · ${countOf(({ clerkId }) => clerkId === id)}`,
          })),
        ]}
      />
      <Select<ItemKind | ''>
        aria-label={say('todoWhat')}
        data-testid="todo-kind"
        value={kind ?? ''}
        onChange={(next) => setKind(next === '' ? null : next)}
        style={{ width: 210 }}
        options={[
          { value: '', label: say('todoAnyKind') },
          ...kinds.map((one) => ({
            value: one,
            label: `${say(`todoKind.${one}`)} · ${countOf((item) => item.kind === one)}`,
          })),
        ]}
      />
    </>
  );
}

type RowsProps = {
  items: WorkItem[];
  selected: string | null;
  select: (id: string | null) => void;
  openCase: (caseId: CaseId) => void;
};

function Rows({ items, selected, select, openCase }: RowsProps) {
  const { say } = useApp();
  const { rows, hold } = useHeld(items);
  const [shown, setShown] = useState(PAGE);
  const { run, dialog } = useItemAct(openCase);
  const list = useRef<HTMLUListElement>(null);
  // A row that is done leaves its place to the next one.
  const lastAt = useRef(0);
  const known = rows.findIndex(({ row }) => row.id === selected);
  const at = known >= 0 ? known : Math.min(lastAt.current, rows.length - 1);
  useEffect(() => {
    lastAt.current = at;
    list.current?.querySelector('[data-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const move = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + by));
    if (next >= shown) setShown(next + PAGE);
    select(rows[next]?.row.id ?? null);
  };
  const current = rows[at];
  const down = () => move(1);
  const up = () => move(-1);
  const press = () => current && !current.gone && run(current.row);
  const open = () => current?.row.caseId && openCase(current.row.caseId);
  const keys = { ArrowDown: down, KeyJ: down, ArrowUp: up, KeyK: up, Enter: press, KeyO: open };
  useKeys(dialog === null ? keys : {});
  return (
    <>
      <ul className="todo" ref={list} {...hold} data-testid="todo">
        {rows.slice(0, shown).map(({ row, gone }, place) => (
          <WorkRowLine
            key={row.id}
            item={row}
            gone={gone}
            isSelected={place === at}
            choose={() => select(row.id)}
            press={() => run(row)}
            open={() => row.caseId && openCase(row.caseId)}
          />
        ))}
      </ul>
      {rows.length > shown && (
        <Button block onClick={() => setShown(shown + PAGE)} data-testid="todo-more">
          {say('todoMore', { count: Math.min(PAGE, rows.length - shown) })}
        </Button>
      )}
      {dialog}
    </>
  );
}
