/** What is changed for whom, read before it is saved (L1): people and bookings get the new list, open cases keep theirs. */
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import type { MatterId } from '../../../../schema/ids.ts';
import { useApp } from '../../../app-context.ts';
import { clockTime, dateText, dayOf } from '../../../words/hall-time.ts';

export function MatterTouched({ matterIds, isChanged }: { matterIds: MatterId[]; isChanged: boolean }) {
  const { say, client, language, openCase, openTicket, tellWhyNot } = useApp();
  const asked = useQuery({
    queryKey: ['touches', matterIds],
    queryFn: () => client.administration.matterTouches({ matterIds }),
  });
  if (!asked.data) return null;
  const { waiting, booked, cases, first } = asked.data;
  const look = (number: string, day: string) =>
    void client.tickets.lookUp({ number, day }).then(openTicket).catch(tellWhyNot);
  return (
    <div className="matter-touches" data-testid="matter-touches">
      <p>{say(waiting + booked + cases === 0 ? 'matterTouchesNone' : 'matterTouches', { waiting, booked, cases })}</p>
      <Listed label={say('touchesWaiting')} more={waiting - first.tickets.length}>
        {first.tickets.map(({ number, day }) => (
          <Away key={`${number}${day}`} text={number} isChanged={isChanged} go={() => look(number, day)} />
        ))}
      </Listed>
      <Listed label={say('touchesBooked')} more={booked - first.slots.length}>
        {first.slots.map((at, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be booked for one instant
          <span key={`${at}${n}`}>
            {dateText(dayOf(at), language)} {clockTime(at)}
          </span>
        ))}
      </Listed>
      <Listed label={say('touchesCases')} more={cases - first.cases.length}>
        {first.cases.map(({ caseId, number }) => (
          <Away key={caseId} text={number} isChanged={isChanged} go={() => openCase(caseId)} />
        ))}
      </Listed>
    </div>
  );
}

function Listed({ label, more, children }: { label: string; more: number; children: React.ReactNode[] }) {
  const { say } = useApp();
  if (children.length === 0) return null;
  return (
    <p className="touched">
      <b>{label}</b> {children} {more > 0 && <span className="soft">{say('touchesMore', { count: more })}</span>}
    </p>
  );
}

/** Leaves the form: what was typed goes only when somebody says so. */
function Away({ text, isChanged, go }: { text: string; isChanged: boolean; go: () => void }) {
  const { say } = useApp();
  const button = (
    <Button type="link" size="small" onClick={isChanged ? undefined : go} data-testid={`touched-${text}`}>
      {text}
    </Button>
  );
  if (!isChanged) return button;
  return (
    <Popconfirm title={say('touchesLeave')} okText={say('touchesGo')} cancelText={say('cancel')} onConfirm={go}>
      {button}
    </Popconfirm>
  );
}
