/** Numbers and codes as they stand on slips, papers and screens (A3, C12, H8). */
import { compact, field } from './signs.ts';

const NUMBER_MOST = 20;
const TYPED_MOST = 64;
const CODE = /^[0-9]{4,8}$/;

/** A ticket's or a paper's number as the tables hold it: `Ａ 001号` → `A001`, `sl20261123 0003` → `SL20261123-0003`. */
export function numberOf(typed: string): string {
  return compact(typed).replace(/^([A-Z]{2}[0-9]{8})(?=[0-9]{4})/, '$1-');
}

/** For keys that take digits only. */
export function digitsOf(typed: string): string {
  return compact(typed).replace(/[^0-9]/g, '');
}

export function isCode(typed: string): boolean {
  return CODE.test(compact(typed));
}

export const TypedNumber = field(numberOf, (typed) => {
  const number = typed.length > TYPED_MOST ? '' : numberOf(typed);
  return number.length > 0 && number.length <= NUMBER_MOST ? null : 'number-wrong';
});

/** An appointment's code, or the telephone's last four (H8). */
export const TypedCode = field(compact, (typed) => (typed.length <= TYPED_MOST && isCode(typed) ? null : 'code-wrong'));

export const LastFour = field(compact, (typed) =>
  typed.length <= TYPED_MOST && /^[0-9]{4}$/.test(compact(typed)) ? null : 'last-four-wrong',
);

/** A device's enrolment code; a wrong one is refused by the act. */
export const EnrolmentCode = field(compact, (typed) => (typed.length <= TYPED_MOST ? null : 'number-wrong'));
