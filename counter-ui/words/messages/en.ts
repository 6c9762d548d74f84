import type { messages as zhHans } from './zh-hans.ts';

export const messages: typeof zhHans = {
  sentMessages: 'Messages',
  sentMessagesLead: 'To whom, when, and whether it arrived; names and telephones are masked.',
  sentAll: 'All',
  sentNothing: 'No such message.',
  sentMade: 'Made',
  sentKind: 'Message',
  sentTo: 'To',
  sentStaff: 'staff',
  sentErased: 'erased',
  sentAbout: 'Case',
  sentArrived: 'Arrived',
  'messagePhase.waiting': 'to be sent',
  'messagePhase.sending': 'being sent',
  'messagePhase.sent': 'sent',
  'messagePhase.failed': 'not delivered',
  'messagePhase.over': 'no longer true, not sent',
};
