import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId, CounterId, MatterId } from '../../../../schema/ids.ts';
import { newRequestId } from '../../../../web/client.ts';
import { moved, openCase, signIn } from '../counter/steps.ts';
import { picture, type SampleTestHall, startSampleHall, textOf } from '../screens.ts';

const MATTER = 'A11-MS-03' as MatterId;
const REASON = '复查发现申请人名下另有住房，不符合条件';
const wish = () => ({ requestId: newRequestId() });

let running: SampleTestHall;
let boss: Page;
let chief: Page;
let phone: Page;
let caseId: CaseId;

const shot = (page: Page, name: string) => picture(page, `correct-${name}`, { fullPage: true });

/** A case that is granted and told, and two supervisors. */
beforeAll(async () => {
  running = await startSampleHall();
  const { administration } = await running.hall.clerk('administrator');
  const kiosk = await running.hall.kiosk();
  const second = (await administration.clerks({})).find(({ account }) => account === 'luomin')!;
  await administration.saveClerk({ ...wish(), clerk: { ...second, role: 'supervisor' }, newPassword: false });
  const one = await running.hall.clerk('wangfang');
  const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });
  const counterId = (await one.boards.staff()).rows.counters.find(({ label }) => label === '1')!.id as CounterId;
  await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  caseId = (await one.cases.mine({}))[0]!.caseId;
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await one.tickets.finish({ ...wish(), ticketId });
  await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予一次性救助' });
  [boss, chief, phone] = await Promise.all([
    running.screens.counter(),
    running.screens.counter(),
    running.screens.phone(false),
  ]);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

it('[C6] one supervisor proposes to correct a grant, another confirms it, and phone and paper say which decision stands', async () => {
  await signIn(boss, 'supervisor');
  await openCase(boss, 'section-hall-cases');
  await boss.getByTestId('act-correct').click();
  await moved(boss);
  const form = boss.getByTestId('form-correct');
  await form
    .getByText('不予办理', { exact: true })
    .or(form.getByText('不予', { exact: true }))
    .first()
    .click();
  await boss.getByTestId('act-text').fill(REASON);
  await boss.getByTestId('correct-basis').fill('社会救助暂行办法第九条');
  await form.getByText('须由另一位值班长审定').waitFor();
  await shot(boss, 'form');
  await boss.getByTestId('act-submit').click();
  await boss.getByTestId('take-back-refusal').waitFor();
  await moved(boss);
  await shot(boss, 'author');
  const papers = await (await running.hall.clerk('wangfang')).cases.papers({ caseId });
  const proposal = papers.find(({ kind }) => kind === 'proposal')!;
  await phone.goto(running.hall.origin + proposal.path!);
  expect(await textOf(phone.locator('main'))).toContain('原决定仍然有效');
  await shot(phone, 'paper');
  await phone.goto(running.hall.origin + proposal.path!.replace(/^\/paper\/proposal\/([^?]+).*/, '/c/$1'));
  await phone.getByText('复核同意之前，原决定有效').waitFor();
  await shot(phone, 'phone');

  await signIn(chief, 'luomin');
  await chief.locator('[data-testid=section-hall-cases] .count').waitFor();
  await chief.getByTestId('section-hall-cases').click();
  await chief.getByTestId('proposal').waitFor();
  await shot(chief, 'list');
  await chief.getByTestId('confirm-refusal').click();
  await moved(chief);
  await shot(chief, 'confirm');
  await chief.getByTestId('confirm-refusal-submit').click();
  await chief.getByTestId('proposal').waitFor({ state: 'detached' });
  await phone.reload();
  expect(await textOf(phone.locator('.state'))).toBe('不予办理');
  const one = await (await running.hall.clerk('luomin')).cases.one({ caseId });
  expect(one).toMatchObject({ phase: 'decided', outcome: 'refused', handler: '何建国' });
});

