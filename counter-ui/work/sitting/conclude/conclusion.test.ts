import { expect, test } from 'vitest';
import { conclusionOf, EMPTY_DRAFT } from './conclusion.ts';

test('[C5] a conclusion is complete only with what its kind needs', () => {
  expect(conclusionOf('done', EMPTY_DRAFT)).toEqual({ kind: 'done', note: '' });
  expect(conclusionOf('answered', EMPTY_DRAFT)).toBeNull();
  expect(conclusionOf('not-needed', { ...EMPTY_DRAFT, note: ' ' })).toBeNull();
  const away = { ...EMPTY_DRAFT, place: '区医保局', address: '和润路 30 号' };
  expect(conclusionOf('not-ours', away)).toBeNull();
  expect(conclusionOf('not-ours', { ...away, telephone: '0851-0000 1111' })).toMatchObject({ kind: 'not-ours' });
});

test('[C6] a refusal is complete only with a reason of substance and a basis', () => {
  const whole = { ...EMPTY_DRAFT, reason: '申请人不在本社区居住，不符合第五条', basis: '办法第五条' };
  expect(conclusionOf('refused', whole)).toEqual({ kind: 'refused', reason: whole.reason, basis: whole.basis });
  expect(conclusionOf('refused', { ...whole, basis: ' ' })).toBeNull();
  expect(conclusionOf('refused', { ...whole, reason: '不行不行不行不行不行' })).toBeNull();
});

test('[C7] a notice names at least one material, each by its index, in order', () => {
  expect(conclusionOf('notice', EMPTY_DRAFT)).toBeNull();
  expect(conclusionOf('notice', { ...EMPTY_DRAFT, missing: ['A-1.4', 'A-1.1'] })).toMatchObject({
    missing: ['A-1.4', 'A-1.1'],
  });
});

test('[C13] an acceptance with papers that follow needs the day that was promised', () => {
  expect(conclusionOf('accepted', EMPTY_DRAFT)).toEqual({ kind: 'accepted', note: '' });
  expect(conclusionOf('accepted', EMPTY_DRAFT, ['A-1.2'])).toBeNull();
  expect(conclusionOf('accepted', { ...EMPTY_DRAFT, followBy: '2026-11-30' }, ['A-1.2'])).toEqual({
    ...{ kind: 'accepted', note: '', follow: { items: ['A-1.2'], by: '2026-11-30' } },
  });
});
