/** D4: which shipped clips say a call. Number and counter only (D3). */
import type { CallRow } from '../../schema/line/rows.ts';

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Every clip that web/public/voice holds. */
export const CLIPS = ['chime', 'qing', 'hao', 'dao', 'hao-chuangkou', ...DIGITS, '1-yao', '10', ...LETTERS];

/** A pause between parts of the sentence. */
export const PAUSE = 'pause';

/** Chime, then 请 A 零 幺 七 号，到 三 号窗口, twice; `times` is 1 when many calls wait. */
export function clipsFor(call: Pick<CallRow, 'number' | 'counterLabel'>, times: 1 | 2 = 2): string[] {
  const sentence = ['qing', ...spell(call.number), 'hao', PAUSE, 'dao', ...count(call.counterLabel), 'hao-chuangkou'];
  const once = ['chime', PAUSE, ...sentence];
  return times === 1 ? once : [...once, PAUSE, PAUSE, PAUSE, ...sentence];
}

/** A ticket's number is read digit by digit, and its one is yāo. */
function spell(number: string): string[] {
  return signs(number).map((sign) => (sign === '1' ? '1-yao' : sign));
}

/** A counter is counted (十二号窗口); anything else on its label is read sign by sign. */
function count(label: string): string[] {
  if (!/^[1-9][0-9]?$/.test(label)) return signs(label);
  const [tens, ones] = [Math.floor(Number(label) / 10), Number(label) % 10];
  const said = tens === 0 ? [ones] : [...(tens > 1 ? [tens] : []), 10, ...(ones > 0 ? [ones] : [])];
  return said.map(String);
}

/** The signs that there is a clip for. */
function signs(text: string): string[] {
  return [...text.toUpperCase()].filter((sign) => DIGITS.includes(sign) || LETTERS.includes(sign));
}