it('[C5] what was done by mistake is corrected to go on: by form, printed receipt, case page and phone', async () => {
  const one = await running.hall.clerk('wangfang');
  const come = { matterId: MATTER, by: 'telephone', number: '', receivedOn: '2026-11-23' } as const;
  const { caseId: wrong } = await one.cases.take({ ...wish(), ...come });
  await one.cases.conclude({ ...wish(), caseId: wrong, conclusion: { kind: 'done', note: '当场办理完毕' } });
  const closing = (await one.cases.papers({ caseId: wrong })).at(-1)!;
  await boss.keyboard.press('/');
  await boss.getByTestId('box-typed').fill(closing.no);
  await boss.keyboard.press('Enter');
  await boss.getByTestId('box-case').first().click();
  await boss.getByTestId('case-page').waitFor();
  await boss.getByTestId('act-correct').click();
  await moved(boss);
  const form = boss.getByTestId('form-correct');
  await form.getByText('续办：开一件后续办件接着办').click();
  await boss.getByTestId('act-text').fill('复查发现材料并未办理完毕，须继续办理');
  await boss.getByTestId('correct-basis').fill('社会救助暂行办法第九条');
  await shot(boss, 'ending-form');
  await boss.getByTestId('act-submit').click();
  const no = await textOf(boss.getByTestId('given-no'));
  expect(no).toMatch(/^SL2026-/);
  const path = (await boss.getByTestId('given-print').getAttribute('href'))!;
  await boss.getByTestId('given-leave').click();
  await boss.getByTestId('linked-to').waitFor();
  await moved(boss);
  await shot(boss, 'ending-case');
  await phone.goto(running.hall.origin + path);
  expect(await textOf(phone.locator('main'))).toContain(`${closing.no} 号文书作废`);
  await shot(phone, 'ending-receipt');
  await phone.goto(`${running.hall.origin}${path}&strip`);
  await shot(phone, 'ending-receipt-strip');
  await phone.goto(running.hall.origin + closing.path!);
  expect(await textOf(phone.locator('main'))).toContain(`以 ${no} 为准`);
  await phone.goto(running.hall.origin + closing.path!.replace(/^\/paper\/closing\/([^?]+).*/, '/c/$1'));
  expect(await textOf(phone.locator('.state'))).toBe('已更正，另件续办');
  await phone.getByText('不用重新申请').waitFor();
  await shot(phone, 'ending-phone');
  expect(await phone.locator('a', { hasText: `查看 ${no} 号办件` }).getAttribute('href')).toMatch(/^\/c\//);
  await boss.keyboard.press('/');
  await boss.getByTestId('box-typed').fill(closing.no);
  await boss.keyboard.press('Enter');
  await boss.getByTestId('box-case').first().click();
  await boss.getByTestId('owed-corrected').getByText(`由 ${no} 接着办`).waitFor();
  // Nobody was entered, and so nobody can be rung up.
  await boss.getByTestId('owed-ring').getByText('当面或写信告知居民').waitFor();
  await moved(boss);
  await shot(boss, 'owed');
  await boss.getByTestId('act-ring').click();
  await boss.getByText('本件没有居民的电话').waitFor();
  await boss.getByTestId('tell-way').waitFor();
  await moved(boss);
  await shot(boss, 'tell-form');
  await boss.keyboard.press('Escape');
});

it('[C5] [C6] whoever confirmed that a matter is not ours reads on its page that another supervisor corrects it', async () => {
  const one = await running.hall.clerk('wangfang');
  const come = { matterId: MATTER, by: 'telephone', number: '', receivedOn: '2026-11-23' } as const;
  const { caseId: sent } = await one.cases.take({ ...wish(), ...come });
  const place = { place: '区公证处二部', address: '正义路 9 号', telephone: '0851-85551234' };
  const note = '委托公证归公证机构办理，本大厅无权办理';
  await one.cases.conclude({
    ...{ ...wish(), caseId: sent },
    conclusion: { kind: 'not-ours', ...place, note, unreachable: true },
  });
  await (await running.hall.clerk('supervisor')).cases.confirmRefusal({ ...wish(), caseId: sent });
  const receipt = (await one.cases.papers({ caseId: sent }))[0]!;
  for (const [who, mine] of [
    [boss, true],
    [chief, false],
  ] as const) {
    await who.keyboard.press('/');
    await who.getByTestId('box-typed').fill(receipt.no);
    await who.keyboard.press('Enter');
    await who.getByTestId('box-case').first().click();
    await who.getByTestId('case-page').waitFor();
    await who.getByTestId(mine ? 'correct-not-yours' : 'act-correct').waitFor();
    expect(await who.getByTestId(mine ? 'act-correct' : 'correct-not-yours').count()).toBe(0);
  }
  await shot(boss, 'not-yours');
});
