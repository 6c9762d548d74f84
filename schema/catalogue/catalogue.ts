/** The guidance catalogue 指导目录 as everybody may read it (L1, L3, V4; ordinance Art. 14 and 27). */
import { z } from 'zod';
import { MatterGroup } from '../hall/plan.ts';
import { CaseId, ClerkId, CounterId, Day, Instant, Letter, MatterId, Names } from '../ids.ts';
import { IdentityUse } from '../people/person.ts';
import { text } from '../typed/signs.ts';
import { Domain } from './facts/domain.ts';
import { HansOrNames } from './facts/in-languages.ts';
import { ListedPauses } from './facts/pauses.ts';
import { AcceptanceStage } from './facts/stage.ts';
import { draftNames, Material, MaterialDraft } from './material.ts';
import { Standing } from './standing.ts';

/** How well a sample matter is evidenced; `drafted` is plausible, not official, and says so wherever it is shown. */
export const Evidence = z.enum(['sourced', 'partly', 'statute', 'statute-from-memory', 'drafted', 'hall']);
export type Evidence = z.infer<typeof Evidence>;

/** L1, Art. 27 (1) to (4); `utility`: of a utility, an institution or an organisation, which may be included. */
export const MatterKind = z.enum(['general', 'assist', 'entrusted', 'resident-need', 'utility']);
export type MatterKind = z.infer<typeof MatterKind>;

/** L3: what else people call it, to find it by: 低保 for 最低生活保障. */
export const Aliases = z
  .array(text(40, 1))
  .max(20)
  .refine((all) => new Set(all).size === all.length);

/** By which ways a resident may ask for a matter (L3). */
export const MatterChannel = z.enum(['counter', 'web', 'telephone', 'letter', 'home-visit']);
export type MatterChannel = z.infer<typeof MatterChannel>;
export const MatterChannels = z.array(MatterChannel).refine((all) => new Set(all).size === all.length);

/** L3: the counters of its group that do it; null: all of them. */
export const MatterCounters = z
  .array(CounterId)
  .min(1)
  .max(50)
  .refine((all) => new Set(all).size === all.length);

/** P1: for how long people and words of a case are kept after its end; null: as the setting says. */
export const RetentionDays = z.number().int().min(1).max(3650).nullable();

/** C9: the longest extension of its limit, in the same unit; 0: none. Null: as the setting says. */
const ExtensionDays = z.number().int().min(0).max(365).nullable();

/** A matter as a hall's file and an administrator write it. */
export const MatterPlan = z.object({
  id: MatterId,
  letter: Letter,
  names: Names,
  aliases: Aliases.default([]),
  kind: MatterKind,
  department: HansOrNames,
  /** In order; who writes one anew gives it no id. */
  materials: z.array(Material.partial({ id: true })),
  /** Legal limit in working days, or calendar days where the law says so; null: none. 0: on the spot. */
  limitDays: z.number().int().nullable(),
  limitUnit: z.enum(['working', 'calendar']),
  /** C9: what the hall promises, in the same unit; never more than the law grants. Null: the legal limit. */
  promisedDays: z.number().int().nullable().optional(),
  /** C9: on which the clock may stand still while the applicant is waited for, or a public notice runs; null: it may not. */
  applicantBasis: z.string().nullable().optional(),
  publicNoticeBasis: z.string().nullable().optional(),
  typicalMinutes: z.number().int(),
  fee: HansOrNames,
  basis: HansOrNames,
  evidence: Evidence,
  offered: z.boolean(),
  /** P2; what is left out is none. */
  identity: IdentityUse.optional(),
  retentionDays: RetentionDays.optional(),
  /** C11: to whom its cases are offered first. */
  clerkA: ClerkId.nullable().optional(),
  clerkB: ClerkId.nullable().optional(),
  /** L2; null where nobody has said it. */
  standing: Standing.nullable().optional(),
  /** L3: who may apply; null where nobody has said it. */
  conditions: Names.nullable().optional(),
  channels: MatterChannels.nullable().optional(),
  counters: MatterCounters.nullable().optional(),
  /** Art. 11 to 13. */
  domain: Domain.nullable().optional(),
  /** Where it is done, if not at the hall's counters alone. */
  place: Names.nullable().optional(),
  extensionDays: ExtensionDays.optional(),
  /** C8: null: as the law says (`LEGAL_STAGE`). */
  acceptance: AcceptanceStage.nullable().optional(),
  /** C9: where it lists some, its clock stands still for these alone; null: as the two bases and Art. 45 say. */
  pauses: ListedPauses.nullable().optional(),
});
export type MatterPlan = z.infer<typeof MatterPlan>;

