/** The counter and the resident before it: the number, why this one, the running clock. */
import { inLanguage } from '../../../schema/ids.ts';
import { whySentence } from '../../../schema/line/why.ts';
import { matterName, useApp } from '../../app-context.ts';
import { useNow } from '../../hooks/use-now.ts';
import { ClassTag } from '../../parts/class-tag.tsx';
import { KeyButton } from '../../parts/key-button.tsx';
import { clockTime, runningTime } from '../../words/hall-time.ts';
import type { LiveKeys, Seat } from '../seat.ts';
import type { Commands } from '../work-keys.ts';

type Props = { seat: Seat; keys: LiveKeys; commands: Commands };

export function Visit({ seat, keys, commands }: Props) {
  const { say, catalogue, language } = useApp();
  const { counter, ticket } = seat;
  if (!counter) return null;
  const groups = catalogue.groups.filter((group) => counter.letters.includes(group.id));
  return (
    <header className="visit">
      <div className="visit-strip">
        <span className="counter-label" data-testid="my-counter">
          {say('counterN', { label: counter.label })}
        </span>
        <span className={`chip phase-${counter.phase}`} data-testid="counter-phase">
          {say(`counter.${counter.phase}`)}
        </span>
        <span className="visit-groups">
          {groups.map((group) => (
            <span key={group.id} title={inLanguage(group.names, language)}>
              <b>{group.id}</b> {inLanguage(group.names, language)}
            </span>
          ))}
        </span>
        {counter.phase === 'closed' ? (
          <KeyButton size="small" type="text" onPress={commands.choose} testId="choose-counter">
            {say('otherCounter')}
          </KeyButton>
        ) : (
          <>
            <KeyButton
              size="small"
              type="text"
              keyName="O"
              disabled={!keys.pause}
              onPress={commands.pause}
              testId="pause"
            >
              {say('pause')}
            </KeyButton>
            <KeyButton
              size="small"
              type="text"
              keyName="X"
              disabled={!keys.close}
              {...(ticket ? { hint: say('closeBusy', { number: ticket.number }) } : {})}
              onPress={commands.close}
              testId="close"
            >
              {say('closeCounter')}
            </KeyButton>
          </>
        )}
      </div>
      {counter.phase === 'closing' && (
        <p className="closing-lead" role="status" data-testid="closing-lead">
          {say('counterClosingLead', { number: ticket?.number ?? '' })}
        </p>
      )}
      {ticket ? <Before seat={seat} /> : <Nobody seat={seat} />}
    </header>
  );
}

function Before({ seat }: { seat: Seat }) {
  const app = useApp();
  const { say, language } = app;
  const ticket = seat.ticket!;
  const shown = ticket.sitting.length > 0 ? ticket.sitting : ticket.remaining;
  return (
    <>
      <div className="visit-hero">
        <div className="number" data-testid="current-number">
          {ticket.number}
        </div>
        <div className="visit-facts">
          <div>
            <ClassTag klass={ticket.klass} />{' '}
            <span className="soft">{say('arrivedAt', { time: clockTime(ticket.arrivedAt) })}</span>
            {ticket.phase === 'called' && <span className="soft"> · {say('callNo', { count: ticket.calls })}</span>}
          </div>
          <div className="visit-matters">
            {shown.map((matterId) => matterName(app, matterId)).join(say('listComma'))}
          </div>
        </div>
        <SittingClock seat={seat} />
      </div>
      {ticket.why && (
        <p className="why" data-testid="why">
          <b>{say('why')}</b> {whySentence(ticket.why, language)}
        </p>
      )}
    </>
  );
}

/** Amber once it runs longer than the catalogue's typical minutes of the sitting's matters. */
function SittingClock({ seat }: { seat: Seat }) {
  const { say, matters } = useApp();
  const now = useNow();
  const ticket = seat.ticket!;
  const from = ticket.startedAt ?? ticket.calledAt;
  if (!from) return null;
  const typicalMin = ticket.sitting.reduce((sum, id) => sum + (matters.get(id)?.typicalMinutes ?? 0), 0);
  const ms = now - Date.parse(from);
  const long = ticket.startedAt !== null && typicalMin > 0 && ms > typicalMin * 60_000;
  return (
    <div className={`sitting-clock ${long ? 'amber' : ''}`} data-testid="sitting-clock">
      <b>{runningTime(ms)}</b>
      <span>{ticket.startedAt ? say('servingFor', { minutes: typicalMin }) : say('calledFor')}</span>
    </div>
  );
}

function Nobody({ seat }: { seat: Seat }) {
  const { say, board } = useApp();
  const hall = board.rows.hall[0];
  const paused = seat.counter?.phase === 'paused';
  const closed = seat.counter?.phase === 'closed';
  return (
    <div className="visit-hero">
      <div className="number number-quiet" data-testid="waiting-count">
        {seat.waiting}
      </div>
      <div className="visit-facts">
        <div className="visit-matters">{say('peopleWait')}</div>
        <div className="soft">
          {paused && say('youPause')}
          {closed && say('counterIsClosed')}
          {!paused && !closed && hall?.endsAt && say('hallOpenUntil', { time: clockTime(hall.endsAt) })}
          {!hall?.open && hall?.nextStartsAt && ` ${say('hallOpensAt', { time: clockTime(hall.nextStartsAt) })}`}
        </div>
      </div>
    </div>
  );
}
