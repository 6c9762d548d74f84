/** What a clerk says on the telephone (C5, C7): what happened, what comes next, and by when. Pure. */
import type { ListedCase } from '../../../../schema/cases/views.ts';
import { inLanguage, type Language } from '../../../../schema/ids.ts';
import { dateText } from '../../../words/hall-time.ts';
import type { Say } from '../../../words/speak.ts';

type Told = Pick<
  ListedCase,
  | 'matterNames'
  | 'receiptNo'
  | 'number'
  | 'notice'
  | 'handler'
  | 'dueOn'
  | 'outcome'
  | 'ringTask'
  | 'revivableUntil'
  | 'destination'
  | 'corrected'
  | 'papers'
>;

/** `act`: the decision is told while a task to ring stands, too. */
export function callText(say: Say, language: Language, hall: string, one: Told, act: 'tell' | 'ring'): string {
  return `${newsText(say, language, hall, one, act)}${act === 'ring' ? movedText(say, language, one) : ''}`;
}

/** C17: the day that the resident knows, and the one that holds now. */
function movedText(say: Say, language: Language, { ringTask }: Told): string {
  const days = ringTask?.days ?? [];
  return days
    .map(({ what, from, to }) =>
      say(from === to ? 'callStays' : 'callMoved', {
        ...{ what: say(`callDay.${what}`), from: dateText(from, language), to: dateText(to, language) },
      }),
    )
    .join('');
}

function newsText(say: Say, language: Language, hall: string, one: Told, act: 'tell' | 'ring'): string {
  const { ringTask, outcome, dueOn, revivableUntil, destination, corrected } = one;
  const facts = {
    hall,
    matter: inLanguage(one.matterNames, language),
    no: one.receiptNo ?? one.notice?.no ?? one.number,
    handler: one.handler,
    outcome: outcome ? say(`outcome.${outcome}` as 'outcome.done') : '',
  };
  const day = (on: string) => dateText(on, language);
  const greeting = say('callGreeting', facts);
  const by = (on: string | null) => (on ? say('callBy', { by: day(on) }) : '');
  if (act === 'tell' || !ringTask) return `${greeting}${say('callDecided', facts)}`;
  switch (ringTask.why) {
    case 'silent':
      return `${greeting}${revivableUntil ? say('callSilent', { by: day(revivableUntil) }) : say('callSilentOver')}`;
    case 'ours':
      return `${greeting}${say('callOurs', facts)}${by(dueOn)}`;
    case 'elsewhere':
      return `${greeting}${destination ? say('callElsewhere', { ...destination, hours: destination.hours ?? '' }) : say('callAsk', facts)}${isNotAccepted(one) ? say('callNotAccepted') : ''}`;
    case 'ended':
      return `${greeting}${say('callEnded', facts)}`;
    case 'left':
      return `${greeting}${say('callLeft', facts)}`;
    case 'over':
      return `${greeting}${say('callOver', facts)}${by(dueOn)}`;
    case 'reworded':
      return `${greeting}${say('callReworded', { ...facts, voids: corrected?.voids.join(say('listComma')) ?? '' })}`;
    case 'deemed':
      return `${greeting}${say('callDeemed', facts)}${by(dueOn)}`;
    case 'moved':
      return greeting;
    case 'corrected':
      return `${greeting}${say(corrected?.linkedNo ? 'callCorrectedOn' : 'callCorrected', { ...facts, linkedNo: corrected?.linkedNo ?? '', voids: corrected?.voids.join(say('listComma')) ?? '' })}`;
    default:
      return ringTask.why satisfies never;
  }
}

/** C6: a decision that is not void says how to object. */
function isNotAccepted({ papers }: Told): boolean {
  return papers.some(({ kind, voidedBy }) => kind === 'not-accepted' && voidedBy === null);
}
