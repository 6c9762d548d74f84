import type { Screen } from '../../state/state.ts';
import type { Drawn, View } from '../../view.ts';

/** A code was held to the scanner: it is being looked up, or this is why it leads nowhere. */
export function scanScreen({ t }: View, screen: Extract<Screen, { phase: 'scan' }>): Drawn {
  return {
    info: (
      <div className="entry">
        <h1>{t('scanTitle')}</h1>
        {screen.asking ? (
          <p>{t('asking')}</p>
        ) : (
          <p className="note is-wrong" role="alert" data-testid="sentence">
            {screen.sentence}
          </p>
        )}
      </div>
    ),
    controls: null,
  };
}
