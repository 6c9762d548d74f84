import { expect, it } from 'vitest';
import { speak } from '../../../words/speak.ts';
import { callText } from './call-text.ts';

type Told = Parameters<typeof callText>[3];
const one: Told = {
  matterNames: { 'zh-Hans': '老年证', 'zh-Hant': '老年證', en: 'Senior card' },
  ...{ receiptNo: 'SL20261123-0001', number: 'A001', notice: null, handler: '陈静', dueOn: '2026-12-21' },
  ...{ papers: [], outcome: null, ringTask: null, revivableUntil: null, destination: null, corrected: null },
};
const ring = (why: NonNullable<Told['ringTask']>['why']) => ({
  why,
  answerBy: '2026-11-24',
  tries: [],
  days: [],
  unreachable: false,
});
/** Gaps that do not break are gaps. */
const said = (change: Partial<Told>, act: 'tell' | 'ring' = change.ringTask ? 'ring' : 'tell') =>
  callText(speak('zh-Hans'), 'zh-Hans', '和润社区办事大厅', { ...one, ...change }, act).replaceAll('\u00a0', ' ');
const HELLO = '您好，这里是和润社区办事大厅，告诉您“老年证”（SL20261123-0001）的进展。';

it.each<[string, Partial<Told>, string]>([
  ['a decision', { outcome: 'granted' }, '已有决定：准予。'],
  ['silence', { ringTask: ring('silent'), revivableUntil: '2027-01-22' }, '2027年1月22日 前把材料带到任一窗口'],
  ['what is ours', { ringTask: ring('ours') }, '经办人是 陈静。最迟 2026年12月21日 办结。'],
  [
    'a place',
    { ringTask: ring('elsewhere'), destination: { place: '区住建局', address: '和平路 8 号', telephone: '010-1234' } },
    '这件事由区住建局办理，地址 和平路 8 号，电话 010-1234。',
  ],
  [
    'a correction',
    {
      ...{ ringTask: ring('corrected'), outcome: 'done' },
      corrected: { was: 'not-needed', on: '2026-11-24', voids: ['BJ20261123-0001'], linkedNo: null, changed: null },
    },
    '文书 BJ20261123-0001 作废',
  ],
  ['what counts as accepted', { ringTask: ring('deemed') }, '已视为受理，经办人是 陈静。最迟 2026年12月21日 办结。'],
  [
    'what moved',
    { ringTask: { ...ring('moved'), days: [{ what: 'due', from: '2026-12-21', to: '2026-12-28' }] } },
    '办结的最迟日期由 2026年12月21日 改为 2026年12月28日，通知书可到任一窗口领取。',
  ],
  [
    'what moved besides',
    { ringTask: { ...ring('ours'), days: [{ what: 'inquiry', from: '2026-11-25', to: '2026-11-25' }] } },
    '最迟 2026年12月21日 办结。答复您的询问的最迟日期仍是 2026年11月25日。',
  ],
])('[C7] [C8] [C12] [C17] a clerk reads what to say on the telephone: %s', (_, change, part) => {
  expect(said(change)).toContain(HELLO);
  expect(said(change)).toContain(part);
});

it('[C5] a clerk who tells a decision promises no delivery, and reads the decision also where a call is owed', () => {
  const decision = `${HELLO}已有决定：准予。请带身份证件到任一窗口领取决定文书，文书上写着不服怎么办。`;
  expect(said({ outcome: 'granted' })).toBe(decision);
  expect(said({ outcome: 'granted', ringTask: ring('ours') }, 'tell')).toBe(decision);
});

it('[C5] [C6] a clerk who says where it is done says where slip and decision are, and that one may object', () => {
  const destination = { place: '区住建局', address: '和平路 8 号', telephone: '010-1234' };
  const sent = { ringTask: ring('elsewhere'), destination };
  const where = '这件事由区住建局办理，地址 和平路 8 号，电话 010-1234。转引单可到任一窗口领取。';
  expect(said(sent)).toBe(`${HELLO}${where}`);
  const decision = { no: 'BS20261123-0001', kind: 'not-accepted', day: '2026-11-23', path: null } as const;
  expect(said({ ...sent, papers: [{ ...decision, voidedBy: null }] })).toBe(
    `${HELLO}${where}不予受理决定书也可到任一窗口领取，上面写着不服的到哪里、在什么期限内申请复议或者起诉。`,
  );
  expect(said({ ...sent, papers: [{ ...decision, voidedBy: 'ZY20261124-0001' }] })).toBe(`${HELLO}${where}`);
});
