/** The tables of one hall's file. One file is one hall: there is no hall column (server only). */
import { sql } from 'drizzle-orm';
import { blob, check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PaperContent, PaperKind, Proposal, SentBack } from './case.ts';
import type { Names } from './ids.ts';
import type { CallReason, TicketClass, TicketPhase } from './ticket.ts';

const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();

// ── the ledger 台账 ────────────────────────────────────────────────────────────

/** Append-only (triggers), hash-chained: `hash` = SHA-256(prev ‖ the row's canonical JSON). A2. */
export const ledger = sqliteTable(
  'ledger',
  {
    seq: integer('seq').primaryKey(),
    at: text('at').notNull(),
    stream: text('stream').notNull(), // 'ticket:<id>', 'case:<id>' …
    version: integer('version').notNull(), // 1, 2, 3 … within the stream
    type: text('type').notNull(),
    data: text('data').notNull(),
    actor: text('actor').notNull(), // 'clerk:<id>', 'device:<id>', 'resident', 'clock'
    prev: blob('prev', { mode: 'buffer' }).notNull(),
    hash: blob('hash', { mode: 'buffer' }).notNull(),
  },
  (t) => [uniqueIndex('ledger_stream').on(t.stream, t.version)],
);

/** T3: the answer that a request id got, sealed, because it may hold a link or a password. Dropped after a week. */
export const requests = sqliteTable('requests', {
  id: text('id').primaryKey(),
  at: text('at').notNull(),
  reply: blob('reply', { mode: 'buffer' }).notNull(),
});

/** H9: everything that happens later. `added_at` is when BullMQ last got it, `done_at` the compare-and-set. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey(),
    kind: text('kind').notNull(),
    data: text('data').notNull(),
    dueAt: text('due_at').notNull(),
    addedAt: text('added_at'),
    adds: integer('adds').notNull().default(0),
    doneAt: text('done_at'),
    result: text('result'),
  },
  (t) => [index('outbox_open').on(t.dueAt).where(sql`done_at IS NULL`), uniqueIndex('outbox_once').on(t.kind, t.data)],
);

// ── read tables (projections): rebuilt from the ledger ─────────────────────────

export const tickets = sqliteTable(
  'tickets',
  {
    /** The hall's running issue number; as the row's key it costs no index of its own. */
    issueNo: integer('issue_no').primaryKey(),
    id: text('id').notNull(),
    day: text('day').notNull(),
    liveDay: text('live_day').notNull(),
    letter: text('letter').notNull(),
    ordinal: integer('ordinal').notNull(),
    number: text('number').notNull(),
    phase: text('phase').$type<TicketPhase>().notNull(),
    klass: text('klass').$type<TicketClass>().notNull(),
    channel: text('channel').notNull(),
    arrivedAt: text('arrived_at').notNull(),
    rankAt: integer('rank_at').notNull(),
    rankTie: real('rank_tie').notNull(),
    notBefore: text('not_before'),
    matters: json<string[]>('matters').notNull(),
    letters: json<string[]>('letters').notNull(),
    remaining: json<string[]>('remaining').notNull(),
    /** The queues of the remaining matters, as one string of letters. */
    queues: text('queues').notNull(),
    sitting: json<string[]>('sitting').notNull(),
    counterId: text('counter_id'),
    clerkId: text('clerk_id'),
    callNo: integer('call_no').notNull().default(0),
    calledAt: text('called_at'),
    startedAt: text('started_at'),
    endedAt: text('ended_at'),
    missedAt: text('missed_at'),
    awayUntil: text('away_until'),
    passes: integer('passes').notNull().default(0),
    misses: integer('misses').notNull().default(0),
    carriedBecause: text('carried_because'),
    why: json<CallReason>('why'),
    slip: text('slip').notNull(),
    appointmentId: text('appointment_id'),
  },
  (t) => [
    uniqueIndex('tickets_number').on(t.day, t.letter, t.ordinal), // T1
    uniqueIndex('tickets_id').on(t.id),
    // T10: numbers that carried-over tickets wear; they are stepped over when a number is drawn.
    index('tickets_carried').on(t.letter, t.ordinal, t.liveDay).where(sql`live_day <> day`),
    uniqueIndex('tickets_counter').on(t.counterId).where(sql`phase IN ('called', 'serving')`), // T5
    index('tickets_underway').on(t.liveDay).where(sql`phase IN ('called', 'serving', 'away', 'missed')`),
    index('tickets_waiting').on(t.liveDay, t.rankAt, t.rankTie).where(sql`phase = 'waiting'`), // Q1
  ],
);

