import { Checkbox } from 'antd';
import type { ListedCase } from '../../../schema/cases/views.ts';
import { inLanguage } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { StandIns } from './stand-ins.tsx';

/** Who was first, who has it now, to whom it is offered, and whether its resident gets messages (C2, C3, C12). */
export function CaseParties({ one, changed }: { one: ListedCase; changed: () => void }) {
  const { say, act, client, me, language } = useApp();
  const { caseId } = one;
  async function agree(agreed: boolean) {
    if (await act((requestId) => client.cases.agreeMessages({ requestId, caseId, agreed }))) changed();
  }
  return (
    <section data-testid="case-parties">
      <h2>{say('parties')}</h2>
      <dl>
        <dt>{say('firstContact')}</dt>
        <dd>{one.firstContact}</dd>
        <dt>{say('handler')}</dt>
        <dd>
          {one.handler}
          {one.handlerId === me.clerkId && <span className="chip">{say('itIsMe')}</span>}
        </dd>
        {one.offer && (
          <>
            <dt>{say('offeredTo')}</dt>
            <dd>{one.offer.toGroup ? inLanguage(one.offer.toGroup, language) : one.offer.toName}</dd>
          </>
        )}
        {one.destination && (
          <>
            <dt>{say('sentElsewhere')}</dt>
            <dd data-testid="destination">
              {[one.destination.place, one.destination.address, one.destination.telephone, one.destination.hours]
                .filter(Boolean)
                .join(' · ')}
            </dd>
          </>
        )}
      </dl>
      <StandIns one={one} />
      {one.phase !== 'closed' && me.role !== 'administrator' && (
        <Checkbox
          data-testid="agree-messages"
          checked={one.messages}
          onChange={(event) => void agree(event.target.checked)}
        >
          {say('wantsMessages')}
        </Checkbox>
      )}
    </section>
  );
}
