/** Each wish on a ticket, a notice, an appointment, a person, an absence or a report, tried by everybody (S4). */
import type {
  AbsenceId,
  CaseId,
  ClerkId,
  CounterId,
  Letter,
  MatterId,
  OpeningId,
  PersonId,
  TicketId,
} from '../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../schema/people/person.ts';
import { addDays, localTime } from '../../../schema/time.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { refusalCode, type TestHall } from '../harness.ts';

/** `own`: at whose counter it is, or whose it is; `other`: a clerk at another counter. */
export const OBJECT_ACTORS = ['own', 'other', 'supervisor', 'administrator', 'kiosk', 'display', 'nobody'] as const;
type Actor = (typeof OBJECT_ACTORS)[number];
type On = {
  ticketId: TicketId;
  caseId: CaseId;
  personId: PersonId;
  absenceId: AbsenceId;
  code: string;
  noteId: string;
  sessionId: string;
  openingId: OpeningId;
  link: string;
  by: { receiptNo: string; lastFour: string };
};
type Stage =
  | 'waiting'
  | 'called'
  | 'serving'
  | 'missed'
  | 'away'
  | 'concluded'
  | 'finished'
  | 'taken'
  | 'accepted'
  | 'note'
  | 'session'
  | 'opening'
  | 'person'
  | 'absence'
  | 'booked'
  | 'any';
type Tried = [name: string, stage: Stage, wish: (client: Client, on: On) => Promise<unknown>, kind?: 'read'];

const wish = () => ({ requestId: newRequestId() });
const [C1, C2] = ['c1', 'c2'] as CounterId[] as [CounterId, CounterId];
const A1 = 'A-1' as MatterId;
/** What the people of this test are called, and how their telephones begin. */
export const PERSONS = { applicant: '张三', booker: '预约人', telephones: '139850' };
/** What a letter bears, by which its sender asks for it. */
const SENDERS = 'LT-2026-118';
export const REASON = '居民行动不便，先行办理';
export const DOCUMENT = { kind: 'resident-id', number: '11010519491231002X' } as const;
const APPLICANT = { kind: 'person', document: null, language: 'zh-Hans', name: PERSONS.applicant } as const;
const FORM = { form: 'pause', fields: '{}' } as const;
const KEPT = { ticked: ['A-1.1'], draft: null };

