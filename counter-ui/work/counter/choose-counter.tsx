import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CounterId } from '../../../schema/ids.ts';
import { inLanguage } from '../../../schema/ids.ts';
import type { CounterRow } from '../../../schema/line/rows.ts';
import { useApp } from '../../app-context.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { byLabel } from '../../parts/counter-order.ts';
import { KeyCap } from '../../parts/key-cap.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { atCounter } from '../line-order.ts';
import { Released } from './released.tsx';

type Props = {
  open: (counterId: CounterId) => void;
  busy: boolean;
  back: (() => void) | undefined;
  children: ReactNode;
};

/** Where do you sit today? One digit for the first nine counters, Tab for all. */
export function ChooseCounter({ open, busy, back, children }: Props) {
  const { say, board, me, catalogue, language } = useApp();
  const hall = { counters: board.rows.counters, matters: catalogue.matters };
  const waiting = (row: CounterRow) =>
    atCounter(board.rows.tickets, row, hall).filter(({ phase }) => phase === 'waiting').length;
  const counters = [...board.rows.counters].sort(byLabel);
  const free = (row: CounterRow) => (row.phase === 'closed' && !row.ticketId) || row.clerkId === me.clerkId;
  const taken = (row: CounterRow) =>
    row.number
      ? say('counterServes', { name: row.clerkName ?? '', number: row.number })
      : say('counterTakenBy', { name: row.clerkName ?? '' });
  useKeys(
    Object.fromEntries(
      counters.slice(0, 9).map((row, at) => [`Digit${at + 1}`, () => !busy && free(row) && open(row.id)]),
    ),
  );
  const groupName = (letter: string) => {
    const group = catalogue.groups.find((one) => one.id === letter);
    return group ? inLanguage(group.names, language) : letter;
  };
  return (
    <Page
      title={say('chooseCounter', { name: me.name })}
      lead={say('chooseCounterLead')}
      actions={back && <Button onClick={back}>{say('back')}</Button>}
    >
      <Released />
      {children}
      {counters.length === 0 && <Nothing sentence={say('noCounters')} />}
      <div className="counter-cards">
        {counters.map((row, at) => (
          <button
            key={row.id}
            type="button"
            className="counter-card"
            data-testid="open-counter"
            data-counter={row.label}
            disabled={busy || !free(row)}
            onClick={() => open(row.id)}
          >
            <span className="counter-card-head">
              <b>{say('counterN', { label: row.label })}</b>
              {at < 9 && <KeyCap>{String(at + 1)}</KeyCap>}
            </span>
            <span className="counter-card-groups">
              {row.letters.map((letter) => (
                <span key={letter}>
                  <b>{letter}</b> {groupName(letter)}
                </span>
              ))}
            </span>
            <span data-testid="counter-waiting">{say('counterWaiting', { count: waiting(row) })}</span>
            <span className={`counter-card-foot ${free(row) ? 'pine' : ''}`}>
              {free(row) ? say('counterFree') : taken(row)}
            </span>
          </button>
        ))}
      </div>
    </Page>
  );
}
