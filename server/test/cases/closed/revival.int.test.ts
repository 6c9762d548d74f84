import { afterEach, beforeEach, expect, it } from 'vitest';
import { nextStep } from '../../../../schema/cases/words/next-step.ts';
import type { Day } from '../../../../schema/ids.ts';
import { addDays } from '../../../../schema/time.ts';
import { dateText } from '../../../../schema/time-text.ts';
import { eventually, startTestHall, type TestHall } from '../../harness.ts';
import { wish } from '../../papers/every-paper.ts';
import { FLOWER, NOTICE, serving } from '../../people/person-fixture.ts';

const linkIn = (paper: string) => paper.replace(/^.*\/([^/?]*)(\?.*)?$/, '$1');
let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

it('[C7] [C12] [P1] until the day on its notice a case is taken up again, on screen, page and in the store, and then until the day of its new notice', async () => {
  const { clerk, caseId, ticketId } = await serving(hall);
  await clerk.people.enter({
    ...{ ...wish(), of: { caseId }, helper: null, ...NOTICE },
    applicant: { ...FLOWER, document: null },
  });
  const conclusion = { kind: 'notice' as const, missing: ['A-1.1'], note: '' };
  const { paper } = await clerk.cases.conclude({ ...wish(), caseId, conclusion });
  await clerk.tickets.finish({ ...wish(), ticketId });
  const page = async () => {
    return (await fetch(`${hall.origin}/c/${linkIn(paper!)}`, { headers: { 'accept-language': 'zh-CN' } })).text();
  };
  const at = (day: Day) => hall.clock.advance(Date.parse(`${day}T10:00:00+08:00`) - hall.clock.nowMs);
  const seen = async () => (await hall.clerk('one')).cases.one({ caseId });
  const { answerBy } = (await seen()).notice!;
  const until = addDays(answerBy!, 31);
  expect(await page()).toContain(`到 ${dateText(until, 'zh-Hans')} 止`);
  const admin = await hall.clerk('admin');
  await admin.settings.change({ ...wish(), settings: { revivalDays: 1, personDays: 1 } });

  await at(addDays(answerBy!, 1));
  await eventually(async () => expect((await seen()).phase).toBe('closed'));
  await at(until);
  await eventually(async () => expect((await seen()).revivableUntil).toBe(until));
  // C12: the kiosk says what the phone says.
  const { step, day } = nextStep(await (await hall.kiosk()).cases.ofLink({ link: linkIn(paper!) }));
  expect([step, day]).toEqual(['revivable', until]);
  expect(await page()).toContain(`${dateText(until, 'zh-Hans')} 前（含当天）带齐材料到任一窗口`);
  // P1: who applied is needed until then.
  expect((await seen()).applicant?.name).toBe('王*花');
  await (await hall.clerk('one')).cases.revive({ ...wish(), caseId });
  const anew = (await seen()).notice!.answerBy!;
  const shown = await page();
  expect(shown).toContain(dateText(addDays(anew, 31), 'zh-Hans'));
  expect(shown).not.toContain(`到 ${dateText(until, 'zh-Hans')} 止`);
});
