import { expect, it } from 'vitest';
import type { Opening } from '../../../schema/hours/opening.ts';
import type { ClerkId, Letter } from '../../../schema/ids.ts';
import { type Away, coverLost } from './positions.ts';

const [A, B] = ['a', 'b'] as ClerkId[] as [ClerkId, ClerkId];
const opening = (day: string, letters = 'A') =>
  ({ id: day, day, startsAt: `${day}T01:00`, endsAt: `${day}T09:00`, letters: [...letters] }) as unknown as Opening;
const away = (clerkId: ClerkId, from: string, until: string | null): Away => ({ clerkId, from, until });
const matter = { letter: 'A' as Letter, offered: true, clerkA: A, clerkB: B };
const week = [opening('03'), opening('01'), opening('02'), opening('04', 'B')];
const days = (found: ReturnType<typeof coverLost>) => found.flatMap(({ openings }) => openings.map(({ day }) => day));

it('[C11] an opening loses cover where A and B are both away in it, even if not at the same hour', () => {
  const both = [away(A, '01T00:00', '02T02:00'), away(B, '02T08:00', null)];
  expect(days(coverLost([matter], week, both))).toEqual(['02']);
  expect(days(coverLost([matter], week, [away(A, '01T00:00', null), away(B, '01T00:00', null)]))).toEqual([
    '01',
    '02',
    '03',
  ]);
  expect(coverLost([matter], week, [away(A, '01T00:00', null), away(B, '01T09:00', '02T01:00')])).toEqual([]);
});

it('[C11] a matter without B, one that is not offered, and one whose A alone is away lose no cover', () => {
  const all = [away(A, '01T00:00', null), away(B, '01T00:00', null)];
  expect(
    coverLost(
      [
        { ...matter, clerkB: null },
        { ...matter, offered: false },
      ],
      week,
      all,
    ),
  ).toEqual([]);
  expect(coverLost([matter], week, all.slice(0, 1))).toEqual([]);
});
