import { expect, test } from 'vitest';
import type { Matter } from '../../schema/catalogue/catalogue.ts';
import type { BoxAnswer } from '../../schema/line/box.ts';
import { type Hit, hitsOf } from './hits.ts';

const names = (name: string) => ({ 'zh-Hans': name, 'zh-Hant': name, en: name });
const matters = [
  { id: 'A-1', names: names('最低生活保障'), aliases: ['低保'], spelling: 'di bao' },
  { id: 'B-2', names: names('身份证'), aliases: [], spelling: 'shen fen zheng' },
] as unknown as Matter[];
const words = (hits: Hit[]) =>
  hits.map((hit) => {
    switch (hit.kind) {
      case 'ask':
        return `ask ${hit.sought.kind}`;
      case 'ticket':
        return hit.ticket.number;
      case 'case':
        return `${hit.of?.name ?? ''} ${hit.number}`.trim();
      case 'person':
        return hit.of.name;
      default:
        return hit.matterId;
    }
  });

test('[L3] pinyin offers its matter first and the name of a person after it', () => {
  expect(words(hitsOf('dibao', null, matters))).toEqual(['A-1', 'ask person']);
});

test('[A3] a number is asked for first, and what is nothing offers nothing', () => {
  expect(words(hitsOf('a001', null, matters))).toEqual(['ask ticket']);
  expect(words(hitsOf('12', null, matters))).toEqual([]);
});

test('[C12] an answer lists the ticket, its cases, and each person with the cases of that person', () => {
  const found = (more: object) => ({ phase: 'accepted', outcome: null, matterNames: names('身份证'), ...more });
  const answer = {
    ticket: { number: 'A001', cases: [found({ caseId: 'k1', receiptNo: null })] },
    cases: [],
    people: [
      { person: { name: '王*花' }, cases: [found({ caseId: 'k3', receiptNo: null, number: 'B007' })] },
      { person: { name: '李*' }, cases: [] },
    ],
    isCut: false,
  } as unknown as BoxAnswer;
  expect(words(hitsOf('A001', answer, matters))).toEqual(['A001', 'A001', '王*花 B007', '李*']);
});

test('[C7] a case that was found by a notice is listed by the number of that notice', () => {
  const noticed = { caseId: 'k2', receiptNo: null, phase: 'noticed', outcome: null, matterNames: names('身份证') };
  const answer = { ticket: null, cases: [noticed], people: [], isCut: false } as unknown as BoxAnswer;
  expect(words(hitsOf('gz20261120 0003', answer, matters))).toEqual(['GZ20261120-0003']);
});
