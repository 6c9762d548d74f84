import { useQuery } from '@tanstack/react-query';
import type { MyCase } from '../../../schema/cases/views.ts';
import { inLanguage } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { Trouble } from '../../parts/answer.tsx';
import { caseClock, clockWords } from '../case-clock.ts';
import { DueDate, isProvisional } from '../due-date.tsx';
import { bySoonest, clockDay, isOver, urgencyOf } from './case-order.ts';

const SHOWN = 6;

/** While nobody is before me: the clocks I answer for that run out first (C10). */
export function SoonestCases() {
  const { say, client } = useApp();
  const asked = useQuery({
    queryKey: ['cases', 'mine', SHOWN],
    queryFn: () => client.cases.mine({ first: 3 * SHOWN }),
  });
  if (asked.error) return <Trouble asked={asked} />;
  const open = bySoonest(asked.data ?? []).filter((one) => !isOver(one) && !one.offer?.toMe);
  if (open.length === 0) return null;
  return (
    <section className="soonest">
      <h2>{say('soonestCases')}</h2>
      {open.slice(0, SHOWN).map((one) => (
        <Clock key={one.caseId} one={one} />
      ))}
    </section>
  );
}

function Clock({ one }: { one: MyCase }) {
  const { say, language, matters } = useApp();
  const clock = caseClock(one, matters.get(one.matterId)?.limitDays ?? null);
  const dueOn = clockDay(one);
  return (
    <div>
      <b className={`soonest-${urgencyOf(one)}`}>{clockWords(say, clock)}</b>
      <span>{one.number}</span>
      <span>{inLanguage(one.matterNames, language)}</span>
      <span className="soft">
        {one.offer?.toMe
          ? say('mine.receiver')
          : dueOn && <DueDate dueOn={dueOn} provisional={isProvisional(one, dueOn)} />}
      </span>
    </div>
  );
}
