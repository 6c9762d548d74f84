import { expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { withIds } from './materials.ts';

const texts = (name: string) => ({ 'zh-Hans': name, 'zh-Hant': name });

it('[C7] a new material gets an id that none of the list has, and the others keep theirs', () => {
  const first = withIds('A-1' as MatterId, [texts('户口簿'), texts('身份证')]);
  expect(first.map(({ id }) => id)).toEqual(['A-1.1', 'A-1.2']);
  const moved = withIds('A-1' as MatterId, [texts('照片'), first[1]!]);
  expect(moved.map(({ id }) => id)).toEqual(['A-1.1', 'A-1.2']);
  const more = withIds('A-1' as MatterId, [...first, texts('照片')]);
  expect(more.map(({ id }) => id)).toEqual(['A-1.1', 'A-1.2', 'A-1.3']);
  // What went keeps its id for ever.
  const [, , last] = withIds('A-1' as MatterId, [...first, texts('照片')], ['A-1.3', 'A-1.4']);
  expect(last!.id).toBe('A-1.5');
});
