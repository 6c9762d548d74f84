import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LANGUAGES } from '../ids.ts';
import { faultSentence } from './faults.ts';
import { account, BookingName, DeviceName, Label, labelKey, nameKey, PersonName } from './names.ts';
import { digitsOf, LastFour, numberOf, TypedCode, TypedNumber } from './numbers.ts';
import { PlaceTelephone } from './place-telephone.ts';
import { plain, SearchText } from './search.ts';
import { clean, compact, folded, isLonger, text } from './signs.ts';
import { canonicalTelephone, dialledTelephone, Telephone } from './telephone.ts';

type Field = {
  safeParse: (typed: string) => { success: boolean; data?: string; error?: { issues: { message: string }[] } };
};
/** What is kept, or the key of the fault. */
const kept = (field: Field, typed: string) => {
  const said = field.safeParse(typed);
  return said.success ? said.data : said.error!.issues.map((one) => one.message).join();
};

const FULL_WIDTH = (typed: string) =>
  typed.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');
/** As an input method, a copied text or a careful person writes it. */
const dressed = (plain: string) =>
  fc
    .array(fc.constantFrom('', ' ', '-', '　', '－', '\u200b', '—', '\ufeff'), {
      minLength: plain.length,
      maxLength: plain.length,
    })
    .map((between) => [...plain].map((sign, i) => sign + between[i]).join(''));

describe('numbers', () => {
  test.each([
    ['Ａ００１', 'A001'],
    ['ａ００１', 'A001'],
    ['a001', 'A001'],
    ['A 001', 'A001'],
    ['A-001', 'A001'],
    ['A—001', 'A001'],
    ['A001号', 'A001'],
    [' A001號 ', 'A001'],
    ['Ａ　００１', 'A001'],
    ['A\u200b001', 'A001'],
    ['A1000', 'A1000'],
    ['SL20261123-0003', 'SL20261123-0003'],
    ['sl20261123 0003', 'SL20261123-0003'],
    ['ＳＬ２０２６１１２３－０００３', 'SL20261123-0003'],
    ['GZ202611230012', 'GZ20261123-0012'],
    ['SL2026-000003', 'SL2026-000003'],
    ['sl2026 000003', 'SL2026-000003'],
    ['ＧＺ２０２６０００３１２', 'GZ2026-000312'],
  ])('[C12] a number is known however it is typed: %j, %s', (typed, number) =>
    expect(kept(TypedNumber, typed)).toBe(number),
  );

  test.each(['', '  ', '号', 'A'.repeat(21), ' '.repeat(65)])('[A3] what is no number is refused as one: %j', (typed) =>
    expect(kept(TypedNumber, typed)).toBe('number-wrong'),
  );

  it('[A3] a letter in a code is refused, not left out: another number would be the answer', () => {
    expect(kept(TypedCode, '12a345')).toBe('code-wrong');
    expect(kept(TypedCode, '１２３ ４５６')).toBe('123456');
    expect(kept(LastFour, '１２-３４')).toBe('1234');
    expect(kept(LastFour, '12345')).toBe('last-four-wrong');
    expect(digitsOf('SL２０２６-x')).toBe('2026');
  });

  it('[C12] a property: however a number is dressed, it is the number; and the number stays itself', () => {
    const numbers = fc.stringMatching(/^[A-Z][0-9]{3,5}$|^SL[0-9]{12}$/);
    const typed = numbers.chain((number) => dressed(number).map((all) => ({ number, all })));
    fc.assert(
      fc.property(typed, fc.boolean(), ({ number, all }, wide) => {
        expect(numberOf((wide ? FULL_WIDTH(all) : all).toLowerCase())).toBe(numberOf(number));
        expect(numberOf(numberOf(number))).toBe(numberOf(number));
      }),
    );
  });
});

