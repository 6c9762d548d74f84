/** A1: a ticket for a resident who stands at the counter, with the same honest word on the wait as at the kiosk. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { MatterId } from '../../../schema/ids.ts';
import type { Forecast } from '../../../schema/line/views.ts';
import { newRequestId } from '../../../web/client.ts';
import { useApp } from '../../app-context.ts';
import { Trouble } from '../../parts/answer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { clockTime, dayOf, dayText } from '../../words/hall-time.ts';
import { closingWords, rangeWords } from '../../words/range-words.ts';
import { Issued, type IssuedTicket } from './issued.tsx';
import { MatterPicker } from './matter-picker.tsx';

/** T8, as the contract has it. */
const MOST_MATTERS = 5;

export function IssueTicket({ leave }: { leave: () => void }) {
  const { say, client, act, tell } = useApp();
  const [matterIds, setMatterIds] = useState<MatterId[]>([]);
  const [care, setCare] = useState(false);
  const [ticket, setTicket] = useState<IssuedTicket | null>(null);
  const [busy, setBusy] = useState(false);
  // T3: pressing again after a lost line is the same wish; another choice is another wish.
  const [requestId, setRequestId] = useState(newRequestId);

  async function issue() {
    setBusy(true);
    setTicket(await act(() => client.tickets.issue({ requestId, matterIds, care, printing: false })));
    setBusy(false);
  }

  async function turnAway(why: 'closed' | 'too-long') {
    const matterId = matterIds[0]!;
    if (await act((requestId) => client.tickets.turnAway({ requestId, matterId, why }))) {
      tell(say('turnedAway'));
      leave();
    }
  }

  return (
    <Dialog title={say('issueTicket')} leave={leave} width={620}>
      {ticket ? (
        <Issued ticket={ticket} leave={leave} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (matterIds.length > 0 && !busy) void issue();
          }}
        >
          <MatterPicker
            chosen={matterIds}
            choose={(chosen) => {
              setMatterIds(chosen);
              setRequestId(newRequestId());
            }}
            most={MOST_MATTERS}
          />
          <Checkbox
            checked={care}
            onChange={(event) => {
              setCare(event.target.checked);
              setRequestId(newRequestId());
            }}
            data-testid="care"
          >
            {say('careQuestion')}
          </Checkbox>
          {matterIds.length > 0 && <Wait matterIds={matterIds} care={care} turnAway={turnAway} />}
          <div className="form-foot">
            <Button onClick={leave}>{say('cancel')}</Button>
            <Button
              type="primary"
              htmlType="submit"
              loading={busy}
              disabled={matterIds.length === 0}
              data-testid="issue-submit"
            >
              {say('issueTicket')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

type WaitProps = { matterIds: MatterId[]; care: boolean; turnAway: (why: 'closed' | 'too-long') => void };

/** Q6, T10: what somebody finds who comes now; who leaves because of it is counted. */
function Wait({ matterIds, care, turnAway }: WaitProps) {
  const { say, client } = useApp();
  const asked = useQuery({
    queryKey: ['forecast', matterIds, care],
    queryFn: () => client.tickets.forecast({ matterIds, care }),
    placeholderData: keepPreviousData,
  });
  const forecast = asked.data;
  if (asked.error) return <Trouble asked={asked} />;
  if (!forecast) return <p className="forecast soft">{say('loading')}</p>;
  const bad = forecast.closed !== null || forecast.closing !== null;
  return (
    <div className={`forecast ${bad ? 'forecast-bad' : ''}`} data-testid="forecast">
      <ForecastWords forecast={forecast} />
      {bad && (
        <Button size="small" onClick={() => turnAway(forecast.closed ? 'closed' : 'too-long')}>
          {say('turnAway')}
        </Button>
      )}
    </div>
  );
}

function ForecastWords({ forecast }: { forecast: Forecast }) {
  const { say, language } = useApp();
  const { closed, ahead, range, closing, nextStartsAt } = forecast;
  if (closed) {
    const next = nextStartsAt
      ? say('nextOpening', { day: dayText(dayOf(nextStartsAt), language), time: clockTime(nextStartsAt) })
      : '';
    return <span>{`${say(`closed.${closed}`)} ${next}`}</span>;
  }
  const words = [
    say('ahead', { count: ahead }),
    closing ? closingWords(say, closing) : rangeWords(say, range, 'rangeLong'),
  ];
  return <span>{words.filter(Boolean).join(say('comma'))}</span>;
}
