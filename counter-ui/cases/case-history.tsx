import { useQuery } from '@tanstack/react-query';
import type { CaseId } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { Trouble } from '../parts/answer.tsx';
import { clockTime, dateText, dayOf } from '../words/hall-time.ts';
import './case-history.css';
import { stepSentence } from './step-words.ts';

/** Every step of a case, the first one first (C6, C12). */
export function CaseHistory({ caseId }: { caseId: CaseId }) {
  const { client, say, language } = useApp();
  const asked = useQuery({ queryKey: ['cases', caseId, 'history'], queryFn: () => client.cases.history({ caseId }) });
  if (asked.error) return <Trouble asked={asked} />;
  const steps = asked.data ?? [];
  return (
    <section className="case-history" aria-label={say('caseHistory')}>
      <h3>{say('caseHistory')}</h3>
      <ol>
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name and never change their place
          <li key={at} data-testid="case-step">
            <span className="soft">
              {`${dateText(dayOf(step.at), language)} ${clockTime(step.at)} ${step.byName ?? say('stepByHall')}`}
              {step.inPlaceOf && ` ${say('stepInPlace', { name: step.inPlaceOf })}`}
            </span>{' '}
            {stepSentence(say, language, step)}
            {step.words.map((text) => (
              <q key={text}>{text}</q>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
