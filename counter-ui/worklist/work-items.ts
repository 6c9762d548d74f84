/** WHAT TO DO NOW, for one reader: the rows of the board as one list, in the order in which promises break. Pure. */

import { breaksAt, type Task, type TaskKind } from '../../schema/cases/worklist/task.ts';
import type { Matter } from '../../schema/catalogue/catalogue.ts';
import type { LostCover } from '../../schema/hours/cover.ts';
import type { CaseId, ClerkId, CounterId, Day, MatterId } from '../../schema/ids.ts';
import type { UncalledTicket } from '../../schema/line/views.ts';
import type { NoteRow } from '../../schema/messages/rows.ts';
import { addDays } from '../../schema/time.ts';
import type { StaffRole } from '../../schema/who.ts';
import type { CaseAct } from '../cases/acts/case-acts.ts';
import type { StaffRows } from '../work/seat.ts';

/** `finish`: somebody is still at my counter after its closing; `release`: at another's. */
type OtherKind =
  | 'finish'
  | 'release'
  | 'hand-over'
  | 'cover'
  | 'cover-ahead'
  | 'uncalled'
  | 'alert'
  | 'entrustment'
  | 'news';
export type ItemKind = TaskKind | OtherKind;

export type WorkItem = {
  id: string;
  kind: ItemKind;
  by: Task['by'];
  /** C9: its day may still move. */
  provisional: boolean;
  /** When it is broken; what has no day but cannot wait is broken already. */
  breaksMs: number;
  /** It is mine to do, and not only a colleague's whom I answer for. */
  mine: boolean;
  caseId: CaseId | null;
  counterId: CounterId | null;
  number: string;
  matterId: MatterId | null;
  who: string | null;
  /** Who has it. */
  clerkId: ClerkId | null;
  clerkName: string | null;
  /** Who has to do it; null: any supervisor. Of lost cover: who is away. */
  toName: string | null;
  count: number | null;
  words: string | null;
  note: NoteRow | null;
};

type Facts = {
  rows: Pick<StaffRows, 'work' | 'counters' | 'unhandled' | 'notes'>;
  me: { clerkId: ClerkId; role: StaffRole };
  today: Day;
  matters: readonly Matter[];
  /** The names of those who are away now; a supervisor's screen alone knows them. */
  away: ReadonlyMap<string, string>;
  /** Which openings to come lose cover; a supervisor's screen alone knows it. */
  lost: readonly LostCover[];
  /** Whom no opening to come would call; a supervisor's screen alone knows it. */
  uncalled: readonly UncalledTicket[];
  /** What others did with the cases of which I was first contact. */
  news: number;
};

const NOW = 0;
/** What no task of a case says, until somebody ticked it. */
const ALERTS: NoteRow['kind'][] = ['message-failed', 'handover-lapsed', 'handover-declined'];
/** L2: supervisors see it so many days before. */
const ENDING_DAYS = 30;

export function workItems(facts: Facts): WorkItem[] {
  const { role } = facts.me;
  if (role === 'administrator') return [];
  const all = [...ofCases(facts), ...ofCounters(facts), ...ofNews(facts)];
  const items = role === 'supervisor' ? [...all, ...ofHall(facts)] : all.filter(({ mine }) => mine);
  return items.sort(
    (a, b) => order(a.breaksMs, b.breaksMs) || Number(b.mine) - Number(a.mine) || a.number.localeCompare(b.number) || 0,
  );
}

