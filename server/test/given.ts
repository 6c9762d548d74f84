/** given(events).when(command) for the rules: refuses through decide, folds through evolve, and moves the clock by hand. */

import type { Case } from '../../schema/cases/case.ts';
import type { CaseEvent } from '../../schema/cases/events.ts';
import type { PaperKind } from '../../schema/cases/paper.ts';
import { namedBasis } from '../../schema/catalogue/facts/pauses.ts';
import type { Context } from '../../schema/context.ts';
import type { Calendar } from '../../schema/hall/calendar.ts';
import type { Appointment, AppointmentEvent } from '../../schema/hours/appointment.ts';
import type { AppointmentId, CaseId, CounterId, Day, TicketId } from '../../schema/ids.ts';
import type { Counter, CounterEvent } from '../../schema/line/counter.ts';
import type { Ticket, TicketEvent } from '../../schema/line/ticket.ts';
import { type Facts, isRefusal, type Refusal, type RefusalCode } from '../../schema/refusal.ts';
import { Settings } from '../../schema/settings.ts';
import { CHINA_ZONE, localTime } from '../../schema/time.ts';
import { decideCase } from '../cases/rules/case.ts';
import type { CaseCommand, CaseContext } from '../cases/rules/case-command.ts';
import { evolveCase } from '../cases/rules/case-life.ts';
import { programDays } from '../hall/program-years.ts';
import { calendarFrom } from '../hall/rules/calendar.ts';
import { type AppointmentCommand, decideAppointment, evolveAppointment } from '../hours/rules/appointment.ts';
import { type CounterCommand, decideCounter, evolveCounter } from '../line/rules/counter.ts';
import { decideTicket } from '../line/rules/ticket.ts';
import type { TicketCommand } from '../line/rules/ticket-command.ts';
import { evolveTicket } from '../line/rules/ticket-life.ts';

/** A Monday, 09:00 in Shanghai; every history begins then. */
export const NINE = Date.parse('2026-11-23T01:00:00.000Z');
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const SETTINGS = Settings.parse({});

/** No two histories give the same id, whatever happens at one instant. */
let ids = 0;

type Outcome<S, E> =
  | { refused: RefusalCode; facts: Facts; events: []; state: S | null }
  | { refused: null; facts: Facts; events: E[]; state: S | null };

/** A history and the instant at which it stands; every step gives a new one. */
export type Given<S, E, C> = {
  state: S | null;
  nowMs: number;
  /** Moves the clock. */
  later: (ms: number) => Given<S, E, C>;
  /** The hall has other settings from here on. */
  set: (changed: Partial<Settings>) => Given<S, E, C>;
  /** Facts that happened at this instant, whoever decided them. */
  and: (...events: E[]) => Given<S, E, C>;
  /** What the command answers now; a refusal leaves the state as it was. */
  when: (command: C) => Outcome<S, E>;
  /** The history with the command's events in it; throws when it was refused. */
  after: (command: C) => Given<S, E, C>;
};

type Rules<S, E, C> = {
  decide: (state: S | null, command: C, ctx: Context) => E[] | Refusal;
  evolve: (state: S | null, event: E, at: string) => S;
};

export const givenTicket = begin<Ticket, TicketEvent, TicketCommand>({
  decide: decideTicket,
  evolve: (state, event, at) => evolveTicket(state, event, 'ticket' as TicketId, at),
});
/** By a calendar that may be another one at each command (C17). */
export const givenCaseBy = (
  calendar: () => Calendar,
  { reach = () => 'telephone', legalLimit = null }: Partial<Pick<CaseContext, 'reach' | 'legalLimit'>> = {},
) =>
  begin<Case, CaseEvent, CaseCommand>({
    decide: (state, command, ctx) =>
      decideCase(state, command, { ...ctx, ...caseFacts(ctx.nowMs, calendar(), state), reach, legalLimit }),
    evolve: (state, event, at) => evolveCase(state, event, 'case' as CaseId, at),
  });
