import { mayTakeBack, mayWishMessages } from '../../../schema/cases/resident.ts';
import { inLanguage } from '../../../schema/ids.ts';
import { CaseFacts } from '../../parts/case-facts.tsx';
import type { CasePart, CaseShown } from '../../state/state.ts';
import type { Drawn, View } from '../../view.ts';
import { askPart } from './ask.tsx';
import { daysPart } from './days.tsx';
import { messagesPart } from './messages.tsx';
import { papersPart } from './papers.tsx';
import { stepsPart } from './steps.tsx';
import { withdrawPart } from './withdraw.tsx';

/** C12: all that the page by link tells of a case and does with it; by the paper's QR code, or receipt number and last four. */
export function caseScreen(view: View, screen: CaseShown): Drawn {
  switch (screen.part) {
    case 'facts':
      return factsPart(view, screen);
    case 'days':
      return part(view, screen, daysPart(view, screen));
    case 'steps':
      return part(view, screen, stepsPart(view, screen));
    case 'papers':
      return part(view, screen, papersPart(view, screen));
    case 'ask':
      return part(view, screen, askPart(view, screen));
    case 'messages':
      return part(view, screen, messagesPart(view, screen));
    case 'withdraw':
      return part(view, screen, withdrawPart(view, screen));
    default:
      return screen.part satisfies never;
  }
}

const NAMES = {
  days: 'c.count',
  steps: 'c.steps',
  papers: 'c.papers',
  ask: 'c.inquiries',
  messages: 'c.messages',
  withdraw: 'c.withdraw',
} as const satisfies Record<Exclude<CasePart, 'facts'>, string>;

function factsPart(view: View, screen: CaseShown): Drawn {
  const { t, dispatch } = view;
  const one = screen.view;
  const telephone = view.rows.hall[0]?.telephone ?? '';
  return {
    info: (
      <div className="found is-facts">
        <h1>{t('cases')}</h1>
        <div className="cases">
          <CaseFacts view={view} one={one} />
        </div>
      </div>
    ),
    controls: (
      <>
        <p className="note">{t('caseAsk', { handler: one.handler, telephone })}</p>
        <div className="case-parts">
          {partsOf(screen).map((name) => (
            <button
              key={name}
              type="button"
              className={name === 'withdraw' ? 'is-wrong' : undefined}
              data-testid={`part-${name}`}
              onClick={() => dispatch({ type: 'part-opened', part: name })}
            >
              {t(NAMES[name])}
            </button>
          ))}
        </div>
      </>
    ),
  };
}

/** Those that hold something, or by which something may be done now. */
function partsOf({ view: one }: CaseShown): Exclude<CasePart, 'facts'>[] {
  const is: Record<Exclude<CasePart, 'facts'>, boolean> = {
    days: one.count !== null,
    steps: one.steps.length > 0,
    // C18: what may still be taken back has given nothing.
    papers: one.papers.length > 0 && one.standsFrom === null,
    ask: one.phase !== 'open',
    messages: one.reachable && mayWishMessages(one.phase),
    withdraw: mayTakeBack(one.phase),
  };
  return (Object.keys(NAMES) as Exclude<CasePart, 'facts'>[]).filter((name) => is[name]);
}

/** Under its name and its matter, with why something was not done. */
function part(view: View, screen: CaseShown, { info, controls }: Drawn): Drawn {
  const name = NAMES[screen.part as keyof typeof NAMES];
  return {
    info: (
      <div className="found" data-testid={`case-${screen.part}`} aria-busy={screen.asking}>
        <h1>{view.t(name)}</h1>
        <p className="found-matters">
          {inLanguage(screen.view.matterNames, view.state.language)}
          {screen.view.receiptNo && ` · ${screen.view.receiptNo}`}
        </p>
        {info}
        {screen.sentence && (
          <p className="note is-wrong" role="alert" data-testid="sentence">
            {screen.sentence}
          </p>
        )}
      </div>
    ),
    controls,
  };
}
