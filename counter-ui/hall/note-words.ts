/** What the supervisor is told, as one sentence that says what happened and what to do. */
import type { RingWhy } from '../../schema/cases/conclusion.ts';
import type { LateDuty } from '../../schema/cases/deadline.ts';
import type { ToldDuty } from '../../schema/hall/calendar.ts';
import { MESSAGES, type MessageKind } from '../../schema/messages/message.ts';
import type { NoteRow } from '../../schema/messages/rows.ts';
import type { Say, WordKey } from '../words/speak.ts';

export function noteSentence(say: Say, note: NoteRow): string {
  const facts = {
    number: note.number ?? '',
    name: note.clerkName ?? '',
    about: note.about ?? note.number ?? '',
    reason: note.detail ?? '',
    by: note.byName ?? '',
    label: note.counterLabel ?? '',
  };
  switch (note.kind) {
    case 'handover-lapsed':
      return say(note.detail === 'gone' ? 'note.handover-lapsed.gone' : 'note.handover-lapsed', facts);
    case 'handover-declined':
    case 'called-out-of-order':
    case 'ticket-withdrawn':
    case 'refusal-proposed':
    case 'case-escalated':
    case 'late-papers-received':
    case 'correction-proposed':
    case 'counter-released':
    case 'notice-let-pass':
    case 'notice-given':
    case 'opening-planned':
      return say(`note.${note.kind}`, facts);
    case 'deadline-warned': {
      const [reason = '', of] = (note.detail ?? '').split(' ');
      return say(of ? 'note.deadline-warned.legal' : 'note.deadline-warned', { ...facts, reason });
    }
    case 'due-moved': {
      const [from = '', to = '', noticeNo = ''] = (note.detail ?? '').split(' ');
      return say('note.due-moved', { ...facts, from, to, noticeNo });
    }
    case 'ring-owed':
      return say(`note.ring-owed.${note.detail as RingWhy}`, facts);
    case 'day-moved': {
      const [duty = '', from = '', to = '', noticeNo = ''] = (note.detail ?? '').split(' ');
      return say('note.day-moved', { ...facts, reason: say(`late.${duty as ToldDuty}`), from, to, noticeNo });
    }
    case 'duty-late':
      return say('note.duty-late', { ...facts, reason: say(`late.${note.detail as LateDuty}`) });
    case 'message-failed': {
      const [kind = '', why = ''] = (note.detail ?? '').split(' ');
      const named = { kind: messageWord(say, kind), about: note.about ?? say('messageAboutUnknown') };
      return say(`note.message-failed.${why}` as 'note.message-failed.refused', named);
    }
    default:
      return note.kind satisfies never;
  }
}

const KINDS = Object.keys(MESSAGES) as MessageKind[];

/** A kind that an older program wrote is named by itself. */
function messageWord(say: Say, kind: string): string {
  const known = KINDS.find((one) => one === kind);
  return known ? say(`message.${known}` satisfies WordKey) : kind;
}