describe('telephones', () => {
  test.each([
    ['13985001234', '+8613985001234'],
    ['139 8500 1234', '+8613985001234'],
    ['139-8500-1234', '+8613985001234'],
    ['１３９８５００１２３４', '+8613985001234'],
    ['＋８６ １３９ ８５００ １２３４', '+8613985001234'],
    ['+8613985001234', '+8613985001234'],
    ['8613985001234', '+8613985001234'],
    ['008613985001234', '+8613985001234'],
    ['013985001234', '+8613985001234'],
    ['0851-85551234', '+8685185551234'],
    ['（0851）8555 1234', '+8685185551234'],
    ['0851—8555—1234', '+8685185551234'],
    ['85185551234', '+8685185551234'],
    ['+86 851 85551234', '+8685185551234'],
    ['0086 851 8555 1234', '+8685185551234'],
    ['+86 0851 8555 1234', '+8685185551234'],
    ['+86 (0)851 8555 1234', '+8685185551234'],
    ['010 1234 5678', '+861012345678'],
    ['+86 10 1234 5678', '+861012345678'],
    ['+852 5123 4567', '+85251234567'],
    ['00852 51234567', '+85251234567'],
    ['+886 912 345 678', '+886912345678'],
    ['+1 (202) 555-0123', '+12025550123'],
    ['+44 020 7946 0958', '+442079460958'],
  ])('[H6] [H12] a telephone has one canonical form: %j, %s', (typed, canonical) =>
    expect(kept(Telephone, typed)).toBe(canonical),
  );

  test.each([
    '',
    '------',
    '12345',
    '85551234',
    '8555-1234',
    '5551234',
    '110',
    '95588',
    '1398500123',
    '139850012345',
    '12"x',
    '139a5001234',
    '+999 12345678',
    '0851-85551234 转 801',
    '1'.repeat(70),
  ])('[A3] what is no full telephone number is refused as one: %j', (typed) =>
    expect(kept(Telephone, typed)).toBe('telephone-wrong'),
  );

  test.each([
    ['+8613985001234', '13985001234'],
    ['+8685185551234', '085185551234'],
    ['+861012345678', '01012345678'],
    ['+864008208820', '4008208820'],
    ['+85251234567', '+85251234567'],
  ])('[H6] a telephone as it is dialled is the same number: %s, %s', (canonical, dialled) => {
    expect(dialledTelephone(canonical)).toBe(dialled);
    expect(canonicalTelephone(dialled)).toBe(canonical);
  });

  it('[H6] [H12] a property: however it is written, one telephone is one; its canonical form stays itself', () => {
    // 179 is no mobile's: it is dialled before a number, to choose a carrier.
    const mobiles = fc.stringMatching(/^1(?:[3-689][0-9]|7[0-8])[0-9]{8}$/);
    const landlines = fc.stringMatching(/^(?:10|2[0-57-9])[2-8][0-9]{7}$|^851[2-8][0-9]{7}$/);
    const prefixes = fc.constantFrom('', '0', '+86', '+86 0', '0086', '0086 0');
    const typed = fc
      .tuple(fc.oneof(mobiles, landlines), prefixes)
      .chain(([national, prefix]) => dressed(national).map((rest) => ({ national, typed: `${prefix}${rest}` })));
    fc.assert(
      fc.property(typed, fc.boolean(), ({ national, typed }, wide) => {
        const canonical = `+86${national}`;
        expect(canonicalTelephone(wide ? FULL_WIDTH(typed) : typed)).toBe(canonical);
        expect(canonicalTelephone(canonical)).toBe(canonical);
        expect(canonicalTelephone(dialledTelephone(canonical))).toBe(canonical);
      }),
      { numRuns: 300 },
    );
  });

  it('[C5] where somebody is sent, a hotline or an extension is kept as it reads', () => {
    for (const one of ['12345', '0851-85551234 转 801']) expect(kept(PlaceTelephone, ` ${one} `)).toBe(one);
    expect(kept(PlaceTelephone, '无')).toBe('telephone-wrong');
  });
});

