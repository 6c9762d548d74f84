import type { ReactNode } from 'react';
import { newRequestId } from '../../../web/client.ts';
import { Keys } from '../../parts/keys.tsx';
import type { Action } from '../../state/action.ts';
import { checkInLeast } from '../../state/reduce.ts';
import { type CheckInAsks, isReceiptTyped, receiptOf, type Screen } from '../../state/state.ts';
import type { Drawn, View } from '../../view.ts';
import type { Word } from '../../words/say.ts';

const CHECK_IN_HINTS = { telephone: 'checkInTelephone', whose: 'checkInWhose' } as const satisfies Record<
  CheckInAsks,
  Word
>;

/** H8: check in by the code or the telephone's last four. */
export function checkInScreen(view: View, screen: Extract<Screen, { phase: 'check-in' }>): Drawn {
  const { t, layout } = view;
  return entry(view, {
    title: t('checkInTitle'),
    hint: t(screen.asks ? CHECK_IN_HINTS[screen.asks] : 'checkInHint'),
    go: t('checkInGo'),
    text: screen.code,
    ready: screen.code.length >= checkInLeast(screen) && !view.stale,
    rows: layout.shape === 'tall' ? ['123', '456', '789', '0'] : ['12345', '67890'],
    ...screen,
  });
}

/** C12: the slip's QR code shows all of it; its number alone the place in line. */
export function lookUpScreen(view: View, screen: Extract<Screen, { phase: 'look-up' }>): Drawn {
  const { t, layout, catalogue } = view;
  const letters = catalogue.groups.map((group) => group.id).sort();
  const lines = Math.ceil(letters.length / (layout.shape === 'tall' ? 7 : 13));
  const perRow = Math.ceil(letters.length / lines);
  const letterRows = Array.from({ length: lines }, (_, i) => letters.slice(i * perRow, (i + 1) * perRow).join(''));
  const digits = layout.shape === 'tall' ? ['123', '456', '789', '0'] : ['12345', '67890'];
  return entry(view, {
    title: t('lookUpTitle'),
    hint: t('lookUpHint'),
    go: t('lookUpGo'),
    text: screen.number,
    ready: /^[A-Z][0-9]{3,}$/.test(screen.number) && !view.stale,
    rows: screen.number === '' ? letterRows : digits,
    otherWay: { word: 'byReceipt', open: { type: 'receipt-opened' } },
    ...screen,
  });
}

/** C12 without the paper's QR code: the receipt's number and the telephone's last four. */
export function receiptScreen(view: View, screen: Extract<Screen, { phase: 'receipt' }>): Drawn {
  const { t, layout } = view;
  const { receiptNo, lastFour } = receiptOf(screen.digits);
  return entry(view, {
    title: t('byReceipt'),
    hint: t('receiptHint'),
    go: t('lookUpGo'),
    text: screen.digits,
    shown: (
      <>
        {receiptNo.padEnd('SLyyyy-nnnnnn'.length, '_')}
        <br />
        <small>{t('lastFour')}</small> {lastFour.padEnd(4, '_')}
      </>
    ),
    ready: isReceiptTyped(screen.digits) && !view.stale,
    rows: layout.shape === 'tall' ? ['123', '456', '789', '0'] : ['12345', '67890'],
    ...screen,
  });
}

type Entry = {
  title: string;
  hint: string;
  go: string;
  text: string;
  /** How the text is shown, where not as it is. */
  shown?: ReactNode;
  otherWay?: { word: Word; open: Action };
  ready: boolean;
  rows: string[];
  asking: boolean;
  sentence: string | null;
};

/** What is longer is a telephone. */
const CODE_MOST = 8;

const otherWay = (view: View, action: Action) => () => view.dispatch(action);

function entry(view: View, it: Entry): Drawn {
  const { t, dispatch } = view;
  const type = (text: string) => dispatch({ type: 'typed', text, requestId: newRequestId() });
  return {
    info: (
      <div className="entry">
        <h1>{it.title}</h1>
        <p>{it.hint}</p>
        <p className={it.shown || it.text.length > CODE_MOST ? 'entry-text is-long' : 'entry-text'} data-testid="entry">
          {it.shown ?? (it.text || '—')}
        </p>
        <p className={it.sentence ? 'note is-wrong' : 'note is-empty'} role="alert" data-testid="sentence">
          {it.sentence ?? ''}
        </p>
      </div>
    ),
    controls: (
      <>
        {it.otherWay && (
          <button
            type="button"
            className="other-way"
            data-testid="by-receipt"
            onClick={otherWay(view, it.otherWay.open)}
          >
            {t(it.otherWay.word)} ›
          </button>
        )}
        <Keys rows={it.rows} className="keys is-pad" onKey={(sign) => type(it.text + sign)} />
        <div className="actions">
          <button type="button" disabled={!it.text} onClick={() => type(it.text.slice(0, -1))} data-testid="erase">
            {t('erase')}
          </button>
          <button
            type="button"
            className="is-main"
            disabled={!it.ready || it.asking}
            data-testid="go"
            onClick={() => dispatch({ type: 'asked' })}
          >
            {it.asking ? t('asking') : it.go}
          </button>
        </div>
      </>
    ),
  };
}
