import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { PersonId } from '../ids.ts';
import { maskName, maskPerson } from './mask.ts';

const ID = 'p1' as PersonId;

describe('masking', () => {
  it.each([
    ['王小花', '王*花'],
    ['王花', '王*'],
    ['王', '*'],
    ['欧阳小娜', '欧**娜'],
    ['𠮷野家', '𠮷*家'],
    ['阿凡提·买买提', '阿*****提'],
    ['', ''],
  ])('[P2] a name shows its ends, and a short one its first character: %s → %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it('[P2] telephone and document show their last digits, and an organisation keeps its name', () => {
    const document = { kind: 'resident-id', number: '11010519491231002X' } as const;
    const known = { kind: 'person', name: '王小花', telephone: '+8613985001234', document } as const;
    expect(maskPerson(ID, known)).toEqual({
      personId: ID,
      kind: 'person',
      name: '王*花',
      telephone: '*********1234',
      document: { kind: 'resident-id', number: '**************002X' },
      erased: false,
    });
    const short = { kind: 'hk-macao-permit', number: 'H12345678' } as const;
    expect(maskPerson(ID, { ...known, document: short }).document?.number).toBe('*******78');
    expect(maskPerson(ID, { ...known, document: { kind: 'passport', number: null } }).document?.number).toBeNull();
    expect(maskPerson(ID, { ...known, kind: 'organisation', name: '和润物业公司' }).name).toBe('和润物业公司');
  });

  it('[P1] an erased person shows nothing', () => {
    expect(maskPerson(ID, null)).toMatchObject({ name: '', telephone: null, document: null, erased: true });
  });

  test('[P2] any name of two characters or more is not in what is shown, and its length is', () => {
    const letters = [...'王李张欧阳司马小花建国丽'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 12 }), (signs) => {
        const shown = [...maskName(signs.join(''))];
        expect(shown).toHaveLength(signs.length);
        expect(shown).toContain('*');
        expect(shown.filter((sign) => sign !== '*').length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
