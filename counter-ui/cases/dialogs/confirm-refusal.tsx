/** C6: a refusal is confirmed by a second person who has read its reason. */
import type { ListedCase } from '../../../schema/cases/views.ts';
import { inLanguage } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { CaseHistory } from '../case-history.tsx';
import { toldDate } from '../due-date.tsx';
import { Papers } from '../papers.tsx';

type Props = { one: ListedCase; leave: () => void; done: () => void };

export function ConfirmRefusal({ one, leave, done }: Props) {
  const { say, client, act, tell, language } = useApp();
  const place = one.proposal?.destination?.place;

  async function confirm() {
    if (!(await act((requestId) => client.cases.confirmRefusal({ requestId, caseId: one.caseId })))) return;
    tell(say('refusalConfirmed'));
    done();
  }

  return (
    <ConfirmDialog
      title={say('confirmRefusalTitle')}
      width={680}
      leave={leave}
      confirm={() => void confirm()}
      doesWhat={say('confirmRefusal')}
      leaves="back"
      grave
      testId="confirm-refusal-submit"
    >
      <p className="soft">{`${one.receiptNo ?? one.number} · ${inLanguage(one.matterNames, language)}`}</p>
      <p>
        {one.proposal?.corrects
          ? say('correctionOf', { name: one.proposal.byName, no: one.proposal.corrects })
          : place
            ? say('elsewhereOf', { name: one.proposal?.byName ?? '', place })
            : say('proposalOf', { name: one.proposal?.byName ?? '' })}
      </p>
      <blockquote className="quoted">{one.proposal?.reason}</blockquote>
      {one.proposal?.basis && <p>{`${say('refusalBasis')} ${one.proposal.basis}`}</p>}
      {one.proposal?.reviewBy && <p>{say('reviewBy', { by: toldDate(say, language, one, one.proposal.reviewBy) })}</p>}
      {one.proposal?.unreachable && <p data-testid="unreachable">{say('elsewhereUnreachable')}</p>}
      <Papers papers={one.papers} />
      <CaseHistory caseId={one.caseId} />
      <p>{say(place ? 'confirmElsewhereLead' : 'confirmRefusalLead')}</p>
    </ConfirmDialog>
  );
}
