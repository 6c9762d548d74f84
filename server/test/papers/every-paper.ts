/** One paper of each kind, given as a hall gives it. */
import type { Conclusion } from '../../../schema/cases/conclusion.ts';
import type { CaseId, MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import type { TestHall } from '../harness.ts';

export const wish = () => ({ requestId: newRequestId() });

const REASON = '申请人不在本社区居住，不符合办法第五条的规定';
const ELSEWHERE: Conclusion = {
  ...{ kind: 'not-ours' as const, place: '区公证处', address: '正义路 9 号', telephone: '0851-0000 2010' },
  ...{ hours: '周一至周五 9:00–17:00', note: '委托公证归公证机构办理', unreachable: true },
};

export type GivenPaper = { kind: string; path: string };

/** By telephone, so that no ticket stands between; `reason` stands on the papers that give one. */
export async function everyPaper(hall: TestHall, reason = REASON): Promise<GivenPaper[]> {
  const [one, boss] = [await hall.clerk('one'), await hall.clerk('boss')];
  const take = async () => {
    const come = { matterId: 'A-1' as MatterId, by: 'telephone', number: '', receivedOn: '2026-11-23' } as const;
    return (await one.cases.take({ ...wish(), ...come })).caseId;
  };
  const papersOf = async (caseId: CaseId) =>
    (await one.cases.papers({ caseId })).map(({ kind, path }) => ({ kind, path: path! }));
  const cases = [await take(), await take(), await take(), await take()] as const;
  const [noticed, refused, elsewhere, done] = cases;
  const notice: Conclusion = { kind: 'notice', missing: ['A-1.1', 'A-1.3'], note: '请带原件' };
  await one.cases.conclude({ ...wish(), caseId: noticed, conclusion: notice });
  await one.cases.conclude({ ...wish(), caseId: refused, conclusion: { kind: 'accepted', note: '结果以电话告知' } });
  await one.cases.pause({ ...wish(), caseId: refused, kind: 'hearing', basis: '第四十五条', days: 3 });
  await one.cases.proposeRefusal({ ...wish(), caseId: refused, reason, basis: '办法第五条' });
  await boss.cases.confirmRefusal({ ...wish(), caseId: refused });
  const signed = { signedBy: '王小花', lastFour: '1234', onPaper: true } as const;
  const told = { way: 'collected', reached: true, remark: '', signed } as const;
  await one.cases.tell({ ...wish(), caseId: refused, ...told });
  await one.cases.takeLatePapers({ ...wish(), caseId: refused, items: ['A-1.2'], note: '邻居的证明信一封' });
  await one.cases.conclude({ ...wish(), caseId: elsewhere, conclusion: ELSEWHERE });
  await boss.cases.confirmRefusal({ ...wish(), caseId: elsewhere });
  await one.cases.conclude({ ...wish(), caseId: done, conclusion: { kind: 'done', note: reason } });
  return (await Promise.all(cases.map(papersOf))).flat();
}
