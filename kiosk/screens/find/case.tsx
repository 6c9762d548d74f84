import type { ResidentCase } from '../../../schema/cases/views.ts';
import { CaseFacts } from '../../parts/case-facts.tsx';
import type { Drawn, View } from '../../view.ts';

/** C12: who was first, who has it now, by when; by the paper's QR code, or receipt number and last four. */
export function caseScreen(view: View, one: ResidentCase): Drawn {
  const telephone = view.rows.hall[0]?.telephone ?? '';
  return {
    info: (
      <div className="found">
        <h1>{view.t('cases')}</h1>
        <div className="cases">
          <CaseFacts view={view} one={one} />
        </div>
      </div>
    ),
    controls: <p className="note">{view.t('caseAsk', { handler: one.handler, telephone })}</p>,
  };
}
