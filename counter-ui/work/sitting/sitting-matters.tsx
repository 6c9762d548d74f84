/** The matters of the sitting, each with its materials and its case; the conclusion is asked for in place (C5). */
import { useState } from 'react';
import type { ConclusionKind } from '../../../schema/cases/conclusion.ts';
import type { ListedCase } from '../../../schema/cases/views.ts';
import type { CaseId, MatterId } from '../../../schema/ids.ts';
import type { Paper } from '../../app-context.ts';
import { matterName, useApp } from '../../app-context.ts';
import { DueDate } from '../../cases/due-date.tsx';
import { SoonestCases } from '../../cases/list/soonest-cases.tsx';
import { PAPER_WORDS, PapersOf } from '../../cases/papers.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import type { Send } from '../../hooks/use-one-at-a-time.ts';
import { useVisit } from '../../hooks/use-visit.ts';
import { KeyCap } from '../../parts/key-cap.tsx';
import type { Seat, SittingMatter } from '../seat.ts';
import { Checklist } from './checklist.tsx';
import { Choices } from './conclude/choices.tsx';
import { ConcludeForm } from './conclude/conclude-form.tsx';
import { ContinuedList } from './continued-list.tsx';
import { useGoesOn } from './goes-on.tsx';
import { MatterFacts } from './matter-facts.tsx';
import { StillMissing } from './still-missing.tsx';

type Props = {
  seat: Seat;
  kind: ConclusionKind | null;
  setKind: (kind: ConclusionKind | null) => void;
  send: Send;
  concluded: () => void;
  /** A paper's original goes to the printer. */
  printed: () => void;
};

export function SittingMatters({ seat, kind, setKind, send, concluded, printed }: Props) {
  const { say, keepPaper } = useApp();
  const [chosen, setChosen] = useState<MatterId | null>(null);
  const open = seat.matters.filter((matter) => matter.here && !matter.concluded);
  const at = Math.max(
    0,
    open.findIndex((matter) => matter.matterId === chosen),
  );
  const move = (by: number) => setChosen(open[(at + by + open.length) % open.length]?.matterId ?? null);
  const arrows: [string, () => void][] = [
    ['ArrowDown', () => move(1)],
    ['ArrowUp', () => move(-1)],
  ];
  useKeys(open.length > 1 && !kind ? Object.fromEntries(arrows) : {});
  const visit = useVisit(seat.ticket?.phase === 'serving' ? seat.ticket.id : null);
  const { goesOn, question } = useGoesOn(seat.matters, send);
  /** Of which the resident applies anew, although a notice of it is open. */
  const [anew, setAnew] = useState<readonly CaseId[]>([]);
  const continuedOf = ({ matterId, caseRow }: SittingMatter) =>
    caseRow && !anew.includes(caseRow.id)
      ? visit.data?.open.filter(isNoticed).find((one) => one.matterId === matterId)
      : undefined;

  if (!seat.ticket) {
    return (
      <div className="matters">
        <SoonestCases />
      </div>
    );
  }
  if (seat.ticket.phase === 'called') {
    return (
      <div className="matters">
        {seat.matters.map((matter) => (
          <section key={matter.matterId} className="matter">
            <MatterHead matter={matter} />
            <MatterFacts matterId={matter.matterId} />
          </section>
        ))}
      </div>
    );
  }
  return (
    <div className="matters">
      {seat.matters.map((matter) => {
        const current = matter === open[at];
        const continued = current && !kind ? continuedOf(matter) : undefined;
        return (
          <section
            key={matter.matterId}
            className={`matter ${current ? 'matter-current' : ''}`}
            data-testid="matter"
            data-concluded={matter.concluded}
          >
            <MatterHead matter={matter} choose={current || matter.concluded ? undefined : setChosen} />
            {matter.concluded && <Concluded matter={matter} printed={printed} />}
            {matter.concluded && matter.caseRow && <StillMissing caseId={matter.caseRow.id} />}
            {!matter.here && <p className="soft">{say('matterElsewhere')}</p>}
            {current && !kind && <MatterFacts matterId={matter.matterId} listed={!matter.caseRow} />}
            {current && matter.caseRow && (
              <>
                {continued?.notice && (
                  <ContinuedList
                    of={continued}
                    notice={continued.notice}
                    caseId={matter.caseRow.id}
                    send={send}
                    done={() => void goesOn(continued).then(() => visit.refetch())}
                    anew={() => setAnew([...anew, matter.caseRow!.id])}
                  />
                )}
                {!kind && !continued && (
                  <Checklist caseId={matter.caseRow.id} matterId={matter.matterId} conclude={setKind} />
                )}
                <Choices kind={kind} setKind={setKind} />
                {kind && (
                  <ConcludeForm
                    key={`${matter.matterId}${kind}`}
                    caseId={matter.caseRow.id}
                    matterId={matter.matterId}
                    kind={kind}
                    send={send}
                    leave={() => setKind(null)}
                    done={(caseId: CaseId, paper: Paper) => {
                      keepPaper(caseId, paper);
                      setKind(null);
                      concluded();
                    }}
                  />
                )}
              </>
            )}
          </section>
        );
      })}
      {question}
    </div>
  );
}

