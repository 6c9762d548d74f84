import { expect, it } from 'vitest';
import { holdsInstead } from '../../../schema/cases/paper.ts';

it('[C5] what holds instead of a void paper is at the end of all corrections, in this case or in the one that goes on', () => {
  const papers = [
    { no: 'BJ1' },
    { no: 'BJ2', corrected: ['BJ1', 'BS1'] },
    { no: 'JD1' },
    { no: 'JD2', voids: 'JD1' },
    { no: 'JD3', voids: 'JD2' },
  ];
  const goesOn = { voids: ['BJ2'], linkedNo: 'SL9' };
  expect(papers.map(({ no }) => holdsInstead(no, papers, null))).toEqual(['BJ2', null, 'JD3', 'JD3', null]);
  expect(papers.map(({ no }) => holdsInstead(no, papers, goesOn))).toEqual(['SL9', 'SL9', 'JD3', 'JD3', null]);
});
