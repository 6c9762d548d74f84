import { describe, expect, it, test } from 'vitest';
import { hashApart } from './hashing.ts';
import { encodePassword, fits } from './password.ts';
import { weaknessOf } from './strength.ts';

const OF = {
  account: 'guanshanhu',
  name: '王芳',
  hallNames: { 'zh-Hans': '金华园社区大厅', 'zh-Hant': '金華園社區大廳', en: 'Jinhuayuan Community Hall' },
};
const codeOf = async (password: string) => (await weaknessOf(password, OF))?.refused ?? 'accepted';

describe('a new password', () => {
  test.each(['', 'x7#Kp2$vQ9!', '1234567890', 'aaaaaaaaaa', ' '.repeat(10), '𠮷'.repeat(11)])(
    '[S2] a password with fewer than 12 characters is refused: %j',
    async (password) => expect(await codeOf(password)).toBe('password-too-weak'),
  );

  test.each([
    '123456789012',
    'aaaaaaaaaaaa',
    ' '.repeat(12),
    'password1234',
    'P@ssw0rd1234',
    'qwertyuiop[]',
    'abcabcabcabc',
    'guanshanhu2026',
    'Jinhuayuan 2026',
    '金华园社区大厅金华园社区大厅',
    '社区社区社区社区社区社区',
    'iloveyou20262026',
  ])('[S2] a common password, or one made of what everybody knows, is refused: %j', async (password) =>
    expect(await codeOf(password)).toBe('password-guessable'),
  );

  test.each([
    'correct horse battery staple',
    'kqzvtmwyabxr',
    '我在窗口上班已经三年多了',
    'a-longer-password',
    'x7Kp2vQ9m4Lz'.repeat(16),
  ])('[S2] a long password of whatever signs is accepted: %j', async (password) =>
    expect(await codeOf(password)).toBe('accepted'),
  );
});

describe('a password that can be written in several ways', () => {
  const NFC = 'café-à-la-crème-ém'.normalize('NFC');
  const NFD = NFC.normalize('NFD');
  const isRight = (typed: string, encoded: string) => hashApart((hash) => fits(hash, typed, encoded));

  it('[S2] a password that was set composed is right when it is typed in parts, and the other way round', async () => {
    expect(NFC).not.toBe(NFD);
    for (const set of [NFC, NFD]) {
      const encoded = await hashApart((hash) => encodePassword(hash, set));
      for (const typed of [NFC, NFD]) expect(await isRight(typed, encoded)).toBe(true);
      expect(await isRight('cafe-a-la-creme-em', encoded)).toBe(false);
    }
  });

  it('[S2] a hash of an older program, made of the parts, fits both ways of typing', async () => {
    // Made by release 0.1 of the text in parts.
    const older = 'argon2id$19456$2$MDEyMzQ1Njc4OWFiY2RlZg$xzqfCT0mFAeTUCbuYYk9VXzzg2NZMQhFaR8kb6KhLCU';
    for (const typed of [NFC, NFD]) expect(await isRight(typed, older)).toBe(true);
    expect(await isRight(`${NFC}x`, older)).toBe(false);
  });
});
