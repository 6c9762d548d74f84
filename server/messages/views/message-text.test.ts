import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../schema/ids.ts';
import { MESSAGES, type MessageKind } from '../../../schema/messages/message.ts';
import type { Tables } from '../../ledger/table.ts';
import { messageText } from './message-text.ts';

const KINDS = (Object.keys(MESSAGES) as MessageKind[]).filter((kind) => kind.startsWith('appointment-'));
const OF_CASES = (Object.keys(MESSAGES) as MessageKind[]).filter((kind) => kind.startsWith('case-'));
const OF_STAFF = (Object.keys(MESSAGES) as MessageKind[]).filter((kind) => kind.startsWith('staff-'));
const ORIGIN = 'https://hall.example';
const facts = {
  about: '482913',
  matterNames: { 'zh-Hans': '失业登记', 'zh-Hant': '失業登記', en: 'Unemployment registration' },
  day: '2026-11-24',
  startsAt: '2026-11-24T02:30:00.000Z',
  code: '482913',
  path: '/a/x',
  language: null,
};
const house = {
  names: { 'zh-Hans': '和润社区办事大厅', 'zh-Hant': '和潤社區辦事大廳', en: 'Herun Community Hall' },
  telephone: '0851-0000 1234',
  timeZone: 'Asia/Shanghai',
};
const from = { read: () => ({ get: () => house }) } as unknown as Tables;

test('[H8] each message about an appointment names hall, matter, day, time, address and telephone in three languages', () => {
  for (const language of LANGUAGES) {
    for (const kind of KINDS) {
      const text = messageText(from, kind, facts, language, ORIGIN);
      expect(text).toContain(house.names[language]);
      expect(text).toContain(facts.matterNames[language]);
      for (const part of ['10:30', 'https://hall.example/a/x', house.telephone]) expect(text).toContain(part);
      expect(text.includes(facts.code)).toBe(kind !== 'appointment-cancelled');
      expect(text).not.toMatch(/[{}]/);
    }
  }
});

test('[C12] each message about a case names hall, matter, number, page and telephone, and no day without its year', () => {
  expect(KINDS.length + OF_CASES.length + OF_STAFF.length + 1).toBe(Object.keys(MESSAGES).length);
  const ofCase = { ...facts, day: '2027-01-05', startsAt: null, code: 'SL20261123-0001', clerk: '王芳' };
  for (const language of LANGUAGES) {
    for (const kind of OF_CASES) {
      const text = messageText(from, kind, ofCase, language, ORIGIN);
      for (const part of [house.names[language], facts.matterNames[language], ofCase.code, 'https://hall.example/a/x'])
        expect(text).toContain(part);
      expect(text).toContain(house.telephone);
      if (/1月5日|5 Jan/.test(text)) expect(text).toMatch(/2027年1月5日|5 January 2027/);
      expect(text).not.toMatch(/[{}<>]/);
    }
  }
});

test('[C12] a case without a limit has no day in its message', () => {
  const ofCase = { ...facts, day: null, startsAt: null, code: 'SL20261123-0001', clerk: '王芳' };
  expect(messageText(from, 'case-accepted', ofCase, 'zh-Hans', ORIGIN)).toContain('编号 SL20261123-0001，经办人 王芳');
});

test('[P2] a message that a telephone was changed says whom to ring, and with neither telephone', () => {
  const said = { about: null, day: null, startsAt: null, path: '', language: null };
  for (const language of LANGUAGES) {
    const text = messageText(from, 'telephone-changed', said, language, ORIGIN);
    expect(text).toContain(house.names[language]);
    expect(text).toContain(house.telephone);
    expect(text).not.toMatch(/[{}]|undefined|null|hall\.example/);
  }
});

test('[H8] the day is said as people say it', () => {
  const reminder = 'appointment-reminder';
  expect(messageText(from, reminder, facts, 'zh-Hans', ORIGIN)).toContain('11月24日 周二 10:30');
  expect(messageText(from, reminder, facts, 'zh-Hant', ORIGIN)).toContain('11月24日 週二 10:30');
  expect(messageText(from, reminder, facts, 'en', ORIGIN)).toContain('Tue 24 Nov 10:30');
});

test('[C10] [C2] each message to the staff names hall, matter and number, and by when, in three languages', () => {
  const one = { 'zh-Hans': '您经办的', 'zh-Hant': '您經辦的', en: 'Your case' };
  const days = { 'zh-Hans': '30', 'zh-Hant': '30', en: '30' };
  const words = { days, part: one, what: { 'zh-Hans': '已受理', 'zh-Hant': '已受理', en: 'accepted' } };
  const day = '2027-01-05';
  const said = { ...facts, day, on: '2026-12-30', code: 'SL20261123-0001', clerk: '王芳', path: '', words };
  const byWhen = {
    'zh-Hans': /2027年1月5日|1月5日 周二 10:30/,
    'zh-Hant': /2027年1月5日|1月5日 週二 10:30/,
    en: /5 Jan/,
  };
  for (const language of LANGUAGES) {
    for (const kind of OF_STAFF) {
      const text = messageText(from, kind, said, language, ORIGIN);
      for (const part of [house.names[language], facts.matterNames[language], said.code]) expect(text).toContain(part);
      expect(text).toMatch(byWhen[language]);
      expect(text).not.toMatch(/[{}<>]|undefined|null|hall\.example/);
    }
  }
});
