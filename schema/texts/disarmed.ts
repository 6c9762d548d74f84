/** A cell of a CSV that a spreadsheet would run as a formula begins with an apostrophe there. Pure. */

/** What begins with the apostrophe of such a cell gets a second one, so that none is lost on the way back. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const DISARMED = /^'(?='*[=+\-@\t\r＝＋－＠])/;

export function disarmed(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What was disarmed, as it was. */
export function undisarmed(cell: string): string {
  return cell.replace(DISARMED, '');
}
