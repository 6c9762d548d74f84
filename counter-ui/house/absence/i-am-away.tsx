/** C11: somebody who works while entered as away is asked to say that the absence is over. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useApp } from '../../app-context.ts';
import { absenceTime } from './absence-time.ts';

export function IAmAway() {
  const { say, client, me, act, tell, language } = useApp();
  const asked = useQuery({ queryKey: ['absences'], queryFn: () => client.absences.list({}) });
  const mine = asked.data?.absences.find(({ clerkId, isAway }) => isAway && clerkId === me.clerkId);
  if (!mine) return null;

  async function end(absenceId: NonNullable<typeof mine>['id']) {
    if (!(await act((requestId) => client.absences.end({ requestId, absenceId })))) return;
    tell(say('absenceEnded'));
    void asked.refetch();
  }
  return (
    <div className="newer" role="status" data-testid="i-am-away">
      {say('iAmAway', { until: mine.until ? absenceTime(mine.until, language) : say('absenceUnknown') })}{' '}
      <Button size="small" onClick={() => void end(mine.id)} data-testid="i-am-back">
        {say('iAmBack')}
      </Button>
    </div>
  );
}