/** How long each line is: kept with every step of a ticket, so that no screen has to count. */
export const lines = sqliteTable(
  'lines',
  {
    day: text('day').notNull(),
    letter: text('letter').notNull(),
    waiting: integer('waiting').notNull(),
    away: integer('away').notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.letter] })],
);

/** Each call and recall of a day, by the seq of its event; the display's calls. */
export const calls = sqliteTable(
  'calls',
  {
    seq: integer('seq').primaryKey(),
    at: text('at').notNull(),
    day: text('day').notNull(),
    ticketId: text('ticket_id').notNull(),
    number: text('number').notNull(),
    letter: text('letter').notNull(),
    counterId: text('counter_id').notNull(),
    callNo: integer('call_no').notNull(),
    rule: text('rule'), // null for a recall
  },
  (t) => [index('calls_day').on(t.day, t.letter)],
);

/** One row per finished sitting: the measured durations behind the wait range (Q6). */
export const sittings = sqliteTable(
  'sittings',
  {
    id: integer('id').primaryKey(), // seq of the event that ended it
    day: text('day').notNull(),
    letter: text('letter').notNull(),
    matters: json<string[]>('matters').notNull(),
    counterId: text('counter_id').notNull(),
    clerkId: text('clerk_id').notNull(),
    startedAt: text('started_at').notNull(),
    endedAt: text('ended_at').notNull(),
    durationMs: integer('duration_ms').notNull(),
  },
  (t) => [index('sittings_letter').on(t.letter, t.id)],
);

