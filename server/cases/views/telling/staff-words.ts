/** What messages to the staff say of a case: in which part they are told, what is late, what happened (C2, C10). */
import type { LateDuty, WarnedDuty } from '../../../../schema/cases/deadline.ts';
import type { CaseStepKind } from '../../../../schema/cases/history.ts';
import type { Names } from '../../../../schema/ids.ts';

const say = (hans: string, hant: string, en: string): Names => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

export type Part = 'handler' | 'first-contact' | 'supervisor';

/** `deputy`: in the place of somebody who is away (C11). */
export const PART_WORDS: Record<Part | 'deputy', Names> = {
  handler: say('您经办的', '您經辦的', 'Your case'),
  'first-contact': say('您首问的', '您首問的', 'Your first-contact case'),
  supervisor: say('大厅的', '大廳的', 'The hall’s case'),
  deputy: say('您顶岗的', '您頂崗的', 'The case for which you stand in'),
};

/** To whom a case is offered: the reader, or somebody who is away and in whose place the reader is. */
export function offeredWords(absent: string | null): Names {
  return absent === null
    ? say('您', '您', 'you')
    : say(`${absent}（由您顶岗）`, `${absent}（由您頂崗）`, `${absent}, for whom you stand in,`);
}

/** `part` from 0 to 1, of the limit or of the law's; the last day says so. */
export function warnedWords(part: number, of?: 'legal'): Names {
  const percent = Math.round(part * 100);
  const [hans, hant, en] = of ? ['法定期限', '法定期限', 'the legal limit'] : ['办结期限', '辦結期限', 'its limit'];
  return percent >= 100
    ? say(`今天是${hans}最后一天`, `今天是${hant}最後一天`, `today is the last day of ${en}`)
    : say(`${hans}已用去 ${percent}%`, `${hant}已用去 ${percent}%`, `${percent} % of ${en} is over`);
}

export const LATE_WORDS: Record<LateDuty, Names> = {
  due: say('已超过办结期限', '已超過辦結期限', 'its limit is over'),
  'legal-due': say('已超过法定期限', '已超過法定期限', 'the legal limit is over'),
  telling: say('决定没有按期告知居民', '決定沒有按期告知居民', 'the resident was not told of the decision in time'),
  escalation: say('归属没有按期答复', '歸屬沒有按期答覆', 'nobody said in time whose it is'),
  review: say('拟不予办理没有按期复核', '擬不予辦理沒有按期複核', 'the proposed refusal was not reviewed in time'),
  'sent-back': say(
    '退回的更正没有按期重新提出或收回',
    '退回的更正沒有按期重新提出或收回',
    'a correction that was sent back was neither proposed again nor taken back in time',
  ),
  inquiry: say('居民的询问没有按期答复', '居民的詢問沒有按期答覆', 'the resident’s question was not answered in time'),
  question: say('征询没有按期答复', '徵詢沒有按期答覆', 'a question was not answered in time'),
  'late-papers': say(
    '办结后交来的材料没有按期答复',
    '辦結後交來的材料沒有按期答覆',
    'papers that came after the end were not answered in time',
  ),
  ring: say('没有按期电话告知居民', '沒有按期電話告知居民', 'the resident was not rung up in time'),
  promise: say('承诺的材料没有按期补交', '承諾的材料沒有按期補交', 'the promised papers did not come in time'),
};

export const SOON_WORDS: Record<WarnedDuty, Names> = {
  telling: say('已作决定，尚未告知居民', '已作決定，尚未告知居民', 'the resident has still to be told of the decision'),
  deemed: say(
    '材料已齐尚未答复，逾期视为受理',
    '材料已齊尚未答覆，逾期視為受理',
    'all papers are there; unless you answer it counts as accepted',
  ),
};

/** Whose answer is waited for: the reader's, somebody's who is away, or one from outside, which the handler writes down (C2). */
export function answererWords(absent: string | null, isOutside: boolean): Names {
  return isOutside ? say('外单位', '外單位', 'somebody outside') : offeredWords(absent);
}

export const BACK_WORDS = {
  lapsed: say('转办没有人接受，已退回', '轉辦沒有人接受，已退回', 'the offer was not answered and went back'),
  declined: say('转办被退回', '轉辦被退回', 'the offer was declined'),
  nobody: say(
    '转办的窗口已无人可接，已退回',
    '轉辦的窗口已無人可接，已退回',
    'nobody of the counters asked is left, and the offer went back',
  ),
};

/** C2: of which its first contact is told; of several at once the last. */
export const STEP_WORDS = {
  'helper-entered': say('登记了代办人', '登記了代辦人', 'a helper was entered'),
  'helper-changed': say('代办有更改', '代辦有更改', 'what the helper may do was changed'),
  'helper-ended': say('代办已结束', '代辦已結束', 'the helper’s time ended'),
  'case-resumed': say('在窗口继续办理', '在窗口繼續辦理', 'taken up again at a counter'),
  'case-accepted': say('已受理', '已受理', 'accepted'),
  'case-escalated': say('归属不清，已提请值班长', '歸屬不清，已提請值班長', 'referred to the supervisor'),
  'escalation-answered': say('归属已明确', '歸屬已明確', 'the supervisor said whose it is'),
  'notice-given': say('已一次性告知', '已一次性告知', 'a notice was given'),
  'materials-received': say('收到补交的材料', '收到補交的材料', 'papers were handed in'),
  'notice-taken-back': say('告知书已收回', '告知書已收回', 'the notice was taken back'),
  'notice-unanswered': say('逾期未补材料', '逾期未補材料', 'the notice was not answered'),
  'case-revived': say('恢复办理', '恢復辦理', 'taken up again'),
  'case-paused': say('期限暂停', '期限暫停', 'its clock stands still'),
  'pause-ended': say('暂停结束', '暫停結束', 'its clock runs again'),
  'case-extended': say('期限延长', '期限延長', 'its limit was extended'),
  'day-moved': say('告知过的日期有变动', '告知過的日期有變動', 'a day that was told is another one'),
  'overdue-explained': say('已说明超期原因', '已說明超期原因', 'the delay was explained'),
  'handover-accepted': say('已换经办人', '已換經辦人', 'it has another handler'),
  'case-reassigned': say('已换经办人', '已換經辦人', 'it has another handler'),
  'refusal-proposed': say('拟不予办理，待复核', '擬不予辦理，待複核', 'a refusal is proposed'),
  'refusal-sent-back': say('拟不予办理被退回', '擬不予辦理被退回', 'the proposed refusal was sent back'),
  'refusal-taken-back': say('拟不予办理已撤回', '擬不予辦理已撤回', 'the proposed refusal was taken back'),
  'case-decided': say('已作出决定', '已作出決定', 'decided'),
  'outcome-corrected': say('决定已更正', '決定已更正', 'the decision was corrected'),
  'ending-corrected': say('结果已更正', '結果已更正', 'its outcome was corrected'),
  'resident-told': say('已联系居民告知结果', '已聯絡居民告知結果', 'the resident was told, or tried'),
  'inquiry-received': say('居民提出询问', '居民提出詢問', 'the resident asks something'),
  'inquiry-answered': say('居民的询问已答复', '居民的詢問已答覆', 'the resident’s question was answered'),
  'case-closed': say('已结束', '已結束', 'it is over'),
} as const satisfies Partial<Record<CaseStepKind, Names>>;

export function isTold(kind: CaseStepKind): kind is keyof typeof STEP_WORDS {
  return kind in STEP_WORDS;
}
