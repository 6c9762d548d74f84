/** A hall in which clerk `one` accepts cases at counter 1, and what the tests of owners ask of it. */
import type { CaseId, ClerkId, CounterId, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { cases } from '../../cases/tables/cases.ts';
import type { GiveMessage, OutgoingMessage } from '../../gateways/message-file.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { startTestHall } from '../harness.ts';

export const wish = () => ({ requestId: newRequestId() });

/** `takes`: what its gateway answers. */
export async function ownersHall(contacts: Record<string, string> = {}, takes: GiveMessage = async () => 'sent') {
  const sent: OutgoingMessage[] = [];
  const hall = await startTestHall({
    gateway: async (message) => {
      const answer = await takes(message);
      // A gateway takes an id once.
      if (answer === 'sent' && !sent.some(({ id }) => id === message.id)) sent.push(message);
      return answer;
    },
  });
  const as = {
    admin: await hall.clerk('admin'),
    boss: await hall.clerk('boss'),
    one: await hall.clerk('one'),
    two: await hall.clerk('two'),
    three: await hall.clerk('three'),
    four: await hall.clerk('four'),
  };
  for (const [account, telephone] of Object.entries(contacts)) {
    const contact = { declined: [], language: 'zh-Hans' as const, telephone };
    await (await hall.clerk(account)).session.saveContact({ ...wish(), contact });
  }
  await as.one.counters.open({ ...wish(), counterId: 'c1' as CounterId });
  const idOf = (account: string): ClerkId => hall.system.store.read(clerks).byAccount(account)!.id;
  /** Somebody at counter 1, and the case without a conclusion. */
  async function serving() {
    const kiosk = await hall.kiosk();
    const matterIds = ['A-1' as MatterId];
    const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
    await as.one.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId });
    await as.one.tickets.start({ ...wish(), ticketId });
    const { caseId } = (await as.one.cases.mine({})).find(({ phase }) => phase === 'open')!;
    return { ticketId, caseId };
  }
  return {
    hall,
    as,
    idOf,
    /** What somebody of the staff was sent, whose contact was entered. */
    sentTo: (account: string) =>
      sent.filter(({ telephone }) => telephone === contacts[account]).map(({ text }) => text.replace(/^【.*?】/, '')),
    /** What a resident was sent. */
    sentToTelephone: (number: string) => sent.filter(({ telephone }) => telephone === number).map(({ text }) => text),
    caseNow: (caseId: CaseId) => hall.system.hall.read(cases).byId(caseId)!,
    at: (time: string) => hall.clock.advance(Date.parse(time) - hall.clock.nowMs),
    clerksOf: (matterId: string, a: string | null, b: string | null) =>
      as.admin.administration.clerksOfMatter({
        ...{ ...wish(), matterId: matterId as MatterId },
        ...{ clerkA: a && idOf(a), clerkB: b && idOf(b) },
      }),
    serving,
    /** An accepted case of `one`. */
    async accepted(): Promise<CaseId> {
      const { ticketId, caseId } = await serving();
      await as.one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
      await as.one.tickets.finish({ ...wish(), ticketId });
      await hall.clock.advance(60_000);
      return caseId;
    },
    /** Whole days, in three words: who, the first day, the day of the return. */
    async away(by: Client, account: string, from: string, back: string | null, more: { deputy?: string } = {}) {
      const day = (of: string) => ({ day: of, time: '00:00' });
      return by.absences.enter({
        ...{ ...wish(), clerkId: idOf(account), from: day(from), backOn: back === null ? null : day(back) },
        ...{ deputy: more.deputy ? idOf(more.deputy) : null, note: '材料在二号柜', override: null },
      });
    },
  };
}
/** The supervisor's list whole: which, and what of each is shown. */
export async function openCases(client: Client) {
  const { ids } = await client.cases.open({ first: 100 });
  return client.cases.these({ ids });
}
export type OwnersHall = Awaited<ReturnType<typeof ownersHall>>;