export const cases = sqliteTable(
  'cases',
  {
    id: text('id').primaryKey(),
    phase: text('phase').notNull(),
    matterId: text('matter_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    firstContact: text('first_contact').notNull(),
    handler: text('handler').notNull(),
    openedAt: text('opened_at').notNull(),
    closedAt: text('closed_at'),
    receiptNo: text('receipt_no'),
    acceptedOn: text('accepted_on'),
    dueOn: text('due_on'),
    legalDueOn: text('legal_due_on'),
    noticeNo: text('notice_no'),
    missing: json<number[]>('missing'),
    note: text('note').notNull().default(''),
    offerId: text('offer_id'),
    offerFrom: text('offer_from'),
    offerTo: text('offer_to'),
    offerNote: text('offer_note'),
    offerLapsesAt: text('offer_lapses_at'),
    proposal: json<Proposal>('proposal'),
    sentBack: json<SentBack>('sent_back'),
    outcome: text('outcome'),
    destination: json<{ place: string; address: string; telephone: string }>('destination'),
  },
  (t) => [
    index('cases_ticket').on(t.ticketId),
    index('cases_handler').on(t.handler).where(sql`phase <> 'closed'`),
    index('cases_first_contact').on(t.firstContact).where(sql`phase <> 'closed'`),
    index('cases_offer_to').on(t.offerTo).where(sql`offer_id IS NOT NULL`),
    // C6: what a supervisor has to confirm, and what a clerk got back.
    index('cases_proposed').on(t.phase).where(sql`phase = 'proposed'`),
    index('cases_sent_back').on(t.id).where(sql`sent_back IS NOT NULL`),
  ],
);

/** Receipts and notices as they were given (C7); numbered per kind and day. */
export const papers = sqliteTable(
  'papers',
  {
    no: text('no').primaryKey(),
    kind: text('kind').$type<PaperKind>().notNull(),
    day: text('day').notNull(),
    caseId: text('case_id').notNull(),
    clerkId: text('clerk_id').notNull(),
    firstContact: text('first_contact').notNull(),
    dueOn: text('due_on'),
    note: text('note').notNull(),
    content: json<PaperContent>('content'),
    missing: json<number[]>('missing').notNull(),
  },
  (t) => [index('papers_case').on(t.caseId), index('papers_day').on(t.kind, t.day)],
);

/** What the supervisor is told (C3). */
export const notes = sqliteTable('notes', {
  seq: integer('seq').primaryKey(),
  at: text('at').notNull(),
  day: text('day').notNull(),
  kind: text('kind').notNull(),
  caseId: text('case_id'),
  ticketId: text('ticket_id'),
  clerkId: text('clerk_id'),
  counterId: text('counter_id'),
  byClerk: text('by_clerk'),
  about: text('about'),
  detail: text('detail'),
  /** It was answered; nobody has to read it any more. */
  over: integer('over', { mode: 'boolean' }).notNull().default(false),
});

/** A counter and who sits at it. */
export const counterStates = sqliteTable(
  'counter_states',
  {
    counterId: text('counter_id').primaryKey(),
    phase: text('phase').notNull(),
    clerkId: text('clerk_id'),
    closedByOpening: integer('closed_by_opening', { mode: 'boolean' }).notNull().default(false),
    since: text('since').notNull(),
    /** When the last ticket left it. */
    freeSince: text('free_since'),
  },
  (t) => [uniqueIndex('counter_states_clerk').on(t.clerkId).where(sql`phase <> 'closed'`)],
);

/** Where an opening is in its life; the plan itself is reference data. */
export const openingStates = sqliteTable('opening_states', {
  openingId: text('opening_id').primaryKey(),
  phase: text('phase').notNull(),
  at: text('at').notNull(),
  reason: text('reason'),
});

export const appointments = sqliteTable(
  'appointments',
  {
    id: text('id').primaryKey(),
    phase: text('phase').notNull(),
    slotId: text('slot_id').notNull(),
    matterId: text('matter_id').notNull(),
    day: text('day').notNull(),
    startsAt: text('starts_at').notNull(),
    until: text('until').notNull(),
    personId: text('person_id'),
    code: text('code'),
    ticketId: text('ticket_id'),
    /** In which its messages are written; null: the person's. */
    language: text('language'),
  },
  (t) => [
    uniqueIndex('appointments_code').on(t.day, t.code).where(sql`phase = 'confirmed'`),
    uniqueIndex('appointments_once').on(t.personId, t.matterId).where(sql`phase = 'confirmed'`), // H6
    index('appointments_slot').on(t.slotId),
  ],
);

/** How much of a slot is taken. The capacity is a constraint of the table, not only of code (H5). */
export const slotLoads = sqliteTable(
  'slot_loads',
  { slotId: text('slot_id').primaryKey(), taken: integer('taken').notNull(), capacity: integer('capacity').notNull() },
  (t) => [check('slot_capacity', sql`${t.taken} >= 0 AND ${t.taken} <= ${t.capacity}`)],
);

/** T10: residents turned away, by hour and matter. */
export const turnedAway = sqliteTable('turned_away', {
  seq: integer('seq').primaryKey(),
  day: text('day').notNull(),
  hour: integer('hour').notNull(),
  matterId: text('matter_id').notNull(),
  why: text('why').notNull(),
});

/** A ticket on a day on which it stood in line: one row each, also when it is over; the day's figures (V4, H13). */
export const dayTickets = sqliteTable(
  'day_tickets',
  {
    day: text('day').notNull(),
    ticketId: text('ticket_id').notNull(),
    /** Came over from an earlier day. */
    carriedIn: integer('carried_in', { mode: 'boolean' }).notNull(),
    /** When it came into this day's line. */
    fromAt: text('from_at').notNull(),
    calls: integer('calls').notNull().default(0),
    recalls: integer('recalls').notNull().default(0),
    misses: integer('misses').notNull().default(0),
    passes: integer('passes').notNull().default(0),
    firstCalledAt: text('first_called_at'),
    startedAt: text('started_at'),
    servedMs: integer('served_ms').notNull().default(0),
    counterId: text('counter_id'),
    clerkId: text('clerk_id'),
    why: json<CallReason>('why'),
    /** How this day ended for it; null while it is unfinished. */
    outcome: text('outcome'),
    endedAt: text('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.day, t.ticketId] })],
);

export const endedDays = sqliteTable('ended_days', {
  day: text('day').primaryKey(),
  carriedOver: integer('carried_over').notNull(),
  expired: integer('expired').notNull(),
});

// ── reference data: plain rows with history triggers ───────────────────────────

/** One row: who the hall is, and its settings. */
export const hall = sqliteTable('hall', {
  id: integer('id').primaryKey(), // always 1
  key: text('key').notNull(), // names the hall in Redis: {hall<key>}
  names: json<Names>('names').notNull(),
  telephone: text('telephone').notNull(),
  address: text('address').notNull(),
  timeZone: text('time_zone').notNull(),
  sample: integer('sample', { mode: 'boolean' }).notNull(),
  settings: json<Record<string, unknown>>('settings').notNull(),
});

export const groups = sqliteTable('groups', {
  letter: text('letter').primaryKey(),
  names: json<Names>('names').notNull(),
  order: integer('order').notNull(),
});

export const matters = sqliteTable('matters', {
  id: text('id').primaryKey(),
  letter: text('letter')
    .notNull()
    .references(() => groups.letter),
  names: json<Names>('names').notNull(),
  kind: text('kind').notNull(),
  department: text('department').notNull(),
  materials: json<{ 'zh-Hans': string; 'zh-Hant': string }[]>('materials').notNull(),
  limitDays: integer('limit_days'),
  limitUnit: text('limit_unit').notNull(),
  typicalMinutes: integer('typical_minutes').notNull(),
  fee: text('fee').notNull(),
  basis: text('basis').notNull(),
  evidence: text('evidence').notNull(),
  source: text('source').notNull(),
  offered: integer('offered', { mode: 'boolean' }).notNull(),
  aliases: json<string[]>('aliases').notNull().default([]),
  spelling: text('spelling').notNull().default(''),
});

export const counters = sqliteTable('counters', {
  id: text('id').primaryKey(),
  label: text('label').notNull().unique(),
  letters: json<string[]>('letters').notNull(),
  inUse: integer('in_use', { mode: 'boolean' }).notNull(),
});

export const clerks = sqliteTable('clerks', {
  id: text('id').primaryKey(),
  account: text('account').notNull().unique(),
  name: text('name').notNull(),
  role: text('role').notNull(),
  mayPick: integer('may_pick', { mode: 'boolean' }).notNull(),
  active: integer('active', { mode: 'boolean' }).notNull(),
  password: text('password').notNull(), // argon2id, encoded
  mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull(),
});

export const sessions = sqliteTable(
  'sessions',
  {
    hash: blob('hash', { mode: 'buffer' }).primaryKey(),
    clerkId: text('clerk_id')
      .notNull()
      .references(() => clerks.id),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (t) => [index('sessions_clerk').on(t.clerkId)],
);

/** Failed sign-ins per account, so that guessing is slow whatever address it comes from. */
export const signInTries = sqliteTable('sign_in_tries', {
  account: text('account').primaryKey(),
  failed: integer('failed').notNull(),
  until: text('until').notNull(),
});

export const devices = sqliteTable('devices', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  codeHash: blob('code_hash', { mode: 'buffer' }),
  codeUntil: text('code_until'),
  tokenHash: blob('token_hash', { mode: 'buffer' }).unique(),
  enrolledAt: text('enrolled_at'),
  revokedAt: text('revoked_at'),
  lastSeenAt: text('last_seen_at'),
});

/** One-time tokens that are no session: the first administrator's link. */
export const onceTokens = sqliteTable('once_tokens', {
  hash: blob('hash', { mode: 'buffer' }).primaryKey(),
  purpose: text('purpose').notNull(),
  expiresAt: text('expires_at').notNull(),
});

/** What somebody was handed and has not used yet, sealed: a first password or an enrolment code, by whose it is. */
export const firstSecrets = sqliteTable('first_secrets', {
  ref: text('ref').primaryKey(), // a clerk's or a device's id
  kind: text('kind').notNull(), // 'password' or 'code'
  sealed: blob('sealed', { mode: 'buffer' }).notNull(),
});

export const series = sqliteTable('series', { id: text('id').primaryKey(), plan: json<unknown>('plan').notNull() });

export const openings = sqliteTable(
  'openings',
  {
    id: text('id').primaryKey(),
    day: text('day').notNull(),
    kind: text('kind').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
    lastTicketAt: text('last_ticket_at').notNull(),
    letters: json<string[]>('letters').notNull(),
    counterIds: json<string[]>('counter_ids').notNull(),
    bookableShare: real('bookable_share').notNull(),
    seriesId: text('series_id'),
  },
  (t) => [index('openings_day').on(t.day), uniqueIndex('openings_series_day').on(t.seriesId, t.day)],
);

/** H5: cut from an opening; `capacity` is the bookable number of people per letter and slot. */
export const slots = sqliteTable(
  'slots',
  {
    id: text('id').primaryKey(),
    openingId: text('opening_id')
      .notNull()
      .references(() => openings.id),
    letter: text('letter').notNull(),
    day: text('day').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
    capacity: integer('capacity').notNull(),
  },
  (t) => [
    uniqueIndex('slots_start').on(t.openingId, t.letter, t.startsAt),
    index('slots_letter').on(t.letter, t.startsAt),
  ],
);

/** Written by triggers: what a reference row was before it changed. */
export const referenceHistory = sqliteTable('reference_history', {
  id: integer('id').primaryKey(),
  at: text('at').notNull(),
  tableName: text('table_name').notNull(),
  rowId: text('row_id').notNull(),
  before: text('before').notNull(),
});

// ── people, links, messages ────────────────────────────────────────────────────

/** P1: the only place of names and telephones, encrypted (AES-256-GCM), findable by a keyed hash, each with an end. */
export const people = sqliteTable(
  'people',
  {
    id: text('id').primaryKey(),
    name: blob('name', { mode: 'buffer' }),
    telephone: blob('telephone', { mode: 'buffer' }),
    telephoneHash: blob('telephone_hash', { mode: 'buffer' }),
    /** H12: of telephone and name. Not unique: two rows of an older file may turn out to be one person. */
    personHash: blob('person_hash', { mode: 'buffer' }),
    lastFourHash: blob('last_four_hash', { mode: 'buffer' }),
    language: text('language').notNull(),
    eraseOn: text('erase_on').notNull(),
  },
  (t) => [
    index('people_erase').on(t.eraseOn),
    index('people_telephone').on(t.telephoneHash),
    index('people_person').on(t.personHash),
    index('people_last_four').on(t.lastFourHash),
  ],
);

/** P3: unguessable links, stored hashed; each shows one thing. In the order of what they show, so that adding one is cheap. */
export const links = sqliteTable(
  'links',
  {
    kind: text('kind').notNull(), // 'ticket' | 'case' | 'appointment'
    ref: text('ref').notNull(),
    hash: blob('hash', { mode: 'buffer' }).notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.ref] })],
);

/** Messages to people: a row first, then a job, then a gateway. */
export const messages = sqliteTable('messages', {
  id: text('id').primaryKey(),
  personId: text('person_id').notNull(),
  kind: text('kind').notNull(),
  refs: json<Record<string, string>>('refs').notNull(),
  phase: text('phase').notNull(), // waiting, sending, sent, failed
  createdAt: text('created_at').notNull(),
  sentAt: text('sent_at'),
});

/** P1: what the nightly erasure did: a count, no names. */
export const erasures = sqliteTable('erasures', {
  day: text('day').primaryKey(),
  people: integer('people').notNull(),
  links: integer('links').notNull(),
});
