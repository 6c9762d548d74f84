import { afterEach, describe, expect, it } from 'vitest';
import { findMatters } from '../../../schema/catalogue/find-matter.ts';
import type { MatterId } from '../../../schema/ids.ts';
import { CLOCK } from '../../../schema/who.ts';
import { newRequestId } from '../../../web/client.ts';
import { spellMatter } from '../../catalogue/acts/change-matter.ts';
import { matters } from '../../catalogue/tables/matters.ts';
import { spellMatters } from '../../set-up.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall | null = null;
afterEach(async () => {
  await hall?.stop();
  hall = null;
});

const found = async (typed: string) => {
  const { matters } = await hall!.anybody().catalogue();
  return findMatters(matters, typed).map((matter) => matter.id);
};

describe('aliases of a matter', () => {
  it('[L3] an alias that an administrator adds finds the matter for everybody, also by its pinyin', async () => {
    hall = await startTestHall();
    const admin = await hall.clerk('admin');
    const matterId = 'B-1' as MatterId;
    expect(await found('重残补贴')).toEqual([]);
    await admin.administration.nameMatter({ requestId: newRequestId(), matterId, aliases: ['重残补贴'] });
    for (const typed of ['重残补贴', 'zhongcanbutie', 'chongcan', 'zcbt']) expect(await found(typed)).toEqual(['B-1']);
    const page = await fetch(`${hall.origin}/catalogue?q=zcbt`).then((reply) => reply.text());
    expect(page).toContain('/catalogue/B-1');
    expect(page).not.toContain('/catalogue/A-1');
  });

  it('[L3] [A3] only an administrator adds aliases, and an alias that is empty, too long or there twice is refused', async () => {
    hall = await startTestHall();
    const admin = await hall.clerk('admin');
    const boss = await hall.clerk('boss');
    const wish = (aliases: string[], matterId = 'B-1') => ({
      requestId: newRequestId(),
      matterId: matterId as MatterId,
      aliases,
    });
    expect(await refusalCode(boss.administration.nameMatter(wish(['犬'])))).toBe('not-allowed');
    for (const wrong of [[''], ['犬'.repeat(41)], ['犬', '犬 '], Array.from({ length: 21 }, (_, i) => `犬${i}`)]) {
      expect(await refusalCode(admin.administration.nameMatter(wish(wrong)))).toBe('input-invalid');
    }
    expect(await refusalCode(admin.administration.nameMatter(wish(['犬'], 'Z-9')))).toBe('matter-unknown');
    expect(await found('犬')).toEqual([]);
  });

  it('[L3] the matters of a file that an older program wrote are spelt at the start', async () => {
    hall = await startTestHall();
    const wish = { command: 'test', requestId: null, actor: CLOCK };
    await hall.system.hall.commit(wish, (tx) => {
      for (const id of tx.read(matters).all().keys()) spellMatter(tx, id, '');
      return {};
    });
    expect(await found('shixiang')).toEqual([]);
    await spellMatters(hall.system.hall);
    expect(await found('shixiang')).toHaveLength(6);
  });
});
