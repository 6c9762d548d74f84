import type { HallCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';

/** The case that this one goes on from, and those that go on from it. */
export function CaseLinks({ one }: { one: HallCase }) {
  const { say, openCase } = useApp();
  if (one.links.length === 0) return null;
  return (
    <section data-testid="case-links">
      <h2>{say('linkedCases')}</h2>
      {one.links.map(({ caseId, is, number, phase, outcome }) => (
        <p key={caseId}>
          {say(`linked.${is}`)}{' '}
          <button type="button" className="plain" data-testid={`linked-${is}`} onClick={() => openCase(caseId)}>
            <b>{number}</b>
          </button>{' '}
          <span className={`chip phase-${phase}`}>
            {phase === 'closed' && outcome
              ? say(`outcome.${outcome}` as 'outcome.done')
              : say(`phase.${phase}` as 'phase.open')}
          </span>
        </p>
      ))}
    </section>
  );
}
