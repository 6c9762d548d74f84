import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { AbsenceView } from '../../../schema/people/absence.ts';
import { useApp } from '../../app-context.ts';
import { Answer } from '../../parts/answer.tsx';
import { AbsenceForm } from './absence-form.tsx';
import { absenceTime } from './absence-time.ts';
import { OfferMine } from './offer-mine.tsx';
import './absence.css';

/** C11: “I am away”, in one's own account. */
export function OwnAbsences() {
  const { say, client, me, act, tell, language } = useApp();
  const asked = useQuery({ queryKey: ['absences'], queryFn: () => client.absences.list({}) });
  const [entering, setEntering] = useState(false);
  const [offering, setOffering] = useState(false);

  async function end({ id: absenceId }: AbsenceView) {
    if (!(await act((requestId) => client.absences.end({ requestId, absenceId })))) return;
    tell(say('absenceEnded'));
    void asked.refetch();
  }
  return (
    <>
      <p className="soft">{say('myAbsencesLead')}</p>
      <Answer asked={asked}>
        {({ absences }) =>
          absences
            .filter(({ clerkId }) => clerkId === me.clerkId)
            .map((one) => (
              <p key={one.id} className="own-absence" data-testid="own-absence">
                <span>{`${absenceTime(one.from, language)} — ${one.until ? absenceTime(one.until, language) : say('absenceUnknown')}`}</span>
                <Button size="small" onClick={() => void end(one)} data-testid="end-own-absence">
                  {say(one.isAway ? 'endAbsence' : 'cancelAbsence')}
                </Button>
              </p>
            ))
        }
      </Answer>
      <div className="form-foot">
        <Button onClick={() => setOffering(true)} data-testid="offer-mine">
          {say('offerMine')}
        </Button>
        <Button onClick={() => setEntering(true)} data-testid="enter-own-absence">
          {say('enterAbsence')}
        </Button>
      </div>
      {offering && <OfferMine leave={() => setOffering(false)} done={() => setOffering(false)} />}
      {entering && (
        <AbsenceForm
          clerkId={me.clerkId}
          leave={() => setEntering(false)}
          done={() => {
            setEntering(false);
            void asked.refetch();
          }}
        />
      )}
    </>
  );
}