/** C7: which goes on with what lies there. */
function isNoticed({ notice }: ListedCase): boolean {
  return notice?.items.some(({ received }) => !received) ?? false;
}

function MatterHead({ matter, choose }: { matter: SittingMatter; choose?: ((id: MatterId) => void) | undefined }) {
  const app = useApp();
  const entry = app.matters.get(matter.matterId);
  const name = matterName(app, matter.matterId);
  return (
    <h2 className={matter.concluded ? 'concluded' : ''}>
      {choose && matter.here ? (
        <button type="button" className="as-text" onClick={() => choose(matter.matterId)}>
          {name}
        </button>
      ) : (
        <span>{name}</span>
      )}
      {entry?.evidence === 'drafted' && <span className="chip chip-late">{app.say('drafted')}</span>}
      {matter.caseRow && matter.caseRow.firstContact !== app.me.clerkId && (
        <span className="soft">{app.say('firstContactIs', { name: matter.caseRow.firstContactName })}</span>
      )}
    </h2>
  );
}

/** What was concluded, with its papers: number, due date and the link that prints. */
function Concluded({ matter, printed }: { matter: SittingMatter } & Pick<Props, 'printed'>) {
  const { say, papers } = useApp();
  const row = matter.caseRow;
  if (!row) return <p className="concluded-line">{say('concluded')}</p>;
  const fresh = papers[row.id];
  const { dueOn, provisional } = fresh?.dueOn ? fresh : row;
  const word = row.outcome
    ? say(`outcome.${row.outcome}` as 'outcome.done')
    : say(`phase.${row.phase}` as 'phase.open');
  return (
    <p className="concluded-line">
      <b>✓ {word}</b>
      {row.phase === 'accepted' && dueOn && (
        <span>
          {say('dueOn')}{' '}
          <b data-testid="due-on">
            <DueDate dueOn={dueOn} provisional={provisional} />
          </b>
        </span>
      )}
      {fresh?.paper ? (
        <FreshPaper paper={fresh} caseId={row.id} printed={printed} />
      ) : (
        <PapersOf caseId={row.id} at={row.phase} />
      )}
    </p>
  );
}

/** The paper just given. The first print is the original; after it every other says that it was printed again. */
function FreshPaper({ paper, caseId, printed }: { paper: Paper; caseId: CaseId } & Pick<Props, 'printed'>) {
  const { say, keepPaper } = useApp();
  const kind = paper.paperKind ?? 'receipt';
  return (
    <>
      <span>
        {say(PAPER_WORDS[kind])} <b data-testid={`${kind}-no`}>{paper.paperNo}</b>
      </span>
      <a
        href={paper.paper!}
        target="_blank"
        rel="noreferrer"
        data-paper
        data-testid="print-paper"
        onClick={(event) => {
          if (event.detail > 0) event.currentTarget.blur();
          printed();
          // The browser follows the link first.
          setTimeout(() => keepPaper(caseId, { ...paper, paper: null }));
        }}
      >
        {say('printPaper')} <KeyCap>P</KeyCap>
      </a>
    </>
  );
}
