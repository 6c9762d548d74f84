/** C11: which openings lose cover with an absence, read before it is entered. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type ClerkId, inLanguage } from '../../../schema/ids.ts';
import type { AbsenceWish } from '../../../schema/people/absence.ts';
import { useApp } from '../../app-context.ts';
import { clockTime, dateText } from '../../words/hall-time.ts';

const MOST_NAMED = 6;

type Props = { clerkId: ClerkId; times: Pick<AbsenceWish, 'from' | 'backOn'> };

export function LostCoverOf({ clerkId, times: { from, backOn } }: Props) {
  const { say, client, language, me, goTo } = useApp();
  const asked = useQuery({
    queryKey: ['lost-cover-of', clerkId, from, backOn],
    queryFn: () => client.openings.lostCover({ absence: { clerkId, from, backOn } }),
    enabled: from.day !== '' && backOn?.day !== '',
  });
  const lost = asked.data ?? [];
  if (lost.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="lost-cover"
      title={say('coverLost')}
      description={
        <>
          <ul className="lost-cover">
            {lost.map(({ matterId, matterNames, nameA, nameB, openings }) => (
              <li key={matterId}>
                <b>{inLanguage(matterNames, language)}</b> {say('coverLostOf', { a: nameA, b: nameB })}{' '}
                {openings
                  .slice(0, MOST_NAMED)
                  .map(
                    ({ day, startsAt, endsAt }) =>
                      `${dateText(day, language)} ${clockTime(startsAt)}–${clockTime(endsAt)}`,
                  )
                  .join(say('listComma'))}
                {openings.length > MOST_NAMED && ` ${say('coverLostMore', { count: openings.length - MOST_NAMED })}`}
              </li>
            ))}
          </ul>
          {me.role === 'supervisor' && (
            <Button type="link" size="small" onClick={() => goTo('openings')} data-testid="lost-cover-plan">
              {say('coverLostPlan')}
            </Button>
          )}
        </>
      }
    />
  );
}
