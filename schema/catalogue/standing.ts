/** On what a matter stands (L2, ordinance Art. 15): the published guidance catalogue or an approval, and an entrustment. */
import { z } from 'zod';
import { Day } from '../ids.ts';
import type { RefusalCode } from '../refusal.ts';
import { text } from '../typed/signs.ts';
import type { Matter } from './catalogue.ts';

/** By the district's government, of a matter that its published guidance catalogue does not hold; good from its day on. */
const Approval = z.object({ no: text(60, 1), on: Day });

/** Its letter, of which department, for which days, paid by what. */
export const Entrustment = z
  .object({ letterNo: text(60, 1), department: text(100, 1), from: Day, until: Day, funding: text(200, 1) })
  .refine(({ from, until }) => from <= until, { path: ['until'] });
export type Entrustment = z.infer<typeof Entrustment>;

/** `approval` null: it is in the published guidance catalogue. */
export const Standing = z.object({ approval: Approval.nullable(), entrustment: Entrustment.nullable() });
export type Standing = z.infer<typeof Standing>;

/** As most matters stand: in the published guidance catalogue, and the hall's own. */
export const IN_CATALOGUE: Standing = { approval: null, entrustment: null };

/** Why a matter may not be offered that day; null: it may. */
export function whyNotOffered({ kind, standing }: Pick<Matter, 'kind' | 'standing'>, day: Day): RefusalCode | null {
  if (!standing) return 'standing-missing';
  const { approval, entrustment } = standing;
  if (approval && day < approval.on) return 'approval-not-begun';
  if (!entrustment) return kind === 'entrusted' ? 'entrustment-missing' : null;
  if (day < entrustment.from) return 'entrustment-not-begun';
  return day > entrustment.until ? 'entrustment-over' : null;
}

/**
 * Ledgers of older programs offer matters of which nobody has said on what they stand. An entrusted one waits until it is
 * said by whom; any other one stays, because it may well be in the published guidance catalogue.
 */
export function waitsForStanding({ kind, standing }: Pick<Matter, 'kind' | 'standing'>): boolean {
  return kind === 'entrusted' && !standing?.entrustment;
}

/** L2: administrators are warned so many days before an entrustment ends. */
export const ENTRUSTMENT_WARNED_DAYS = [30, 7] as const;

/** Of a day to another, the earlier one first. */
export function daysUntil(today: Day, until: Day): number {
  return Math.round((Date.parse(until) - Date.parse(today)) / 86_400_000);
}

/** L2: nobody is booked for a day on which an entrustment is over. */
export function isOfferedOn({ standing }: Pick<Matter, 'standing'>, day: Day): boolean {
  const until = standing?.entrustment?.until;
  return until === undefined || day <= until;
}
