import type { ListedCase } from '../../../schema/cases/views.ts';
import type { Language } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { dateText } from '../../words/hall-time.ts';
import type { Say } from '../../words/speak.ts';
import { toldDate } from '../due-date.tsx';

/** What is owed of a case besides its limit: papers, an answer, an explanation, telling the resident, late papers, a review (C4–C10, C13). */
export function CaseOwed({ one }: { one: ListedCase }) {
  const { say, language } = useApp();
  const { notice, promise, pause, escalation, tellBy, tellings, late, explanation, lateTask } = one;
  const { questions, asHandler, overdue, warned, warnedDuties } = one;
  const lastAsked = questions.at(-1);
  const day = (of: string) => dateText(of, language);
  const told = (of: string) => toldDate(say, language, one, of);
  const own = (of: string) => toldDate(say, language, { mayMove: one.ownMayMove }, of);
  const missing = notice?.items.filter(({ received }) => !received).length ?? 0;
  const tried = tellings.filter(({ reached }) => !reached);
  // What is said of these two below says also what to do.
  const others = overdue.filter(({ duty }) => duty !== 'due' && duty !== 'promise');
  const lines: [string, string | false | null][] = [
    ['warned', warned !== null && say(warned < 1 ? 'warnedPart' : 'warnedLast', { percent: Math.round(warned * 100) })],
    ...warnedDuties.map(({ duty, by }): [string, string] => [`warns-${duty}`, say(`warns.${duty}`, { by: day(by) })]),
    ...others.map(({ duty, by }): [string, string] => [
      `late-${duty}`,
      say('lateSince', { duty: say(`late.${duty}`), by: day(by) }),
    ]),
    ['pause', pause && say('pausedUntil', { kind: say(`pause.${pause.kind}`), until: day(pause.until) })],
    ['notice', notice?.completeOn ? say('noticeComplete', { on: day(notice.completeOn) }) : null],
    [
      'missing',
      notice !== null &&
        notice.completeOn === null &&
        notice.answerBy !== null &&
        say('noticeWaits', { no: notice.no, count: missing, by: day(notice.answerBy) }),
    ],
    [
      'promise',
      promise?.isOpen === true &&
        say('promiseWaits', { count: promise.items.filter(({ received }) => !received).length, by: day(promise.by) }),
    ],
    ['promise-late', late.includes('promise') && say('promiseLate')],
    ['question-back', asHandler && lastAsked?.takenBackOn != null && say('questionBack', { to: lastAsked.toName })],
    ['tell', tellBy && say('tellBy', { by: told(tellBy) })],
    [
      'late-papers',
      lateTask &&
        say('lateOwed', {
          ...{ no: lateTask.no, by: told(lateTask.answerBy), name: lateTask.toName ?? say('anySupervisor') },
        }),
    ],
    [
      'correction',
      one.correction && say('correctionOwed', { no: one.correction.no, by: told(one.correction.reviewBy) }),
    ],
    [
      'ring',
      one.ringTask &&
        say(`ringOwed.${one.ringTask.why}`, {
          ...{ by: own(one.ringTask.answerBy), count: one.ringTask.tries.length },
          how: say(one.ringTask.unreachable ? 'tellInPerson' : 'ringByTelephone'),
        }),
    ],
    ['corrected', correctedLine(say, language, one)],
    ['erased', one.corrected && one.erasedOn && say('nobodyToTell', { on: day(one.erasedOn) })],
    [
      'signed',
      one.signed &&
        say(one.signed.helper ? 'signedForHelper' : 'signedFor', { ...one.signed, on: day(one.signed.on), helper: '' }),
    ],
    ['overdue', late.includes('due') && explanation === null && say('overdueOwed')],
    ...tried.map((one): [string, string] => [one.on, say('triedOn', { on: day(one.on), name: one.byName })]),
  ];
  const shown = lines.flatMap(([key, line]) => (line ? [{ key, line }] : []));
  return (
    <>
      {escalation && (
        <p className="offer" data-testid="escalation">
          {say('escalatedBy', { name: escalation.byName, by: told(escalation.answerBy) })}
          <q>{escalation.reason}</q>
        </p>
      )}
      {shown.map(({ key, line }) => (
        <p key={key} className="offer" data-testid={`owed-${key}`}>
          {line}
        </p>
      ))}
    </>
  );
}

/** C5: what it ended as before, and where it goes on. */
function correctedLine(say: Say, language: Language, { corrected }: ListedCase): string | null {
  if (!corrected) return null;
  const { linkedNo, changed } = corrected;
  const [on, was] = [dateText(corrected.on, language), say(`outcome.${corrected.was}`)];
  if (changed) {
    const words = changed.map((one) => say(`changedWords.${one}`));
    return say('correctedWords', { on, what: words.join(language === 'en' ? ', ' : '、') });
  }
  return linkedNo ? say('correctedGoesOnAs', { on, was, no: linkedNo }) : say('correctedTo', { on, was });
}
