import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import type { Receivers } from '../../../schema/cases/duties.ts';
import type { ListedCase } from '../../../schema/cases/views.ts';
import type { MatterGroup } from '../../../schema/hall/plan.ts';
import { type ClerkId, inLanguage, type Letter } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { useKeptForm } from '../../hooks/forms/use-kept-form.ts';
import { useDraftGuard } from '../../hooks/use-draft-guard.ts';
import { Answer } from '../../parts/answer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';

/** Before the letter of a group, where the others are ids of clerks. */
const GROUP = 'group:';

type Option = { value: ClerkId | `${typeof GROUP}${Letter}`; label: string; disabled?: boolean };
type Fields = { to: Option['value'] | null; note: string };
type Props = { cases: readonly ListedCase[]; leave: () => void; done: () => void };

/** C3: an offer of one case or several; each stays with its handler until it is accepted. A supervisor offers anybody's. */
export function OfferCase({ cases, leave, done }: Props) {
  const { say, client, act, tell, me, language, matters, catalogue, board } = useApp();
  const clerks = useQuery({ queryKey: ['receivers'], queryFn: () => client.cases.receivers({}) });
  const [first] = cases;
  const caseId = cases.length === 1 ? first!.caseId : null;
  const { fields, put, drop, giveUp } = useKeptForm<Fields>(caseId, 'offer', { to: null, note: '' });
  const { to, note } = fields;
  useDraftGuard(caseId === null && note !== '');
  const handlers = new Set(cases.map(({ handlerId }) => handlerId));
  const others = [...new Set(cases.flatMap((one) => (one.handlerId === me.clerkId ? [] : one.handler)))];
  const ready = to !== null && note.trim().length >= 2;

  /** C11: where somebody is, and how much the person has; nothing is offered to somebody who is away. */
  function option({ id, name, role, cases: count, away }: Receivers[number]): Option {
    const counter = board.rows.counters.find(({ clerkId }) => clerkId === id)?.label;
    const there = counter ? say('loadAtCounter', { label: counter }) : say('loadNowhere');
    const back = away?.until ? say('loadAwayUntil', { day: dateText(dayOf(away.until), language) }) : say('loadAway');
    const facts = [say('receiverWithCases', { name, count }), say(`role.${role}`), away ? back : there];
    return { value: id, label: facts.join(' · '), disabled: away !== null };
  }

  /** A and B of the matters first; whoever is there before whoever is away, and who has least before who has most. */
  function receiversOf(all: Receivers) {
    const firstly = cases.flatMap(({ matterId }) => [matters.get(matterId)?.clerkA, matters.get(matterId)?.clerkB]);
    const there = all
      .filter(({ id }) => !handlers.has(id))
      .sort((a, b) => Number(a.away !== null) - Number(b.away !== null) || a.cases - b.cases);
    const groups = [
      { label: say('offerToAB'), options: there.filter(({ id }) => firstly.includes(id)).map(option) },
      { label: say('offerToOthers'), options: there.filter(({ id }) => !firstly.includes(id)).map(option) },
      { label: say('offerToCounters'), options: catalogue.groups.map(groupOption) },
    ];
    return groups.filter(({ options }) => options.length > 0);
  }

  function groupOption({ id, names }: MatterGroup): Option {
    return { value: `${GROUP}${id}`, label: `${id} · ${inLanguage(names, language)}` };
  }

  async function offer() {
    const wish = { caseIds: cases.map(({ caseId }) => caseId), note: note.trim() };
    const given = await act((requestId) =>
      to!.startsWith(GROUP)
        ? client.cases.offerToGroup({ requestId, ...wish, toGroup: to!.slice(GROUP.length) as Letter })
        : client.cases.offerMany({ requestId, ...wish, to: to as ClerkId }),
    );
    if (!given) return;
    drop();
    tell(say('offerMade', { time: `${dateText(dayOf(given.lapsesAt), language)} ${clockTime(given.lapsesAt)}` }));
    done();
  }

  return (
    <Dialog title={say('offerCase')} leave={leave} width={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void offer();
        }}
      >
        {cases.map((one) => (
          <p
            className="soft"
            key={one.caseId}
          >{`${one.receiptNo ?? one.number} · ${inLanguage(one.matterNames, language)}`}</p>
        ))}
        <p className="soft">
          {others.length === 0 ? say('offerLead') : say('offerLeadOther', { name: others.join('、') })}
        </p>
        <Answer asked={clerks}>
          {(all) => (
            <Labelled label={say('offerTo')}>
              <Select<Option['value']>
                autoFocus
                showSearch={{ optionFilterProp: 'label' }}
                data-testid="offer-to"
                value={to}
                onChange={(chosen) => put({ to: chosen })}
                placeholder={say('chooseClerk')}
                options={receiversOf(all)}
              />
            </Labelled>
          )}
        </Answer>
        <Labelled label={say('offerNote')}>
          <Input.TextArea
            rows={3}
            maxLength={500}
            data-testid="offer-note"
            value={note}
            onChange={(event) => put({ note: event.target.value })}
          />
        </Labelled>
        <div className="form-foot">
          <Button onClick={() => giveUp(leave)}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!ready} data-testid="offer-submit">
            {say('offerSubmit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