/** A text alone is in simplified Chinese, and what the matter has in other languages stays as long as it is the same. */
const draftText = (most: number, least = 0) => z.union([text(most, least), draftNames(most, least)]);

const names = { 'zh-Hans': text(100, 1), 'zh-Hant': text(100, 1), en: text(200, 1) };

/**
 * What an administrator writes of a matter (L1); a new one has no id, and is not offered before somebody offers it. Its
 * people, terms and clerks are set for themselves. A material keeps its id, a new one has none. What is absent stays.
 */
export const MatterDraft = z.object({
  id: MatterId.optional(),
  letter: Letter,
  names: z.object(names),
  aliases: Aliases,
  kind: MatterKind,
  department: draftText(100, 1),
  materials: z.array(MaterialDraft).max(60),
  limitDays: z.number().int().min(0).max(3650).nullable(),
  limitUnit: z.enum(['working', 'calendar']),
  typicalMinutes: z.number().int().min(1).max(480),
  fee: draftText(100, 1),
  basis: draftText(500),
  conditions: draftNames(1000).nullable().optional(),
  channels: MatterChannels.nullable().optional(),
  counters: MatterCounters.nullable().optional(),
  domain: Domain.nullable().optional(),
  place: draftNames(200).nullable().optional(),
  extensionDays: ExtensionDays.optional(),
  acceptance: AcceptanceStage.nullable().optional(),
  pauses: ListedPauses.nullable().optional(),
});
export type MatterDraft = z.infer<typeof MatterDraft>;

/** What hangs on a matter now: people in line or at a counter, appointments to come, cases that go on. */
export const MatterTouches = z.object({
  waiting: z.number().int(),
  booked: z.number().int(),
  cases: z.number().int(),
  /** The first of each, to look at before anything is changed. */
  first: z.object({
    tickets: z.array(z.object({ number: z.string(), day: Day })),
    slots: z.array(Instant),
    cases: z.array(z.object({ caseId: CaseId, number: z.string() })),
  }),
});
export type MatterTouches = z.infer<typeof MatterTouches>;

/** One of the versions of a matter: which, since when, by whom, and what was changed with it. */
export const MatterVersion = z.object({
  no: z.number().int(),
  seq: z.number().int(),
  at: Instant,
  /** Null where no clerk did it. */
  byName: z.string().nullable(),
  fields: z.array(z.string()),
});
export type MatterVersion = z.infer<typeof MatterVersion>;

/** `spelling` is how name and aliases are typed in pinyin, made when either is saved; see find-matter.ts. */
export const Matter = MatterPlan.extend({
  spelling: z.string(),
  department: Names,
  fee: Names,
  basis: Names,
  materials: z.array(Material),
  identity: IdentityUse,
  retentionDays: RetentionDays,
  clerkA: ClerkId.nullable(),
  clerkB: ClerkId.nullable(),
  applicantBasis: z.string().nullable(),
  publicNoticeBasis: z.string().nullable(),
  /** L2: it is not offered because its entrustment is not entered, and for nothing else. */
  heldBack: z.boolean().optional(),
});
export type Matter = z.infer<typeof Matter>;

/** A matter as the hall keeps it; `source`: where its materials and limit were found. */
export const KeptMatter = Matter.extend({ source: z.string() });
export type KeptMatter = z.infer<typeof KeptMatter>;

/** Older ledgers hold texts in simplified Chinese alone. */
const HeldMatter = KeptMatter.omit({ id: true, heldBack: true }).extend({
  department: HansOrNames,
  fee: HansOrNames,
  basis: HansOrNames,
});

/** The whole matter, or what of it is new. */
export const MatterEvent = z.discriminatedUnion('type', [
  /** Ledgers older than it hold neither use of identity nor retention, no clerks, and no bases of pauses. */
  z.object({
    type: z.literal('matter-saved'),
    ...HeldMatter.partial({
      ...{ identity: true, retentionDays: true, clerkA: true, clerkB: true },
      ...{ applicantBasis: true, publicNoticeBasis: true },
    }).shape,
  }),
  z.object({ type: z.literal('matter-changed'), ...HeldMatter.partial().shape }),
]);
export type MatterEvent = z.infer<typeof MatterEvent>;

export const Catalogue = z.object({ groups: z.array(MatterGroup), matters: z.array(Matter) });
export type Catalogue = z.infer<typeof Catalogue>;
