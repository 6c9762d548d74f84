import { expect, test } from 'vitest';
import { LANGUAGES } from '../../schema/ids.ts';
import { MESSAGES, type MessageKind } from '../../schema/message.ts';
import { type MessagePort, messageText } from './texts.ts';

const KINDS = Object.keys(MESSAGES) as MessageKind[];
const facts = {
  matterNames: { 'zh-Hans': '失业登记', 'zh-Hant': '失業登記', en: 'Unemployment registration' },
  day: '2026-11-24',
  startsAt: '2026-11-24T02:30:00.000Z',
  code: '482913',
  url: 'https://hall.example/a/x',
};
const house = {
  names: { 'zh-Hans': '和润社区办事大厅', 'zh-Hant': '和潤社區辦事大廳', en: 'Herun Community Hall' },
  telephone: '0851-0000 1234',
  timeZone: 'Asia/Shanghai',
};
const port: MessagePort = { hall: () => house, appointment: (id) => (id === 'known' ? facts : null) };
const refs = { appointmentId: 'known' };

test('[H8] each message names hall, matter, day, time, address and telephone in three languages', () => {
  for (const language of LANGUAGES) {
    for (const kind of KINDS) {
      const text = messageText(port, { kind, refs }, language);
      expect(text).toContain(house.names[language]);
      expect(text).toContain(facts.matterNames[language]);
      for (const part of ['10:30', facts.url, house.telephone]) expect(text).toContain(part);
      expect(text!.includes(facts.code)).toBe(kind !== 'appointment-cancelled');
      expect(text).not.toMatch(/[{}]/);
    }
  }
});

test('[H8] a message of no kind, or about nothing, has no text', () => {
  for (const kind of KINDS) {
    for (const nothing of [{}, { appointmentId: 'unknown' }, { caseId: 'known' }, null])
      expect(messageText(port, { kind, refs: nothing }, 'en')).toBeNull();
  }
  for (const kind of ['case-due', 'toString', '']) expect(messageText(port, { kind, refs }, 'en')).toBeNull();
});

test('[H8] the day is said as people say it', () => {
  const reminder = { kind: 'appointment-reminder', refs };
  expect(messageText(port, reminder, 'zh-Hans')).toContain('11月24日 周二 10:30');
  expect(messageText(port, reminder, 'zh-Hant')).toContain('11月24日 週二 10:30');
  expect(messageText(port, reminder, 'en')).toContain('Tue 24 Nov 10:30');
});
