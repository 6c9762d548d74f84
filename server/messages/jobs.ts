/** A message comes due: its facts are asked for as they are now, then it is given to its gateway (H8). */
import type { Day, Instant } from '../../schema/ids.ts';
import type { MessageFailure, MessageKind } from '../../schema/messages/message.ts';
import { dialledTelephone } from '../../schema/typed/telephone.ts';
import { CLOCK } from '../../schema/who.ts';
import type { Tx } from '../ledger/commit.ts';
import type { Hall } from '../ledger/hall.ts';
import type { Reader } from '../ledger/reader.ts';
import { failMessage, markMessage } from './acts/send-message.ts';
import type { MessageFacts } from './facts.ts';
import { type Message, messages } from './tables/messages.ts';
import { addressOf } from './views/address.ts';
import { messageText } from './views/message-text.ts';

/** Takes a message for good, or throws and is tried again. The same id twice is one message. */
export type GiveMessage = (message: {
  id: string;
  telephone: string;
  text: string;
  at: Instant;
}) => Promise<'sent' | MessageFailure>;

/** What a message is about, as it is now: each subject knows its own kinds. `over`: it is no longer true; null: unknown. */
export type FactsOf = (from: Reader, message: Message) => MessageFacts | 'over' | null;

export type Post = {
  factsOf: FactsOf;
  give: GiveMessage;
  /** Where phones reach the hall. */
  origin: string;
  /** Deletes what was kept of messages of days before this one; answers with how many files. */
  eraseBefore: (day: Day) => Promise<number>;
};

/** `sending` is written first, so that a crash in between is seen; the gateway knows the id and sends it once. */
export async function sendMessage(hall: Hall, id: string, { factsOf, give, origin }: Post): Promise<string> {
  const message = hall.read(messages).byId(id);
  if (!message || message.phase === 'sent' || message.phase === 'failed') return 'passed';
  const { facts, address, text } = hall.look((from) => {
    const facts = factsOf(from, message);
    if (facts === 'over') return { facts, address: null, text: null };
    const address = addressOf(from, message, facts);
    const kind = message.kind as MessageKind;
    const text = facts && address && messageText(from, kind, facts, facts.language ?? address.language, origin);
    return { facts, address, text };
  });
  if (facts === 'over') {
    await record((tx) => markMessage(tx, id, 'over'));
    return 'passed';
  }
  if (!address) return fail('nobody');
  if (text === null) return fail('no-text');
  await record((tx) => markMessage(tx, id, 'sending'));
  if (address.telephone === null) return fail('nobody');
  const telephone = dialledTelephone(address.telephone);
  const answer = await give({ id, telephone, text, at: new Date(hall.nowMs()).toISOString() });
  if (answer !== 'sent') return fail(answer);
  await record((tx) => markMessage(tx, id, 'sent'));
  return 'sent';

  async function fail(why: MessageFailure): Promise<string> {
    const about = facts && facts !== 'over' ? facts.about : null;
    await record((tx) => failMessage(tx, id, why, about));
    return 'failed';
  }
  function record(unit: (tx: Tx) => object) {
    return hall.commit({ command: 'mark-message', requestId: null, actor: CLOCK }, unit);
  }
}

/** Its gateway failed too often. */
export async function giveUpMessage(hall: Hall, id: string, { factsOf }: Post): Promise<string> {
  const message = hall.read(messages).byId(id);
  const facts = message && hall.look((from) => factsOf(from, message));
  const about = facts && facts !== 'over' ? facts.about : null;
  const wish = { command: 'fail-message', requestId: null, actor: CLOCK };
  await hall.commit(wish, (tx) => failMessage(tx, id, 'gave-up', about));
  return 'failed';
}
