import { expect, it } from 'vitest';
import { write, writtenAgain } from './written.ts';

const empty = { text: '', days: null as number | null, helper: false };

it('[C16] what was kept of a form is there again, behind it what was typed before it came, and not who stood there', () => {
  const text = write('', { text: '已核实', days: 5, helper: true });
  expect(writtenAgain(text, { about: '', empty, typed: {} })).toEqual({ text: '已核实', days: 5, helper: false });
  const typed = { text: '，', days: 3 };
  expect(writtenAgain(text, { about: '', empty, typed })).toEqual({ text: '已核实，', days: 3, helper: false });
  expect(writtenAgain(null, { about: '', empty, typed })).toEqual({ text: '，', days: 3, helper: false });
});

it('[C16] what was typed about one question is not offered for another one, nor by a form that older screens wrote', () => {
  const text = write('q1', { text: '答复一', days: null, helper: false });
  expect(writtenAgain(text, { about: 'q2', empty, typed: {} })).toEqual(empty);
  expect(writtenAgain('{"text":"旧"}', { about: '', empty, typed: {} })).toEqual(empty);
});