function order(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function item(id: string, kind: ItemKind, more: Partial<WorkItem>): WorkItem {
  return {
    ...{ id, kind, by: null, breaksMs: breaksAt(more.by ?? null), mine: true, caseId: null, counterId: null },
    ...{ number: '', matterId: null, who: null, clerkId: null, clerkName: null, count: null },
    ...{ toName: null, words: null, note: null, provisional: false },
    ...more,
  };
}

function ofCases({ rows, me }: Facts): WorkItem[] {
  return rows.work.flatMap(({ id, number, matterId, who, handler, handlerName, tasks }) =>
    tasks.map(({ kind, by, to, toName, author, count, words, provisional }, at) =>
      item(`${id}.${kind}.${at}`, kind, {
        ...{ by, count, words, number, matterId, who, caseId: id, clerkId: handler, clerkName: handlerName, toName },
        provisional,
        mine: to.length > 0 ? to.includes(me.clerkId) : me.role === 'supervisor' && author !== me.clerkId,
      }),
    ),
  );
}

/** T12: a counter that is still occupied after its closing. */
function ofCounters({ rows, me }: Facts): WorkItem[] {
  return rows.counters.flatMap(({ id, label, clerkId, clerkName, number, closingSince }) => {
    if (closingSince === null) return [];
    const mine = clerkId === me.clerkId;
    const about = { by: closingSince, mine, counterId: id, number: number ?? '', words: label, clerkId, clerkName };
    return [item(`counter.${id}`, mine ? 'finish' : 'release', about)];
  });
}

/** C2. */
function ofNews({ news }: Facts): WorkItem[] {
  return news > 0 ? [item('news', 'news', { count: news })] : [];
}

/** C11, L2, L3: whose cases nobody handles, for which matter nobody is there, who would never be called, which message nobody got, and what the hall may soon not offer any more. */
function ofHall({ rows, matters, today, away, lost, uncalled }: Facts): WorkItem[] {
  const alerts = rows.notes.filter(({ kind, tickedBy }) => tickedBy === null && ALERTS.includes(kind));
  return [
    ...rows.unhandled.map(({ id, name, cases, why }) =>
      item(`unhandled.${id}`, 'hand-over', { breaksMs: NOW, clerkId: id, clerkName: name, count: cases, words: why }),
    ),
    ...uncalled.map(({ ticketId, number, matterId, counterLabels }) =>
      item(`uncalled.${ticketId}`, 'uncalled', {
        breaksMs: NOW,
        number,
        matterId,
        words: counterLabels.join(' / ') || '—',
      }),
    ),
    ...matters.flatMap(({ id, offered, clerkA, clerkB }) => {
      const gone = [clerkA, clerkB].flatMap((clerk) => (clerk && away.get(clerk)) ?? []);
      const isLost = offered && gone.length === 2;
      return isLost ? [item(`cover.${id}`, 'cover', { breaksMs: NOW, matterId: id, toName: gone.join('、') })] : [];
    }),
    ...lost.map(({ matterId, openings, nameA, nameB }) =>
      item(`cover-ahead.${matterId}`, 'cover-ahead', {
        ...{ by: openings[0]?.day ?? null, matterId, count: openings.length, toName: `${nameA}、${nameB}` },
      }),
    ),
    ...alerts.map((note) =>
      item(`note.${note.id}`, 'alert', { breaksMs: Date.parse(note.at), caseId: note.caseId, note }),
    ),
    ...matters.flatMap(({ id, standing }) => {
      const until = standing?.entrustment?.until;
      const isNear = until !== undefined && until >= today && until <= addDays(today, ENDING_DAYS);
      return isNear ? [item(`matter.${id}`, 'entrustment', { by: until, matterId: id })] : [];
    }),
  ];
}

export type ItemAct =
  | { kind: 'accept' | 'confirm' | 'case' | 'release' | 'tick' | 'matter' }
  | { kind: 'act'; act: CaseAct }
  | { kind: 'go'; section: 'work' | 'cases' | 'hall-cases' | 'absences' | 'openings' };

const ACTS: Partial<Record<ItemKind, CaseAct>> = {
  tell: 'tell',
  ring: 'tell',
  'ring-up': 'ring',
  inquiry: 'answer-inquiry',
  question: 'answer-question',
  escalation: 'escalation',
  explain: 'explain',
  deemed: 'accept-after',
  'late-papers': 'answer-late',
};

/** What the row's one button does; what is a colleague's is looked at. Null: there is nothing to press. */
export function actOf({ kind, mine, caseId }: WorkItem): ItemAct | null {
  if (kind === 'finish') return { kind: 'go', section: 'work' };
  if (kind === 'release') return { kind: 'release' };
  if (kind === 'hand-over') return { kind: 'go', section: 'hall-cases' };
  if (kind === 'cover') return { kind: 'go', section: 'absences' };
  if (kind === 'cover-ahead' || kind === 'uncalled') return { kind: 'go', section: 'openings' };
  if (kind === 'news') return { kind: 'go', section: 'cases' };
  if (kind === 'alert') return { kind: 'tick' };
  if (kind === 'entrustment') return { kind: 'matter' };
  if (!caseId) return null;
  if (!mine) return { kind: 'case' };
  if (kind === 'offer') return { kind: 'accept' };
  if (kind === 'review') return { kind: 'confirm' };
  const act = ACTS[kind];
  return act ? { kind: 'act', act } : { kind: 'case' };
}