describe('names', () => {
  test.each([
    '王某',
    '阿卜杜热西提·阿卜杜拉',
    '𠮷田',
    '葛󠄀城',
    'María-José O’Neill',
    'Wolfeschlegelsteinhausenbergerdorff-Blankenburg-Smith Adebay',
    '字'.repeat(60),
    '𠮷'.repeat(60),
    'é'.repeat(60),
  ])('[A3] a name is kept as it was typed: %j', (name) => expect(kept(PersonName, ` ${name} `)).toBe(name));

  test.each([
    ['', 'name-blank'],
    ['   ', 'name-blank'],
    ['　', 'name-blank'],
    ['\u200b\u200b', 'name-blank'],
    ['\u3164', 'name-blank'],
    ['···', 'name-blank'],
    ['王\u0000某', 'name-signs'],
    ['王\n某', 'name-signs'],
    ['王某\n', 'name-signs'],
    ['王\u2028某', 'name-signs'],
    ['王\ud842', 'name-signs'],
    ['字'.repeat(61), 'name-long'],
    [`a${'\u0301'.repeat(600)}`, 'name-long'],
  ])('[A3] what is no name is refused with its fault: %j, %s', (name, fault) =>
    expect(kept(PersonName, name)).toBe(fault),
  );

  it('[A3] a booking may have no name, but no blank one', () => {
    expect([kept(BookingName, ''), kept(BookingName, ' '), kept(BookingName, '李')]).toEqual(['', 'name-blank', '李']);
  });

  it('[H12] two ways to write a name are one person, two names are two', () => {
    for (const one of ['王　某', '王\u200b某', ' 王某 ']) expect(nameKey(one)).toBe('王某');
    expect(nameKey('阿卜杜拉・热西提')).toBe(nameKey('阿卜杜拉·热西提'));
    expect(nameKey('ＺＨＡＮＧ Wei')).toBe(nameKey('zhang wei'));
    expect(nameKey('王某')).not.toBe(nameKey('李某'));
  });

  test.each([
    ['one', 'ONE'],
    ['one', 'Ｏｎｅ'],
    ['one', ' o\u200bne\ufeff'],
    ['straße', 'STRAẞE'],
    ['大厅 1', '大厅　１'],
  ])('[A3] accounts that differ in width, case or invisible signs read the same: %j, %j', (a, b) =>
    expect(folded(a)).toBe(folded(b)),
  );

  test.each(['01', '１', '001', ' 1 ', '1号', '1号窗口'])(
    '[A3] labels that stand on the wall as 1 read the same: %j',
    (label) => expect(labelKey(label)).toBe('1'),
  );

  it('[A3] labels that read differently stay apart', () => {
    expect(new Set(['1', '10', '11', 'A1', '一', '0'].map(labelKey)).size).toBe(6);
    expect(labelKey('A01')).toBe(labelKey('a1'));
  });

  it('[A3] accounts, labels and device names take no control characters and count characters', () => {
    expect(kept(account(2), '\u0000ab')).toBe('account-wrong');
    expect(kept(account(2), ' Ａb ')).toBe('Ab');
    expect(kept(account(2), 'a')).toBe('account-wrong');
    expect(kept(Label, '𠮷'.repeat(8))).toBe('𠮷'.repeat(8));
    expect(kept(Label, '123456789')).toBe('label-wrong');
    expect(kept(DeviceName, '取号机\n1')).toBe('device-name-wrong');
  });
});

describe('search and texts', () => {
  test.each([
    ['ＦＡＬＶ', 'falv'],
    ['fǎ lǜ', 'falv'],
    ['falü', 'falv'],
    ['fa lu:', 'falv'],
    ['A11-RS-06', 'a11rs06'],
    ['城·乡', '城乡'],
  ])('[L3] what is searched for is folded: %j, %s', (typed, sought) => expect(plain(typed)).toBe(sought));

  it('[L3] what is searched for is cut between characters, never inside one', () => {
    expect(kept(SearchText, '𠮷'.repeat(50))).toBe('𠮷'.repeat(40));
  });

  it('[A3] a reason has lines, and no other control characters', () => {
    expect(kept(text(20, 2), ' 两行\n好 ')).toBe('两行\n好');
    expect(kept(text(20, 2), 'a\u0000b')).toBe('text-signs');
    expect(kept(text(20, 2), ' a ')).toBe('text-short');
    expect(kept(text(3), '𠮷𠮷𠮷')).toBe('𠮷𠮷𠮷');
    expect(kept(text(3), '一二三四')).toBe('text-long');
  });
});

describe('every normaliser', () => {
  it('[A3] a property: what was made alike once stays as it is', () => {
    const makers = [clean, folded, compact, numberOf, digitsOf, labelKey, nameKey, plain];
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
        for (const make of makers) expect(make(make(typed)), make.name).toBe(make(typed));
      }),
      { numRuns: 1000 },
    );
  });

  it('[A3] a property: a field keeps what it kept, or names its fault in three languages', () => {
    const fields = [
      TypedNumber,
      TypedCode,
      LastFour,
      Telephone,
      PlaceTelephone,
      PersonName,
      account(2),
      Label,
      DeviceName,
      text(9, 1),
    ];
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom(...fields), (typed, field) => {
        const said = field.safeParse(typed);
        if (said.success) expect(kept(field, said.data)).toBe(said.data);
        else
          for (const language of LANGUAGES) expect(faultSentence(said.error.issues[0]!.message, language)).toBeTruthy();
      }),
      { numRuns: 1000 },
    );
  });

  it('[A3] limits count characters as readers do', () => {
    expect(isLonger('👨‍👩‍👧‍👦'.repeat(2), 2)).toBe(false);
    expect(isLonger('abc', 2)).toBe(true);
  });
});
