import { expect, it } from 'vitest';
import { ToldBy } from '../../../../schema/cases/conclusion.ts';
import { toldWays } from './told-ways.ts';

it('[C5] a supervisor who is not the handler of what came in writing is offered that it was entered by mistake, and no way of telling', () => {
  const entry = { kind: 'not-needed', isNeeded: true } as const;
  expect(toldWays({ ...entry, asHandler: false })).toEqual(['mistaken']);
  expect(toldWays({ ...entry, asHandler: true })).toEqual([...ToldBy.options, 'mistaken']);
  expect(toldWays({ ...entry, isNeeded: false, asHandler: true })).toEqual(ToldBy.options);
  expect(toldWays({ kind: 'withdrawn', isNeeded: true, asHandler: true })).toEqual(ToldBy.options);
});
