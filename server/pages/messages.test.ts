import { expect, test } from 'vitest';
import { LANGUAGES } from '../../schema/ids.ts';
import { MESSAGE_KINDS, messageText } from './messages.ts';

const facts = {
  hallNames: { 'zh-Hans': '和润社区办事大厅', 'zh-Hant': '和潤社區辦事大廳', en: 'Herun Community Hall' },
  telephone: '0851-0000 1234',
  timeZone: 'Asia/Shanghai',
  matterNames: { 'zh-Hans': '失业登记', 'zh-Hant': '失業登記', en: 'Unemployment registration' },
  day: '2026-11-24',
  startsAt: '2026-11-24T02:30:00.000Z',
  code: '482913',
  url: 'https://hall.example/a/x',
};

test('[H8] each message names hall, matter, day, time, address and telephone in three languages', () => {
  for (const language of LANGUAGES) {
    for (const kind of MESSAGE_KINDS) {
      const text = messageText(kind, facts, language);
      expect(text).toContain(facts.hallNames[language]);
      expect(text).toContain(facts.matterNames[language]);
      for (const part of ['10:30', facts.url, facts.telephone]) expect(text).toContain(part);
      expect(text.includes(facts.code)).toBe(kind !== 'appointment-cancelled');
      expect(text).not.toMatch(/[{}]/);
    }
  }
});

test('[H8] the day is said as people say it', () => {
  expect(messageText('appointment-reminder', facts, 'zh-Hans')).toContain('11月24日 周二 10:30');
  expect(messageText('appointment-reminder', facts, 'zh-Hant')).toContain('11月24日 週二 10:30');
  expect(messageText('appointment-reminder', facts, 'en')).toContain('Tue 24 Nov 10:30');
});