export const givenCase = (...events: CaseEvent[]) => givenCaseBy(() => CHINA)(...events);
export const givenAppointment = begin<Appointment, AppointmentEvent, AppointmentCommand>({
  decide: decideAppointment,
  evolve: (state, event) => evolveAppointment(state, event, 'appointment' as AppointmentId),
});
export const givenCounter = begin<Counter, CounterEvent, CounterCommand>({
  decide: decideCounter,
  evolve: (state, event) => evolveCounter(state, event, 'c1' as CounterId),
});

/** A number a day is enough for rules, which only hand them on. */
const PREFIX: Record<PaperKind, string> = {
  receipt: 'SL',
  notice: 'GZ',
  'due-change': 'QX',
  decision: 'JD',
  proposal: 'NB',
  referral: 'ZY',
  'late-receipt': 'BC',
  delivery: 'SD',
  'not-accepted': 'BS',
  closing: 'BJ',
};
export type OwnDay = [Day, 'off' | 'worked'];
/** As the program ships it. */
export const CHINA = chinaWith();
/** With days of the hall’s own (H1). */
export function chinaWith(...own: OwnDay[]): Calendar {
  return calendarFrom(new Map(), new Map(own.map(([day, kind]) => [day, { kind }])), programDays);
}
const item = (at: number) => ({ id: `A-1.${at + 1}`, 'zh-Hans': `材料 ${at}`, 'zh-Hant': `材料 ${at}` });

/** A matter of twenty working days that asks for three things. */
function caseFacts(
  nowMs: number,
  calendar: Calendar,
  found: Case | null,
): Pick<
  CaseContext,
  | 'today'
  | 'calendar'
  | 'limit'
  | 'legalLimit'
  | 'content'
  | 'mayFollow'
  | 'said'
  | 'reach'
  | 'lapsed'
  | 'standIn'
  | 'paperNo'
  | 'namedBasis'
  | 'extensionMost'
> {
  const today = localTime(nowMs, CHINA_ZONE).day;
  const names = { 'zh-Hans': '事项', 'zh-Hant': '事項', en: 'matter' };
  return {
    today,
    calendar,
    said: (text) => text,
    reach: () => 'telephone',
    lapsed: found?.offer && Date.parse(found.offer.lapsesAt) <= nowMs ? { gone: false } : null,
    standIn: null,
    limit: { days: 20, unit: 'working' },
    extensionMost: 10,
    namedBasis: (kind) => namedBasis({ applicantBasis: '办法第八条', publicNoticeBasis: null }, kind),
    legalLimit: null,
    content: { names, basis: '示例', fee: '免费', items: [0, 1, 2].map(item) },
    mayFollow: new Set(['A-1.2', 'A-1.3']),
    paperNo: (kind) => `${PREFIX[kind]}${today.replaceAll('-', '')}-0001`,
  };
}

function begin<S, E, C>(rules: Rules<S, E, C>) {
  return (...events: E[]): Given<S, E, C> => standing(rules, null, NINE, SETTINGS).and(...events);
}

function standing<S, E, C>(rules: Rules<S, E, C>, state: S | null, nowMs: number, settings: Settings): Given<S, E, C> {
  const fold = (events: E[]) =>
    events.reduce<S | null>((now, event) => rules.evolve(now, event, new Date(nowMs).toISOString()), state);
  const to = (next: S | null, at = nowMs) => standing(rules, next, at, settings);
  const when = (command: C): Outcome<S, E> => {
    const answer = rules.decide(state, command, { nowMs, settings, newId: () => `id-${++ids}` });
    return isRefusal(answer)
      ? { refused: answer.refused, facts: answer.facts, events: [], state }
      : { refused: null, facts: {}, events: answer, state: fold(answer) };
  };
  return {
    state,
    nowMs,
    later: (ms) => to(state, nowMs + ms),
    set: (changed) => standing(rules, state, nowMs, { ...settings, ...changed }),
    and: (...events) => to(fold(events)),
    when,
    after(command) {
      const outcome = when(command);
      if (outcome.refused) throw new Error(`refused: ${outcome.refused}`);
      return to(outcome.state);
    },
  };
}
