/** The one box (A3, C12): a number, a telephone, a name, a document or a matter, by keys alone. */
import { Input } from 'antd';
import { useState } from 'react';
import { inLanguage, type MatterId } from '../../schema/ids.ts';
import type { BoxAnswer } from '../../schema/line/box.ts';
import { matterName, useApp } from '../app-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { caseState } from '../people/person-words.ts';
import { dayText } from '../words/hall-time.ts';
import { MatterFacts } from '../work/sitting/matter-facts.tsx';
import './box.css';
import { type Hit, hitsOf } from './hits.ts';

export function Box({ leave }: { leave: () => void }) {
  const { say, client, act, catalogue, openCase, openTicket } = useApp();
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<BoxAnswer | null>(null);
  const [at, setAt] = useState(0);
  const [isWrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<MatterId | null>(null);
  const hits = hitsOf(typed, answer, catalogue.matters);

  function type(text: string) {
    setTyped(text);
    setAnswer(null);
    setWrong(false);
    setShown(null);
    setAt(0);
  }
  async function ask() {
    setBusy(true);
    setAnswer(await act(() => client.tickets.box({ typed })));
    setBusy(false);
    setAt(0);
  }
  async function choose(hit: Hit | undefined) {
    switch (hit?.kind) {
      case undefined:
        return setWrong(typed.trim() !== '' && !answer);
      case 'ask':
        return ask();
      case 'ticket':
        leave();
        return openTicket(hit.ticket);
      case 'case':
        leave();
        return openCase(hit.caseId);
      case 'matter':
        return setShown((before) => (before === hit.matterId ? null : hit.matterId));
      case 'person':
        return;
      default:
        return hit satisfies never;
    }
  }
  const isNothing = answer !== null && !answer.ticket && answer.cases.length === 0 && answer.people.length === 0;
  return (
    <Dialog title={say('box')} leave={leave} width={680}>
      <form
        className="box"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void choose(hits[at]);
        }}
      >
        <Input
          size="large"
          maxLength={64}
          autoComplete="off"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls="box-hits"
          aria-activedescendant={hits[at] ? `box-hit-${at}` : undefined}
          aria-label={say('boxTyped')}
          placeholder={say('boxTyped')}
          data-testid="box-typed"
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (!step || event.nativeEvent.isComposing || hits.length === 0) return;
            event.preventDefault();
            setAt((at + step + hits.length) % hits.length);
          }}
        />
        {isWrong && (
          <p className="box-wrong" role="alert" data-testid="box-wrong">
            {say('boxWrong')}
          </p>
        )}
        {isNothing && (
          <p className="soft" role="status" data-testid="box-nothing">
            {say('boxNothing')}
          </p>
        )}
        {answer?.isCut && <p className="soft">{say('personCut')}</p>}
        <div className="box-hits" role="listbox" id="box-hits" aria-label={say('boxHits')}>
          {hits.map((hit, place) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the same
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            <div
              key={keyOf(hit)}
              id={`box-hit-${place}`}
              role="option"
              aria-selected={place === at}
              className="box-hit"
              data-testid={`box-${hit.kind}`}
              ref={(row) => {
                if (place === at) row?.scrollIntoView({ block: 'nearest' });
              }}
              onClick={() => void choose(hit)}
            >
              <HitWords hit={hit} />
              {hit.kind === 'matter' && hit.matterId === shown && <MatterFacts matterId={hit.matterId} />}
            </div>
          ))}
        </div>
        <p className="box-foot soft">{say('boxKeys')}</p>
      </form>
    </Dialog>
  );
}

function HitWords({ hit }: { hit: Hit }) {
  const app = useApp();
  const { say, language } = app;
  switch (hit.kind) {
    case 'ask': {
      const { sought } = hit;
      const things = sought.kind === 'person' ? sought.keys.map(({ by }) => say(`personBy.${by}`)) : [];
      const what = sought.kind === 'person' ? things.join(say('listComma')) : say(`boxAsk.${sought.kind}`);
      return (
        <span>
          {say('boxAsk', { what })}
          {sought.kind === 'person' && <span className="soft"> {say('boxRecorded')}</span>}
        </span>
      );
    }
    case 'ticket': {
      const { number, day, phase, matterNames } = hit.ticket;
      return (
        <span>
          <b className="box-no">{number}</b> {dayText(day, language)}{' '}
          <span className="chip">{say(`ticket.${phase}` as 'ticket.waiting')}</span>{' '}
          {matterNames.map((names) => inLanguage(names, language)).join(say('listComma'))}
        </span>
      );
    }
    case 'case':
      return (
        <span>
          <Person of={hit.of} />
          <b className="box-no">{hit.number}</b> {inLanguage(hit.names, language)}{' '}
          <span className="chip">{caseState(say, hit.state)}</span>
        </span>
      );
    case 'person':
      return (
        <span>
          <Person of={hit.of} />
          <span className="soft">{say('personNoCases')}</span>
        </span>
      );
    case 'matter':
      return (
        <span>
          <span className="soft">{say('boxMatter')}</span> {matterName(app, hit.matterId)}
        </span>
      );
    default:
      return hit satisfies never;
  }
}

function Person({ of }: { of: Extract<Hit, { kind: 'person' }>['of'] | null }) {
  const { say } = useApp();
  if (!of) return null;
  return (
    <span className="box-person">
      {[of.name, of.telephone].filter(Boolean).join(' ')}
      {of.unproved && (
        <>
          {' '}
          <span className="chip chip-unproved" data-testid="box-unproved">
            {say('telephoneUnproved')}
          </span>
        </>
      )}
    </span>
  );
}

function keyOf(hit: Hit): string {
  switch (hit.kind) {
    case 'ask':
      return 'ask';
    case 'ticket':
      return hit.ticket.ticketId;
    case 'case':
      return `${hit.caseId} ${hit.of?.personId ?? ''}`;
    case 'person':
      return hit.of.personId;
    case 'matter':
      return hit.matterId;
    default:
      return hit satisfies never;
  }
}
