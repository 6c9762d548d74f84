import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId, MatterId } from '../../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../../web/client.ts';
import { PASSWORD } from '../../harness.ts';
import { atCounterOne, serve } from '../counter/steps.ts';
import { type SampleTestHall, startSampleHall } from '../screens.ts';
import { moved, press, shot, tabTo, typeIn } from './keys.ts';

const MATTER = 'A11-MS-03' as MatterId;
const BASIS = '《行政许可法》第四十五条';
const wish = () => ({ requestId: newRequestId() });

let running: SampleTestHall;
let clerk: Page;
let wang: Client;
let caseId: CaseId;
beforeAll(async () => {
  running = await startSampleHall();
  wang = await running.hall.clerk('wangfang');
  const come = { matterId: MATTER, by: 'visit', number: '', receivedOn: '2026-11-23' } as const;
  caseId = (await wang.cases.take({ ...wish(), ...come })).caseId;
  await wang.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  clerk = await atCounterOne(running, MATTER, 1);
}, 170_000);
afterAll(async () => {
  expect(running.screens.complaints).toEqual([]);
  await running.screens.close();
  await running.hall.stop();
});

const at = (testId: string) => clerk.getByTestId(testId);
const value = (testId: string) => at(testId).inputValue();
/** Whether the hall has all that was typed: the browser then lets the page go without asking. */
const isSaved = async () => {
  await moved(clerk);
  return clerk.evaluate(() => {
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    return !leaving.defaultPrevented;
  });
};
const saved = () => expect.poll(isSaved).toBe(true);

async function unlock() {
  await at('unlock-password').waitFor();
  await clerk.keyboard.type(PASSWORD);
  await clerk.keyboard.press('Enter');
  await at('section-cases').waitFor();
}

/** The tab is gone without a word, as with a crash, and another one is opened. */
async function crash() {
  const context = clerk.context();
  const url = clerk.url();
  const next = await context.newPage();
  await clerk.close({ runBeforeUnload: false });
  clerk = next;
  await clerk.goto(url);
  await at('section-cases').waitFor();
}

async function openPause() {
  await press(clerk, at('section-cases'));
  await press(clerk, at('act-pause').first());
  await at('form-pause').waitFor();
}

it('[C16] what was typed in the dialog of an act is there again after Escape, another page, the lock, a reload and a crash, and gone once it is done', async () => {
  await openPause();
  await typeIn(clerk, at('pause-basis'), BASIS);
  await typeIn(clerk, at('act-days'), '10');
  const isThere = async () => {
    await expect.poll(() => value('pause-basis')).toBe(BASIS);
    expect(await value('act-days')).toBe('10');
  };
  // Before the hall has it, it is at hand.
  await clerk.keyboard.press('Escape');
  await moved(clerk);
  await openPause();
  await isThere();
  await shot(clerk, 'kept-form');
  await saved();
  await clerk.keyboard.press('Escape');
  await moved(clerk);
  await press(clerk, at('section-work'));
  await openPause();
  await isThere();
  await clerk.keyboard.press('Alt+l');
  await unlock();
  await openPause();
  await isThere();
  await clerk.reload();
  await openPause();
  await isThere();
  await crash();
  await openPause();
  await isThere();
  await tabTo(clerk, at('pause-kind'));
  await clerk.keyboard.press('ArrowDown');
  await moved(clerk);
  await clerk.keyboard.press('Enter');
  await moved(clerk);
  await press(clerk, at('act-submit'));
  await at('form-pause').waitFor({ state: 'detached' });
  await expect.poll(async () => (await wang.cases.one({ caseId })).pause?.basis).toBe(BASIS);
  await saved();
  expect(await wang.tickets.forms({ caseId })).toEqual([]);
});

it('[C16] [P1] what was typed of an applicant at the counter is there again after Escape, another page and a reload, and Cancel gives it up', async () => {
  await press(clerk, at('section-work'));
  await serve(clerk);
  const open = async () => {
    await press(clerk, at('applicant-enter'));
    await at('enter-applicant').waitFor();
  };
  await open();
  await typeIn(clerk, at('applicant-name'), '王小花');
  await typeIn(clerk, at('applicant-telephone'), '13985001234');
  const isThere = async () => {
    await expect.poll(() => value('applicant-name')).toBe('王小花');
    expect(await value('applicant-telephone')).toBe('13985001234');
  };
  await saved();
  await clerk.keyboard.press('Escape');
  await moved(clerk);
  await press(clerk, at('section-cases'));
  await press(clerk, at('section-work'));
  await open();
  await isThere();
  await clerk.reload();
  await at('my-counter').waitFor();
  await open();
  await isThere();
  await shot(clerk, 'kept-applicant');
  const [row, ...others] = running.hall.system.store.db.prepare<[], { sealed: Buffer }>('SELECT * FROM drafts').all();
  expect(others).toEqual([]);
  for (const said of ['王小花', '13985001234']) expect(row!.sealed.includes(said)).toBe(false);
  await press(clerk, at('enter-applicant').getByRole('button', { name: '取消' }));
  await open();
  expect(await value('applicant-name')).toBe('');
  await clerk.keyboard.press('Escape');
  await saved();
  expect(running.hall.system.store.db.prepare('SELECT * FROM drafts').all()).toEqual([]);
});
