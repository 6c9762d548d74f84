import type { Matter } from '../../schema/catalogue/catalogue.ts';
import { inLanguage } from '../../schema/ids.ts';
import { newRequestId } from '../../web/client.ts';
import type { View } from '../view.ts';

export function MatterButton({ view, matter }: { view: View; matter: Matter }) {
  return (
    <button
      type="button"
      className="matter"
      data-testid={`matter-${matter.id}`}
      onClick={() => view.dispatch({ type: 'matter-chosen', matterId: matter.id, requestId: newRequestId() })}
    >
      <i>{matter.letter}</i>
      <span>{inLanguage(matter.names, view.state.language)}</span>
      {matter.evidence === 'drafted' && <em>{view.t('drafted')}</em>}
    </button>
  );
}
