/** What of the ticket has its conclusion (C16, T8): what it is, where, when and by whom, so that nobody asks twice. */
import { inLanguage } from '../../../schema/ids.ts';
import type { VisitView } from '../../../schema/line/visit.ts';
import { useApp } from '../../app-context.ts';
import { PapersOf } from '../../cases/papers.tsx';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';

export function ConcludedBefore({ concluded }: Pick<VisitView, 'concluded'>) {
  const { say, language, openCase } = useApp();
  if (concluded.length === 0) return null;
  return (
    <section data-testid="visit-concluded">
      <h3>{say('visitConcluded')}</h3>
      {concluded.map(({ caseId, matterNames, phase, outcome, at, byName, counterLabel }) => (
        <article key={caseId}>
          <button type="button" className="plain" onClick={() => openCase(caseId)}>
            {inLanguage(matterNames, language)}
          </button>
          <p>✓ {outcome ? say(`outcome.${outcome}` as 'outcome.done') : say(`phase.${phase}` as 'phase.open')}</p>
          <p className="soft">
            {dateText(dayOf(at), language)} {clockTime(at)} ·{' '}
            {counterLabel && `${say('counterN', { label: counterLabel })} · `}
            {byName}
          </p>
          <PapersOf caseId={caseId} at={`${phase} ${outcome}`} />
        </article>
      ))}
    </section>
  );
}
