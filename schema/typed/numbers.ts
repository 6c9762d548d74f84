/** Numbers and codes as they stand on slips, papers and screens (A3, C12, H8). */
import { faultOfName } from './names.ts';
import { personalNumber } from './personal-number.ts';
import { clean, compact, field, hasControls, isLonger } from './signs.ts';
import { canonicalTelephone } from './telephone.ts';

const NUMBER_MOST = 20;
const TYPED_MOST = 64;
const CODE = /^[0-9]{4,8}$/;

/** A ticket's or a paper's number as the tables hold it: `Ａ 001号` → `A001`, `sl2026 000003` → `SL2026-000003`. */
export function numberOf(typed: string): string {
  return compact(typed)
    .replace(/^([A-Z]{2}[0-9]{4})(?=[0-9]{6}$)/, '$1-')
    .replace(/^([A-Z]{2}[0-9]{8})(?=[0-9]{4})/, '$1-');
}

/** For keys that take digits only. */
export function digitsOf(typed: string): string {
  return compact(typed).replace(/[^0-9]/g, '');
}

export function isCode(typed: string): boolean {
  return CODE.test(compact(typed));
}

export const TypedNumber = field(numberOf, (typed) => faultOfNumber(typed, NUMBER_MOST));

/** Another system's numbers are longer than the hall's own. */
export const TypedCaseNumber = field(numberOf, (typed) => faultOfNumber(typed, TYPED_MOST));

function faultOfNumber(typed: string, most: number): 'number-wrong' | null {
  const number = typed.length > TYPED_MOST ? '' : numberOf(typed);
  return number.length > 0 && number.length <= most ? null : 'number-wrong';
}

/** By which somebody checks in (H8): an appointment's code, the telephone's last four, or the telephone, kept as E.164. */
export const TypedCode = field(
  (typed) => (isCode(typed) ? compact(typed) : (canonicalTelephone(typed) ?? typed)),
  (typed) => (typed.length <= TYPED_MOST && isCheckIn(typed) ? null : 'code-wrong'),
);

/** What can be checked in by. */
export function isCheckIn(typed: string): boolean {
  return isCode(typed) || canonicalTelephone(typed) !== null;
}

/** Beside a full number that several people share (H8): the appointment's code, or the name. */
export const TypedWhose = field(
  (typed) => (isCode(typed) ? compact(typed) : clean(typed)),
  (typed) => (isCode(typed) ? null : faultOfName(typed)),
);

export const LAST_FOUR = /^[0-9]{4}$/;
export const LastFour = field(compact, (typed) =>
  typed.length <= TYPED_MOST && LAST_FOUR.test(compact(typed)) ? null : 'last-four-wrong',
);

const SENDERS_MOST = 40;

/** C1: under which somebody else keeps what came without a ticket; it stays in the ledger, so it is nobody's own (P1). */
export const SendersNumber = field(clean, (typed) => {
  const number = clean(typed);
  if (hasControls(typed) || isLonger(number, SENDERS_MOST) || (number !== '' && !/\p{N}/u.test(number)))
    return 'senders-number-wrong';
  return personalNumber(number);
});

/** A device's enrolment code; a wrong one is refused by the act. */
export const EnrolmentCode = field(compact, (typed) => (typed.length <= TYPED_MOST ? null : 'number-wrong'));