/** `clerkId`: of whoever is `own`. */
export async function objectRows(
  hall: TestHall,
  as: Record<Actor, Client>,
  { own: clerkId, other: otherId }: Record<'own' | 'other', ClerkId>,
): Promise<string[][]> {
  const today = () => localTime(hall.clock.nowMs, 'Asia/Shanghai').day;
  let persons = 0;
  let absences = 0;
  let openings = 0;
  const telephone = () => `${PERSONS.telephones}${String(20_000 + ++persons)}`;
  /** Of a day on which there is none yet. */
  const nextAbsence = () => {
    const from = { day: addDays(today(), 20 + ++absences), time: '00:00' };
    const backOn = { day: addDays(from.day, 1), time: '00:00' };
    return { clerkId, from, backOn, deputy: null, note: '培训', override: null };
  };
  const WISHES: Tried[] = [
    ['tickets.visit', 'serving', (one, { ticketId }) => one.tickets.visit({ ticketId }), 'read'],
    ['tickets.drafts', 'serving', (one, { ticketId }) => one.tickets.drafts({ ticketId }), 'read'],
    ['tickets.keepDraft', 'serving', (one, { caseId }) => one.tickets.keepDraft({ caseId, kept: KEPT }), 'read'],
    ['tickets.forms', 'accepted', (one, { caseId }) => one.tickets.forms({ caseId }), 'read'],
    ['tickets.keepForm', 'accepted', (one, { caseId }) => one.tickets.keepForm({ caseId, ...FORM }), 'read'],
    [
      'tickets.callThis',
      'waiting',
      (one, { ticketId }) => one.tickets.callThis({ ...wish(), ticketId, counterId: C1, reason: REASON }),
    ],
    ['tickets.callNext', 'waiting', (one) => one.tickets.callNext({ ...wish(), counterId: C1 })],
    [
      'tickets.reportSlip',
      'waiting',
      (one, on) => one.tickets.reportSlip({ ...wish(), ...ticket(on), slip: 'printed' }),
    ],
    ['tickets.recall', 'called', (one, { ticketId }) => one.tickets.recall({ ...wish(), ticketId })],
    ['tickets.putBack', 'called', (one, { ticketId }) => one.tickets.putBack({ ...wish(), ticketId, reason: REASON })],
    ['tickets.miss', 'called', (one, { ticketId }) => one.tickets.miss({ ...wish(), ticketId })],
    ['tickets.start', 'called', (one, { ticketId }) => one.tickets.start({ ...wish(), ticketId })],
    ['tickets.rejoin', 'missed', (one, { ticketId }) => one.tickets.rejoin({ ...wish(), ticketId })],
    ['tickets.stepAway', 'waiting', (one, { ticketId }) => one.tickets.stepAway({ ...wish(), ticketId })],
    ['tickets.return', 'away', (one, { ticketId }) => one.tickets.return({ ...wish(), ticketId })],
    ['tickets.letPass', 'waiting', (one, { ticketId }) => one.tickets.letPass({ ...wish(), ticketId, count: 1 })],
    ['tickets.addMatter', 'serving', (one, on) => one.tickets.addMatter({ ...wish(), ...ticket(on), matterId: A2 })],
    ['tickets.hold', 'serving', (one, { ticketId }) => one.tickets.hold({ ...wish(), ticketId })],
    ['tickets.pass', 'serving', (one, on) => one.tickets.pass({ ...wish(), ...ticket(on), to: { counterId: C2 } })],
    ['tickets.handBack', 'concluded', (one, { ticketId }) => one.tickets.handBack({ ...wish(), ticketId })],
    ['tickets.finish', 'concluded', (one, { ticketId }) => one.tickets.finish({ ...wish(), ticketId })],
    ['tickets.withdraw', 'waiting', (one, on) => one.tickets.withdraw({ ...wish(), ...ticket(on), reason: REASON })],
    ['tickets.undo', 'finished', (one, { ticketId }) => one.tickets.undo({ ...wish(), ticketId })],
    [
      'cases.conclude',
      'serving',
      (one, { caseId }) => one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'done', note: '' } }),
    ],
    [
      'cases.letNoticePass',
      'serving',
      (one, { caseId }) => one.cases.letNoticePass({ ...wish(), caseId, reason: REASON }),
    ],
    [
      'cases.take',
      'any',
      (one) => one.cases.take({ ...wish(), matterId: A1, by: 'letter', number: SENDERS, receivedOn: today() }),
    ],
    ['cases.undoTaken', 'taken', (one, { caseId }) => one.cases.undoTaken({ ...wish(), caseId })],
    [
      'cases.offerMany',
      'accepted',
      (one, { caseId }) => one.cases.offerMany({ ...wish(), caseIds: [caseId], to: otherId, note: REASON }),
    ],
    [
      'cases.offerToGroup',
      'accepted',
      (one, { caseId }) =>
        one.cases.offerToGroup({ ...wish(), caseIds: [caseId], toGroup: 'A' as Letter, note: REASON }),
    ],
    ['cases.act', 'accepted', (one, { link }) => one.cases.act({ ...wish(), link, act: ASKED })],
    ['cases.actByReceipt', 'accepted', (one, { by }) => one.cases.actByReceipt({ ...wish(), ...by, act: ASKED })],
    ['cases.duties', 'any', (one) => one.cases.duties({ clerkId }), 'read'],
    [
      'cases.handOverDuties',
      'accepted',
      async (one) => {
        const { duties } = await as.supervisor.cases.duties({ clerkId });
        const given = duties.map(({ caseId }) => ({ caseId, to: otherId }));
        return one.cases.handOverDuties({
          ...{ ...wish(), clerkId, duties: given, reason: REASON, note: REASON, account: null },
        });
      },
    ],
    [
      'cases.mine',
      'accepted',
      async (one, { caseId }) => {
        const own = await one.cases.mine({ first: 500 });
        if (own.every((found) => found.caseId !== caseId)) throw nothing;
      },
      'read',
    ],
    ['cases.open', 'any', (one) => one.cases.open({}), 'read'],
    ['cases.these', 'accepted', (one, { caseId }) => one.cases.these({ ids: [caseId] }), 'read'],
    ['counters.paused', 'any', (one) => one.counters.paused({}), 'read'],
    ['counters.open', 'any', (one) => one.counters.open({ ...wish(), counterId: C1 })],
    ['counters.pause', 'any', (one) => one.counters.pause({ ...wish(), counterId: C1, reason: REASON })],
    ['counters.close', 'any', (one) => one.counters.close({ ...wish(), counterId: C1 })],
    ['counters.release', 'serving', (one) => one.counters.release({ ...wish(), counterId: C1, reason: REASON })],
    [
      'appointments.checkIn',
      'booked',
      (one, { code }) => one.appointments.checkIn({ ...wish(), code, printing: false }),
    ],
    [
      'people.enter',
      'serving',
      (one, { caseId }) =>
        one.people.enter({
          ...{ ...wish(), of: { caseId }, helper: null, notice: PRIVACY_NOTICE },
          applicant: { ...APPLICANT, telephone: telephone() },
        }),
    ],
    ['people.reveal', 'serving', (one, { personId }) => one.people.reveal({ personId, field: 'telephone' }), 'read'],
    [
      'people.reveal, with a reason',
      'person',
      (one, { personId }) => one.people.reveal({ personId, field: 'telephone', reason: REASON }),
      'read',
    ],
    [
      'people.lookUp',
      'person',
      (one) => one.people.lookUp({ key: { by: 'last-four', text: '0001' } as never }),
      'read',
    ],
    [
      'people.changeTelephone',
      'person',
      (one, { personId }) =>
        one.people.changeTelephone({ ...wish(), personId, telephone: telephone(), document: DOCUMENT }),
    ],
    ['people.checkTelephone', 'person', (one, { personId }) => one.people.checkTelephone({ ...wish(), personId })],
    ['people.held', 'person', (one, { personId }) => one.people.held({ personId }), 'read'],
    ['people.export', 'person', (one, { personId }) => one.people.export({ personId }), 'read'],
    ['people.erase', 'person', (one, { personId }) => one.people.erase({ ...wish(), personId, reason: REASON })],
    ['absences.enter', 'any', (one) => one.absences.enter({ ...wish(), ...nextAbsence() })],
    ['absences.end', 'absence', (one, { absenceId }) => one.absences.end({ ...wish(), absenceId })],
    ['absences.list', 'any', (one) => one.absences.list({}), 'read'],
    ['notes.tick', 'note', (one, { noteId }) => one.notes.tick({ ...wish(), noteId })],
    [
      'session.endSessions',
      'session',
      async (one, { sessionId }) => {
        const { ended } = await one.session.endSessions({ sessionId });
        if (ended === 0) throw nothing;
      },
    ],
    ['openings.lostCover', 'any', (one) => one.openings.lostCover({ absence: nextAbsence() }), 'read'],
    ['openings.touches', 'opening', (one, { openingId }) => one.openings.touches({ openingId }), 'read'],
    [
      'openings.cancel',
      'opening',
      (one, { openingId }) => one.openings.cancel({ ...wish(), openingId, reason: REASON }),
    ],
    ['figures', 'any', (one) => one.figures({}), 'read'],
    ['report', 'any', (one) => one.report({ from: today(), to: today() }), 'read'],
    ['overrides', 'any', (one) => one.overrides({ from: today(), to: today() }), 'read'],
    ['messages', 'any', (one) => one.messages({}), 'read'],
    ['answerable', 'any', (one) => one.answerable({ day: today() }), 'read'],
  ];

  /** Nobody is at the counter, and none of ours in line. */
  async function clear({ ticketId }: Partial<On>): Promise<void> {
    await refusalCode(as.supervisor.counters.release({ ...wish(), counterId: C1, reason: REASON }));
    if (ticketId) await refusalCode(as.own.tickets.withdraw({ ...wish(), ticketId, reason: REASON }));
    await refusalCode(as.own.counters.open({ ...wish(), counterId: C1 }));
  }

  async function staged(stage: Stage): Promise<Partial<On>> {
    if (stage === 'any') return {};
    if (stage === 'absence') return as.own.absences.enter({ ...wish(), ...nextAbsence() });
    if (stage === 'booked') {
      const slots = await as.nobody.appointments.slots({ matterId: A1 });
      const slot = slots.find((one) => one.free > 0);
      const { link } = await as.nobody.appointments.hold({ ...wish(), slotId: slot!.id, matterId: A1 });
      const who = { name: `${PERSONS.booker}${persons}`, telephone: telephone(), language: 'zh-Hans' as const };
      return { code: (await as.nobody.appointments.confirm({ ...wish(), link, ...who })).code };
    }
    if (stage === 'session') {
      await hall.clerk('one');
      const all = await as.own.session.sessions();
      return { sessionId: all.filter((one) => !one.isThis).at(-1)!.id };
    }
    if (stage === 'opening') {
      const day = addDays(today(), 40 + ++openings);
      const shape = {
        kind: 'extended' as const,
        from: '20:00',
        to: '21:00',
        letters: ['A' as Letter],
        counterIds: [C1],
      };
      return as.supervisor.openings.create({ ...wish(), plan: { ...shape, day, bookableShare: 0 } });
    }
    if (stage === 'taken') {
      const taken = { matterId: A1, by: 'letter' as const, number: '', receivedOn: today() };
      const { caseId } = await as.own.cases.take({ ...wish(), ...taken });
      await as.own.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
      return { caseId };
    }
    const { ticketId } = await as.kiosk.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
    if (stage === 'note') {
      await as.own.tickets.withdraw({ ...wish(), ticketId, reason: REASON });
      const { notes } = (await as.supervisor.boards.staff({})).rows;
      return { noteId: notes.filter(({ kind }) => kind === 'ticket-withdrawn').at(-1)!.id };
    }
    if (stage === 'away') await as.own.tickets.stepAway({ ...wish(), ticketId });
    if (stage === 'waiting' || stage === 'away') return { ticketId };
    await as.own.tickets.callThis({ ...wish(), ticketId, counterId: C1, reason: REASON });
    if (stage === 'missed') await as.own.tickets.miss({ ...wish(), ticketId });
    if (stage === 'called' || stage === 'missed') return { ticketId };
    await as.own.tickets.start({ ...wish(), ticketId });
    const { caseId } = (await as.own.cases.mine({})).find(
      ({ phase, origin }) => phase === 'open' && origin.by === 'ticket',
    )!;
    const applicant = { ...APPLICANT, name: `${PERSONS.applicant}${String.fromCharCode(0x4e00 + ++persons)}` };
    const number = telephone();
    const entered = await as.own.people.enter({
      ...{ ...wish(), of: { caseId }, helper: null, notice: PRIVACY_NOTICE },
      applicant: { ...applicant, telephone: number },
    });
    const { personId } = entered.applicant;
    if (stage === 'serving') return { ticketId, caseId, personId };
    const kind = stage === 'accepted' ? 'accepted' : 'done';
    const concluded = await as.own.cases.conclude({ ...wish(), caseId, conclusion: { kind, note: '' } });
    if (stage === 'concluded') return { ticketId, caseId, personId };
    await as.own.tickets.finish({ ...wish(), ticketId });
    const by = { receiptNo: concluded.receiptNo ?? '', lastFour: number.slice(-4) };
    return { ticketId, caseId, personId, by, link: concluded.paper!.replace(/^.*\/|\?.*$/g, '') };
  }

  await refusalCode(as.other.counters.open({ ...wish(), counterId: C2 }));
  const rows: string[][] = [];
  for (const [name, stage, tried, kind] of WISHES) {
    let on = await staged(stage);
    const cells: string[] = [];
    for (const actor of OBJECT_ACTORS) {
      const code = await refusalCode(tried(as[actor], on as On));
      cells.push(code === 'accepted' ? '×' : `\`${code}\``);
      if (code !== 'accepted' || kind === 'read' || actor === 'nobody') continue;
      await clear(on);
      on = await staged(stage);
    }
    await clear(on);
    rows.push([`\`${name}\``, stage, ...cells]);
  }
  return rows;
}

const A2 = 'A-2' as MatterId;
const ASKED = { kind: 'inquiry', text: REASON } as const;
const ticket = ({ ticketId }: On) => ({ ticketId });
/** The answer is in order, and holds nothing of it. */
const nothing = { code: 'nothing' };
