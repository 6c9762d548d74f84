import type { ListedCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';
import { Papers } from '../papers.tsx';

/** C7: what was given, each printed again under its number. */
export function CasePapers({ one }: { one: ListedCase }) {
  const { say } = useApp();
  return (
    <section data-testid="case-papers">
      <h2>{say('papersGiven')}</h2>
      {one.papers.length > 0 ? <Papers papers={one.papers} /> : <p className="soft">{say('noPapers')}</p>}
    </section>
  );
}
