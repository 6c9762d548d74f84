/** The cases of the hall in ./port-fixture.ts, by their phase. */
import type { CaseId, MatterId } from '../../../schema/ids.ts';
import { withIds } from '../../catalogue/rules/materials.ts';
import { sampleHall } from '../../demo/sample/sample-hall.ts';
import type { CaseFacts } from '../../pages/port.ts';

export const DAY = '2026-11-23';
export const sample = sampleHall(DAY);
export const MATTER = 'A11-RS-02' as MatterId;
export const names = (id: string) => sample.matters.find((matter) => matter.id === id)!.names;

const matter = sample.matters.find((one) => one.id === MATTER)!;
const given = {
  ...{ day: DAY, clerk: '王芳', firstContact: '王芳' },
  names: matter.names,
  basis: matter.basis,
  fee: matter.fee,
  items: withIds(MATTER, matter.materials).slice(1, 3),
  ...{ dueBefore: null, provisional: false },
};
export const open: CaseFacts = {
  caseId: 'case-1' as CaseId,
  phase: 'open',
  matterId: MATTER,
  matterNames: names(MATTER),
  firstContact: '王芳',
  handler: '王芳',
  receiptNo: null,
  acceptedOn: null,
  deemed: false,
  acceptance: null,
  concludeBy: null,
  dueOn: null,
  legalDueOn: null,
  provisional: false,
  mayMove: [],
  outcome: null,
  came: 'ticket',
  number: 'B017',
  openedOn: DAY,
  offeredTo: null,
  papers: [],
  helper: null,
  destination: null,
  standsFrom: null,
  isOverdue: false,
  ...{
    missing: null,
    note: '',
    pause: null,
    extension: null,
    tellBy: null,
    explanation: null,
    corrected: null,
    remedies: null,
    correction: null,
    count: null,
    messages: false,
    handlerCounter: null,
    goesOnLink: null,
    revivableUntil: null,
    revival: null,
    links: [],
    objectTo: null,
    signed: null,
    standIn: null,
    answerBy: null,
  },
  inquiries: [],
  latePapers: [],
  reachable: true,
  steps: [{ at: '2026-11-23T01:12:00.000Z', kind: 'case-opened', facts: { number: 'B017' } }],
};
const moved = { dueBefore: '2026-11-27', dueOn: '2026-11-30', provisional: true, note: 'calendar' };
const COUNT: CaseFacts['count'] = {
  limit: { days: 5, unit: 'working' },
  extendedBy: 0,
  runs: [
    { from: '2026-11-24', to: '2026-11-27', days: 4, why: null },
    { from: '2026-11-28', to: '2026-11-29', days: 2, why: 'weekend' },
    { from: '2026-11-30', to: '2026-11-30', days: 1, why: null },
  ],
};
export const accepted: CaseFacts = {
  ...open,
  phase: 'accepted',
  handler: '刘洋 <script>alert(1)</script>',
  receiptNo: '20261123-0007',
  acceptedOn: DAY,
  dueOn: '2026-11-30',
  offeredTo: '陈静',
  papers: [
    { ...given, no: '20261123-0007', kind: 'receipt', dueOn: '2026-11-27', note: '结果以电话告知', count: COUNT },
    { ...given, ...moved, no: 'QX20261124-0001', kind: 'due-change' },
  ],
  note: '结果以电话告知',
  count: COUNT,
};
export const cases: Record<string, CaseFacts> = {
  open,
  accepted,
  noticed: {
    ...open,
    phase: 'noticed',
    papers: [{ ...given, no: 'T20261123-0003', kind: 'notice', dueOn: null, note: '' }],
  },
  closed: {
    ...open,
    phase: 'closed',
    outcome: 'not-ours',
    destination: { place: '云岩区不动产登记中心', address: '示例路 9 号', telephone: '0851-0000 5678' },
    note: '该事项由登记中心直接办理。',
  },
};
