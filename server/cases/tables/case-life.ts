/** Column `life` of the read table `cases`: what of a case has no column of its own. */
import type { Case } from '../../../schema/cases/case.ts';

const LIFE = [
  'acceptance',
  'concludeBy',
  'legalLimit',
  'provisional',
  'deemed',
  'pauses',
  'extension',
  'warned',
  'warnedOn',
  'late',
  'lateOnArrival',
  'dutiesWarned',
  'explanation',
  'escalation',
  'notice',
  'ring',
  'noticePass',
  'offerClock',
  'offerGroup',
  'takenOffer',
  'declined',
  'promise',
  'silentSince',
  'decision',
  'tellings',
  'inquiries',
  'questions',
  'latePapers',
  'inherited',
  'messages',
  'stoodIn',
  'helper',
  'ending',
] as const satisfies readonly (keyof Case)[];
export type Life = Partial<Pick<Case, (typeof LIFE)[number]>>;

/** What is nothing is not written: most cases have no more than their limit. */
export function lifeOf(found: Case): string | null {
  const some = LIFE.filter((name) => {
    const value = found[name];
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  });
  return some.length > 0 ? JSON.stringify(Object.fromEntries(some.map((name) => [name, found[name]]))) : null;
}
