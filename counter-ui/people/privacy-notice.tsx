/** 个人信息保护法 Art. 17: who keeps it, why, how long, which rights; its version is PRIVACY_NOTICE. */

import { useQuery } from '@tanstack/react-query';
import { inLanguage, type MatterId } from '../../schema/ids.ts';
import { gapIn } from '../../schema/texts/unbroken.ts';
import { useApp } from '../app-context.ts';

export function PrivacyNotice({ matterId }: { matterId: MatterId }) {
  const { say, client, board, language, matters } = useApp();
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => client.settings.read({}) });
  const [hall] = board.rows.hall;
  const ofHall = settings.data?.find(({ key }) => key === 'personDays')?.value;
  const days = matters.get(matterId)?.retentionDays ?? ofHall;
  if (!hall || days === undefined) return null;
  return (
    <section className="privacy" data-testid="privacy-notice">
      <b>{say('privacyTitle')}</b>
      <p>
        {say('privacyWho', { hall: inLanguage(hall.names, language), telephone: hall.telephone })}
        {gapIn(language)}
        {say('privacyWhy')}
        {gapIn(language)}
        {say('privacyHow', { days: String(days) })}
        {gapIn(language)}
        {say('privacyRights')}
      </p>
    </section>
  );
}
