/** Every reason for which a command can be refused: HTTP status and a sentence in three languages (A3). */
import { inLanguage, LANGUAGES, type Language, type Names } from './ids.ts';
import { faultSentence } from './typed/faults.ts';

const refusal = (http: number, hans: string, hant: string, en: string) => ({
  http,
  sentence: { 'zh-Hans': hans, 'zh-Hant': hant, en } satisfies Names,
});

export const REFUSALS = {
  // tickets
  'hall-closed': refusal(409, '大厅现在未开放。', '大廳現在未開放。', 'The hall is not open now.'),
  'queue-closed': refusal(
    409,
    '该类事项现在停止取号。',
    '該類事項現在停止取號。',
    'Tickets for this matter group are not issued now.',
  ),
  'contact-missing': refusal(
    409,
    '请先填写自己的手机号码，再选择要收的短信。',
    '請先填寫自己的手機號碼，再選擇要收的短信。',
    'Enter your own mobile number first, then choose what is sent to it.',
  ),
  'helper-none': refusal(
    409,
    '这个办件没有登记代办人：请由申请人本人来办，或先登记代办人。',
    '這個辦件沒有登記代辦人：請由申請人本人來辦，或先登記代辦人。',
    'No helper is entered for this case: let the applicant do it, or enter the helper first.',
  ),
  'helper-over': refusal(
    409,
    '代办已于 {day} 结束：请由申请人本人来办，或经申请人同意后重新登记代办人。',
    '代辦已於 {day} 結束：請由申請人本人來辦，或經申請人同意後重新登記代辦人。',
    'This helper’s time ended on {day}: let the applicant do it, or enter the helper anew with the applicant’s word.',
  ),
  'helper-may-not-hand-in': refusal(
    409,
    '代办人没有受托交材料：请由申请人本人来交，或经申请人同意后更改代办范围。',
    '代辦人沒有受託交材料：請由申請人本人來交，或經申請人同意後更改代辦範圍。',
    'This helper may not hand papers in: let the applicant do it, or change what the helper may do with the applicant’s word.',
  ),
  'helper-may-not-be-told': refusal(
    409,
    '代办人没有受托领取结果：请告知申请人本人，或经申请人同意后更改代办范围。',
    '代辦人沒有受託領取結果：請告知申請人本人，或經申請人同意後更改代辦範圍。',
    'This helper may not be told the result: tell the applicant, or change what the helper may do with the applicant’s word.',
  ),
  'helper-may-not-take-back': refusal(
    409,
    '代办人没有受托撤回申请：请由申请人本人撤回，或经申请人同意后更改代办范围。',
    '代辦人沒有受託撤回申請：請由申請人本人撤回，或經申請人同意後更改代辦範圍。',
    'This helper may not take the application back: let the applicant do it, or change what the helper may do with the applicant’s word.',
  ),
  'helper-without-applicant': refusal(
    409,
    '请先登记申请人，再登记代办人。',
    '請先登記申請人，再登記代辦人。',
    'Enter the applicant first, then who comes for them.',
  ),
  'helper-is-applicant': refusal(
    409,
    '代办人和申请人是同一个人，不用登记代办。',
    '代辦人和申請人是同一個人，不用登記代辦。',
    'This is the applicant, who needs no helper.',
  ),
  'helper-day-wrong': refusal(
    422,
    '代办截止日不能早于今天。',
    '代辦截止日不能早於今天。',
    'The helper’s last day is today or later.',
  ),
  'note-unknown': refusal(404, '没有这条提示。', '沒有這條提示。', 'There is no such note.'),
  'note-ticked': refusal(
    409,
    '这条提示已有人处理。',
    '這條提示已有人處理。',
    'Somebody has already seen to this note.',
  ),
  'note-waits': refusal(
    409,
    '这条提示要答复后才会结束，请打开办件答复。',
    '這條提示要答覆後才會結束，請開啟辦件答覆。',
    'This note ends only with its answer; open the case and answer it.',
  ),
  'agency-unknown': refusal(404, '名录里没有这个机构。', '名錄裏沒有這個機構。', 'The directory holds no such agency.'),
  'agency-twice': refusal(
    409,
    '名录里已有同名同址的机构，请修改那一条。',
    '名錄裏已有同名同址的機構，請修改那一條。',
    'The directory holds an agency of this name at this address; edit that one.',
  ),
  'material-may-not-follow': refusal(
    409,
    '这份材料不能容缺后补，请一次性告知。',
    '這份材料不能容缺後補，請一次性告知。',
    'This paper may not follow later; give a notice instead.',
  ),
  'promise-day-wrong': refusal(
    422,
    '补交日期应在今天之后、办结期限之内。',
    '補交日期應在今天之後、辦結期限之內。',
    'The day of the promise is after today and within the time limit.',
  ),
  'promise-open': refusal(
    409,
    '还有 {count} 份承诺补交的材料没有收到，不能准予。',
    '還有 {count} 份承諾補交的材料沒有收到，不能准予。',
    '{count} promised papers were not handed in yet; it cannot be granted without them.',
  ),
  'promised-too-long': refusal(
    422,
    '承诺期限不能长于法定期限；没有法定期限的不设承诺期限。',
    '承諾期限不能長於法定期限；沒有法定期限的不設承諾期限。',
    'The promised limit is no longer than the law’s, and there is none where the law sets none.',
  ),
  'code-twice': refusal(
    422,
    '这个事项编码在文件里出现了两次。',
    '這個事項編碼在檔案裏出現了兩次。',
    'This code stands in the file twice.',
  ),
  'group-unknown': refusal(
    422,
    '没有这个事项类别，请从大厅的类别中选：{groups}。',
    '沒有這個事項類別，請從大廳的類別中選：{groups}。',
    'There is no such group of matters; choose one of the hall’s: {groups}.',
  ),
  'import-refused': refusal(
    409,
    '文件里有 {count} 行不能收入，一行也没有保存；请改好后重新选择文件。',
    '文件裏有 {count} 行不能收入，一行也沒有儲存；請改好後重新選擇文件。',
    'Of this file {count} rows are refused, and none was saved; put them right and choose the file again.',
  ),
  'standing-missing': refusal(
    409,
    '请先填写该事项的设立依据：是否在公布的指导目录内，或由哪一文号批准。',
    '請先填寫該事項的設立依據：是否在公佈的指導目錄內，或由哪一文號批准。',
    'Say first on what this matter stands: the published guidance catalogue, or which approval.',
  ),
  'entrustment-missing': refusal(
    409,
    '委托办理的事项须先填写委托书、委托部门、期限和经费。',
    '委託辦理的事項須先填寫委託書、委託部門、期限和經費。',
    'Of an entrusted matter enter first its letter, department, period and funding.',
  ),
  'approval-not-begun': refusal(
    409,
    '批准日期还没有到，到那天再提供。',
    '批准日期還沒有到，到那天再提供。',
    'Its approval is dated in the future; offer it from that day on.',
  ),
  'entrustment-not-begun': refusal(
    409,
    '委托期限还没有开始，开始那天再提供。',
    '委託期限還沒有開始，開始那天再提供。',
    'Its entrustment has not begun; offer it from its first day on.',
  ),
  'entrustment-over': refusal(
    409,
    '委托期限已满；续签后填写新的期限再提供。',
    '委託期限已滿；續簽後填寫新的期限再提供。',
    'Its entrustment is over; enter the new period before it is offered again.',
  ),
  'account-not-here': refusal(
    404,
    '大厅没有账号“{account}”，或者他已不办件。请改成现有账号，或留空。',
    '大廳沒有帳號「{account}」，或者他已不辦件。請改成現有帳號，或留空。',
    'No account “{account}” handles cases in this hall. Write one that does, or leave it empty.',
  ),
  'matter-twice': refusal(
    409,
    '目录里已有同名事项，请修改那一项，或换一个名称。',
    '目錄裏已有同名事項，請修改那一項，或換一個名稱。',
    'The catalogue holds a matter of this name; edit that one, or choose another name.',
  ),
  'matter-unknown': refusal(404, '没有这个事项。', '沒有這個事項。', 'There is no such matter.'),
  'received-on-wrong': refusal(
    409,
    '收件日期须在今天或之前 {count} 天以内。',
    '收件日期須在今天或之前 {count} 天以內。',
    'The day of receipt is today or at most {count} days ago.',
  ),
  'taken-already': refusal(
    409,
    '这件来件已登记，见 {number}。',
    '這件來件已登記，見 {number}。',
    'This was taken already; see {number}.',
  ),
  'matter-not-offered': refusal(
    409,
    '本大厅现在不办理该事项。',
    '本大廳現在不辦理該事項。',
    'The hall does not offer this matter now.',
  ),
  'ticket-unknown': refusal(404, '没有这张号票。', '沒有這張號票。', 'There is no such ticket.'),
  'ticket-not-waiting': refusal(
    409,
    '号票 {number} 不在等候中。',
    '號票 {number} 不在等候中。',
    'Ticket {number} is not waiting.',
  ),
  'ticket-not-called': refusal(
    409,
    '号票 {number} 未被叫号。',
    '號票 {number} 未被叫號。',
    'Ticket {number} is not called.',
  ),
  'ticket-not-serving': refusal(
    409,
    '号票 {number} 未在办理。',
    '號票 {number} 未在辦理。',
    'Ticket {number} is not being served.',
  ),
  'ticket-not-at-counter': refusal(
    409,
    '号票 {number} 不在窗口。',
    '號票 {number} 不在窗口。',
    'Ticket {number} is not at a counter.',
  ),
  'ticket-not-away': refusal(
    409,
    '号票 {number} 未暂离。',
    '號票 {number} 未暫離。',
    'Ticket {number} has not stepped away.',
  ),
  'ticket-not-missed': refusal(
    409,
    '号票 {number} 未过号。',
    '號票 {number} 未過號。',
    'Ticket {number} was not missed.',
  ),
  'report-period-wrong': refusal(
    422,
    '请选择起止日期：起始日不晚于截止日，最长 {count} 天。',
    '請選擇起止日期：起始日不晚於截止日，最長 {count} 天。',
    'Choose a first day that is not after the last one, and at most {count} days.',
  ),
  'nothing-to-undo': refusal(
    409,
    '没有可以撤销的操作：只能撤销这张号票刚刚的办结、完成、过号或取消。',
    '沒有可以撤銷的操作：只能撤銷這張號票剛剛的辦結、完成、過號或取消。',
    'There is nothing to undo: only the last conclusion, finish, no-show or withdrawal of a ticket can be.',
  ),
  'undo-too-late': refusal(
    409,
    '已超过 {seconds} 秒，不能撤销；请改办后续手续。',
    '已超過 {seconds} 秒，不能撤銷；請改辦後續手續。',
    'The {seconds} seconds for undoing are over; go on from where it stands now.',
  ),
  'undo-not-yours': refusal(
    409,
    '只有刚才操作的人可以撤销。',
    '只有剛才操作的人可以撤銷。',
    'Only whoever did it can undo it.',
  ),
  'undo-told': refusal(
    409,
    '居民已经得知（已打印单据，或窗口已叫下一位），不能撤销；请改办后续手续。',
    '居民已經得知（已列印單據，或窗口已叫下一位），不能撤銷；請改辦後續手續。',
    'Somebody was told already (a paper was printed, or this counter called again), so it stays; go on from where it stands.',
  ),
  'paper-printed': refusal(
    409,
    '这张单据的原件已经打印过，再打印的都会注明补打。',
    '這張單據的原件已經列印過，再列印的都會註明補印。',
    'The original of this paper was printed already: whatever is printed now says that it was printed again.',
  ),
  'ticket-over': refusal(409, '号票 {number} 已结束。', '號票 {number} 已結束。', 'Ticket {number} is over.'),
  'ticket-elsewhere': refusal(
    409,
    '号票 {number} 在 {counter} 号窗口。',
    '號票 {number} 在 {counter} 號窗口。',
    'Ticket {number} is at counter {counter}.',
  ),
  'call-too-soon': refusal(
    409,
    '请在 {seconds} 秒后再重呼。',
    '請在 {seconds} 秒後再重呼。',
    'Call again in {seconds} seconds.',
  ),
  'call-limit-reached': refusal(
    409,
    '已呼叫 {limit} 次，请作过号处理。',
    '已呼叫 {limit} 次，請作過號處理。',
    'Called {limit} times already: mark it as a no-show.',
  ),
  'rejoin-too-late': refusal(
    409,
    '过号已超过 {minutes} 分钟，请重新取号。',
    '過號已超過 {minutes} 分鐘，請重新取號。',
    'Missed more than {minutes} minutes ago: please take a new ticket.',
  ),
  'nobody-to-let-pass': refusal(
    409,
    '后面没有可以先行的人。',
    '後面沒有可以先行的人。',
    'There is nobody behind to let pass.',
  ),
  'nobody-waiting': refusal(409, '现在没有人等候。', '現在沒有人等候。', 'Nobody is waiting.'),
  'matters-unconcluded': refusal(
    409,
    '还有 {count} 个事项没有结论。',
    '還有 {count} 個事項沒有結論。',
    '{count} matters have no conclusion yet.',
  ),
  'nothing-remains': refusal(409, '没有剩余事项。', '沒有剩餘事項。', 'No matter remains.'),
  'matter-not-here': refusal(
    409,
    '本窗口不办理该事项。',
    '本窗口不辦理該事項。',
    'This counter does not handle that matter.',
  ),
  'too-many-matters': refusal(
    409,
    '一张号票最多办 {count} 件事项，其余请另取号。',
    '一張號票最多辦 {count} 件事項，其餘請另取號。',
    'One number carries {count} matters at most; please take another for the rest.',
  ),
  'matter-already-chosen': refusal(400, '事项重复。', '事項重複。', 'The same matter was chosen twice.'),
  // counters
  'counter-unknown': refusal(404, '没有这个窗口。', '沒有這個窗口。', 'There is no such counter.'),
  'counter-busy': refusal(
    409,
    '{counter} 号窗口还有号票 {number}。',
    '{counter} 號窗口還有號票 {number}。',
    'Counter {counter} still has ticket {number}.',
  ),
  'counter-needed': refusal(
    409,
    '不能保存：{opening} 的开放时段只有 {counter} 号窗口办理 {group} 类事项（共涉及 {openings} 个开放时段、{bookings} 个预约）。请先在这些时段的其他窗口加上 {group} 类，或取消这些开放时段。',
    '不能儲存：{opening} 的開放時段只有 {counter} 號窗口辦理 {group} 類事項（共涉及 {openings} 個開放時段、{bookings} 個預約）。請先在這些時段的其他窗口加上 {group} 類，或取消這些開放時段。',
    'Not saved: in the opening of {opening} only counter {counter} serves group {group} (openings: {openings}, bookings: {bookings}). First let another counter of these openings serve group {group}, or cancel them.',
  ),
  'counter-out-of-use': refusal(
    409,
    '{counter} 号窗口已停用，不能安排。请另选窗口，或先启用该窗口。',
    '{counter} 號窗口已停用，不能安排。請另選窗口，或先啟用該窗口。',
    'Counter {counter} is out of use: choose another, or put it in use first.',
  ),
  'counters-not-of-group': refusal(
    409,
    '不能保存：所选窗口中有停用的，或不办理 {group} 类事项的。请改选办理该类的窗口（{counters}）；不选则该类的窗口都办理。',
    '不能儲存：所選窗口中有停用的，或不辦理 {group} 類事項的。請改選辦理該類的窗口（{counters}）；不選則該類的窗口都辦理。',
    'Not saved: one of these counters is out of use or does not serve group {group}. Choose counters of the group ({counters}), or none: then all of them do it.',
  ),
  'counters-leave-booked': refusal(
    409,
    '不能保存：{opening} 的开放时段没有所选窗口，而该事项已有 {bookings} 个预约。请加选该时段的窗口，或先取消这些预约。',
    '不能儲存：{opening} 的開放時段沒有所選窗口，而該事項已有 {bookings} 個預約。請加選該時段的窗口，或先取消這些預約。',
    'Not saved: the opening of {opening} has none of these counters, and {bookings} are booked there for this matter. Add a counter of that opening, or cancel those bookings first.',
  ),
  'counter-leaves-booked': refusal(
    409,
    '不能保存：“{matter}”指定了 {counter} 号窗口，而 {opening} 的开放时段没有该窗口，已有 {bookings} 个预约。请先在该事项里加选该时段的窗口，或先取消这些预约。',
    '不能儲存：「{matter}」指定了 {counter} 號窗口，而 {opening} 的開放時段沒有該窗口，已有 {bookings} 個預約。請先在該事項裡加選該時段的窗口，或先取消這些預約。',
    'Not saved: “{matter}” names counter {counter}, which the opening of {opening} does not have, and {bookings} are booked there. First add a counter of that opening to the matter, or cancel those bookings.',
  ),
  'counters-leave-waiting': refusal(
    409,
    '不能保存：“{matter}”还有 {waiting} 人在等（{numbers}），他们等候的那天没有一个开放时段有所选窗口，保存后就没人叫他们了。请加选那天开放的窗口，或等他们办完再改。',
    '不能儲存：「{matter}」還有 {waiting} 人在等（{numbers}），他們等候的那天沒有一個開放時段有所選窗口，儲存後就沒人叫他們了。請加選那天開放的窗口，或等他們辦完再改。',
    'Not saved: {waiting} wait for “{matter}” ({numbers}), and no opening of their day has one of these counters: nobody would call them. Add a counter that is open on that day, or wait until they are served.',
  ),
  'counter-leaves-waiting': refusal(
    409,
    '不能保存：{waiting} 人在等“{matter}”等事项（{numbers}）。{counter} 号窗口这样改后，他们等候的那天没有窗口能叫他们。请先在该事项里加选那天开放的窗口，或等他们办完再改。',
    '不能儲存：{waiting} 人在等「{matter}」等事項（{numbers}）。{counter} 號窗口這樣改後，他們等候的那天沒有窗口能叫他們。請先在該事項裡加選那天開放的窗口，或等他們辦完再改。',
    'Not saved: {waiting} wait for “{matter}” or another matter ({numbers}). With counter {counter} like this no counter of their day may call them. First add a counter that is open on that day to the matter, or wait until they are served.',
  ),
  'counter-named': refusal(
    409,
    '不能保存：{opening} 的开放时段只有 {counter} 号窗口办理“{matter}”（共涉及 {openings} 个开放时段、{bookings} 个预约）。请先在该事项里加选这些时段的其他窗口。',
    '不能儲存：{opening} 的開放時段只有 {counter} 號窗口辦理「{matter}」（共涉及 {openings} 個開放時段、{bookings} 個預約）。請先在該事項裡加選這些時段的其他窗口。',
    'Not saved: in the opening of {opening} only counter {counter} does “{matter}” (openings: {openings}, bookings: {bookings}). First add another counter of these openings to the matter.',
  ),
  'group-unserved': refusal(
    409,
    '所选窗口都不办理 {group} 类事项。请加选办理该类的窗口，或去掉该类。',
    '所選窗口都不辦理 {group} 類事項。請加選辦理該類的窗口，或去掉該類。',
    'None of these counters serves group {group}: add one that does, or leave the group out.',
  ),
  'counter-not-open': refusal(409, '窗口未开放。', '窗口未開放。', 'The counter is not open.'),
  'counter-closing': refusal(
    409,
    '开放时段已结束，不再叫号；办完手上的号票，本窗口自动关闭。',
    '開放時段已結束，不再叫號；辦完手上的號票，本窗口自動關閉。',
    'The opening is over, so nobody new is called; the counter closes by itself when this ticket is finished.',
  ),
  'counter-free': refusal(
    409,
    '{counter} 号窗口没有号票。',
    '{counter} 號窗口沒有號票。',
    'Counter {counter} has no ticket.',
  ),
  'counter-already-open': refusal(409, '窗口已开放。', '窗口已開放。', 'The counter is already open.'),
  'counter-taken': refusal(409, '{clerk} 已在该窗口。', '{clerk} 已在該窗口。', '{clerk} is already at that counter.'),
  'clerk-elsewhere': refusal(
    409,
    '您已在 {counter} 号窗口，请先关闭。',
    '您已在 {counter} 號窗口，請先關閉。',
    'You are at counter {counter}; close it first.',
  ),
  'clerk-not-here': refusal(409, '您不在这个窗口。', '您不在這個窗口。', 'You are not at this counter.'),
  // cases
  'case-unknown': refusal(404, '没有这个办件。', '沒有這個辦件。', 'There is no such case.'),
  'receipt-unknown': refusal(
    404,
    '受理编号与电话后四位不符，或办理时没有留电话。请扫回执上的二维码，或到窗口查询。',
    '受理編號與電話後四位不符，或辦理時沒有留電話。請掃回執上的二維碼，或到窗口查詢。',
    'Receipt number and last four digits do not belong together, or no telephone was given. Scan the receipt’s QR code, or ask at a counter.',
  ),
  'case-not-open': refusal(
    409,
    '该办件不在窗口办理中。',
    '該辦件不在窗口辦理中。',
    'The case is not open at a counter.',
  ),
  'case-not-noticed': refusal(
    409,
    '该办件没有待补的材料。',
    '該辦件沒有待補的材料。',
    'Nothing is missing for that case.',
  ),
  'linked-already': refusal(
    409,
    '已有关联办件 {number} 正在办理，请在那一件里继续。',
    '已有關聯辦件 {number} 正在辦理，請在那一件裏繼續。',
    'The linked case {number} is going on; go on there.',
  ),
  'case-revivable': refusal(
    409,
    '该办件还可以按告知书 {number} 恢复办理：请先恢复，再收材料。',
    '該辦件還可以按告知書 {number} 恢復辦理：請先恢復，再收材料。',
    'That case can still be taken up again under notice {number}: do that first, then take the papers.',
  ),
  'late-papers-none': refusal(
    409,
    '请勾选或写明收到了什么材料。',
    '請勾選或寫明收到了什麼材料。',
    'Tick or write what papers came.',
  ),
  'late-papers-unknown': refusal(404, '没有这份收件单。', '沒有這份收件單。', 'There is no receipt of that number.'),
  'late-papers-answered': refusal(
    409,
    '这份材料已经答复居民。',
    '這份材料已經答覆居民。',
    'The resident has had an answer about those papers.',
  ),
  'late-papers-not-yours': refusal(
    403,
    '只有负责答复的人或值班长可以答复。',
    '只有負責答覆的人或值班長可以答覆。',
    'Whoever is to answer about those papers, or a supervisor, answers.',
  ),
  'late-papers-not-linked': refusal(
    409,
    '收到材料后还没有另立关联办件：请先另立，再这样答复。',
    '收到材料後還沒有另立關聯辦件：請先另立，再這樣答覆。',
    'No linked case was opened since those papers came: open it first, then answer so.',
  ),
  'late-papers-not-corrected': refusal(
    409,
    '收到材料后决定没有更正：请先更正，再这样答复。',
    '收到材料後決定沒有更正：請先更正，再這樣答覆。',
    'The decision was not corrected since those papers came: correct it first, then answer so.',
  ),
  'case-not-over': refusal(409, '该办件还没有结束。', '該辦件還沒有結束。', 'That case is not over.'),
  'case-not-decided': refusal(409, '该办件还没有作出决定。', '該辦件還沒有作出決定。', 'That case is not decided yet.'),
  'inquiries-open': refusal(
    409,
    '已有 {count} 个问题等待答复，请等工作人员答复后再问。',
    '已有 {count} 個問題等待答覆，請等工作人員答覆後再問。',
    '{count} questions wait for an answer; please wait until one is answered.',
  ),
  'inquiry-unknown': refusal(404, '没有这个问题。', '沒有這個問題。', 'There is no such question.'),
  'inquiry-answered': refusal(409, '这个问题已经答复。', '這個問題已經答覆。', 'That question was answered already.'),
  'question-day': refusal(
    409,
    '答复日期须从明天起、{count} 天之内。',
    '答覆日期須從明天起、{count} 天之內。',
    'The day of the answer is tomorrow at the earliest, and within {count} days.',
  ),
  'questions-open': refusal(
    409,
    '已有 {count} 个征询等待答复，请先处理。',
    '已有 {count} 個徵詢等待答覆，請先處理。',
    '{count} asks wait for their answers; deal with those first.',
  ),
  'question-to-oneself': refusal(409, '请选择另一位同事。', '請選擇另一位同事。', 'Ask somebody else.'),
  'question-not-yours': refusal(
    403,
    '只有被征询的人可以答复；外部征询由经办人记录答复。',
    '只有被徵詢的人可以答覆；外部徵詢由經辦人記錄答覆。',
    'Only the clerk who was asked answers it; an answer from outside is written down by the handler.',
  ),
  'materials-missing': refusal(
    409,
    '还缺 {count} 项材料。',
    '還缺 {count} 項材料。',
    '{count} items are still missing.',
  ),
  'material-received-already': refusal(
    409,
    '该材料已经收下，不能再要。',
    '該材料已經收下，不能再要。',
    'That item was handed in already, and cannot be asked for again.',
  ),
  'material-not-asked': refusal(
    409,
    '告知书没有列出该材料。',
    '告知書沒有列出該材料。',
    'The notice does not ask for that item.',
  ),
  'notice-given-already': refusal(
    409,
    '已发出告知书 {number}，不能再次要求补正；确有必要时由值班长说明理由后发出。',
    '已發出告知書 {number}，不能再次要求補正；確有必要時由值班長說明理由後發出。',
    'Notice {number} was given already; only a supervisor may ask for more, with a reason.',
  ),
  'signature-missing': refusal(
    409,
    '领取结果须签收：请登记签收人姓名和证件后四位。',
    '領取結果須簽收：請登記簽收人姓名和證件後四位。',
    'Whoever collects the result signs for it: enter the name and the last four of the document.',
  ),
  'signature-of-nobody': refusal(
    409,
    '只有当面告知、领取或送达才有签收，请改选方式或去掉签收人。',
    '只有當面告知、領取或送達才有簽收，請改選方式或去掉簽收人。',
    'Only who stands there signs: choose another way, or leave out the signature.',
  ),
  'nobody-to-ring': refusal(
    409,
    '本件没有待电话告知的事，请刷新后再看。',
    '本件沒有待電話告知的事，請重新整理後再看。',
    'Nobody is waiting for a call about this case; please look again.',
  ),
  'applicant-missing': refusal(
    409,
    '本事项须登记申请人及其证件号码，请先登记申请人。',
    '本事項須登記申請人及其證件號碼，請先登記申請人。',
    'This matter keeps who applies, with the number of a document: please enter the applicant first.',
  ),
  'nobody-to-reach': refusal(
    409,
    '没有登记申请人的电话：转引被退回时无人可以告知。请先登记，或者确认居民知道须自己来电询问。',
    '沒有登記申請人的電話：轉引被退回時無人可以告知。請先登記，或者確認居民知道須自己來電詢問。',
    'No telephone of the applicant is entered, so nobody can be told if this is ours after all: enter one, or confirm that the resident knows to ask.',
  ),
  'telling-missing': refusal(
    409,
    '还没有人知道这个答复：请选择是怎样告知的（电子邮件、邮寄……），或者先登记申请人及其电话。',
    '還沒有人知道這個答覆：請選擇是怎樣告知的（電子郵件、郵寄……），或者先登記申請人及其電話。',
    'Nobody knows of this answer yet: say how it was given (e-mail, post …), or enter the applicant with a telephone first.',
  ),
  'wish-untold': refusal(
    409,
    '没有登记申请人：请选择撤回是怎样知道的（来电、来信……），这就是居民已知情的凭据。',
    '沒有登記申請人：請選擇撤回是怎樣知道的（來電、來信……），這就是居民已知情的憑據。',
    'Nobody is entered: say how the resident took it back (by telephone, letter …), which shows that it is known.',
  ),
  'mistake-not-yours': refusal(
    409,
    '登记错误由登记的人在一天内改正；以后请主管改正，或者选择是怎样告知的。',
    '登記錯誤由登記的人在一天內改正；以後請主管改正，或者選擇是怎樣告知的。',
    'Whoever entered it by mistake puts it right within a day. Ask a supervisor, or say how its sender was told.',
  ),
  'document-missing': refusal(
    409,
    '本事项须登记申请人的证件号码，请先补登证件号码。',
    '本事項須登記申請人的證件號碼，請先補登證件號碼。',
    'This matter keeps the number of the applicant’s identity document: please enter that number first.',
  ),
  'notice-of-same-person': refusal(
    409,
    '申请人同一事项已有告知书 {number}，当时能要求的不能再要求；确有必要（如为另一名子女申办）请值班长在本件上放行并写明理由。',
    '申請人同一事項已有告知書 {number}，當時能要求的不能再要求；確有必要（如為另一名子女申辦）請值班長在本件上放行並寫明理由。',
    'The applicant has notice {number} of this matter already, which could have asked for this; if it must be (as for another child), ask a supervisor to let it pass on this case with a reason.',
  ),
  'revival-too-late': refusal(
    409,
    '恢复办理的期限已过，请重新申请。',
    '恢復辦理的期限已過，請重新申請。',
    'It is too late to take that case up again: please apply anew.',
  ),
  'not-escalated': refusal(
    409,
    '该办件没有待答复的归属问题。',
    '該辦件沒有待答覆的歸屬問題。',
    'That case does not wait for a supervisor’s answer.',
  ),
  'not-overdue': refusal(409, '该办件没有超期。', '該辦件沒有超期。', 'That case is not overdue.'),
  'case-without-limit': refusal(
    409,
    '该办件没有可以暂停或延长的期限。',
    '該辦件沒有可以暫停或延長的期限。',
    'That case has no limit that could be paused or extended.',
  ),
  'pause-applicant-again': refusal(
    409,
    '等待申请人只能暂停一次：需要的应当一次说全。',
    '等待申請人只能暫停一次：需要的應當一次說全。',
    'The clock waits for the applicant once: all that is needed is said at once.',
  ),
  'pause-not-named': refusal(
    409,
    '该事项没有写明这种情形的依据，期限不能因此暂停；请管理员在事项里写明。',
    '該事項沒有寫明這種情形的依據，期限不能因此暫停；請管理員在事項裏寫明。',
    'The matter names no basis for this, so the clock does not stand still for it; an administrator can name one.',
  ),
  'pause-basis-missing': refusal(409, '请写明暂停的依据。', '請寫明暫停的依據。', 'Write the basis of the pause.'),
  'deadline-over': refusal(
    409,
    '办结期限已过，不能再暂停或延长。',
    '辦結期限已過，不能再暫停或延長。',
    'The limit is over: it can no longer be paused or extended.',
  ),
  'pause-over': refusal(409, '该暂停已经结束。', '該暫停已經結束。', 'That pause is over.'),
  'extended-already': refusal(
    409,
    '该办件已经延长过一次。',
    '該辦件已經延長過一次。',
    'That case was extended once already.',
  ),
  'extension-none': refusal(
    409,
    '目录规定该事项的期限不能延长。请按期办结，或写明逾期原因。',
    '目錄規定該事項的期限不能延長。請按期辦結，或寫明逾期原因。',
    'The catalogue lets no limit of this matter be extended. Decide it in time, or explain the delay.',
  ),
  'extension-too-long': refusal(
    409,
    '最多延长 {days} 个工作日。',
    '最多延長 {days} 個工作日。',
    'It may be extended by {days} working days at the most.',
  ),
  'case-not-accepted': refusal(409, '该办件尚未受理。', '該辦件尚未受理。', 'The case has not been accepted.'),
  'case-over': refusal(409, '该办件已办结。', '該辦件已辦結。', 'The case is closed.'),
  'not-handler': refusal(403, '只有经办人可以这样做。', '只有經辦人可以這樣做。', 'Only the handler may do this.'),
  'refusal-proposed': refusal(
    409,
    '该办件已提出不予办理，待值班长审定；如需改变，请先撤回意见。',
    '該辦件已提出不予辦理，待值班長審定；如需改變，請先撤回意見。',
    'A refusal is proposed and waits for a supervisor; take it back first.',
  ),
  'refusal-not-proposed': refusal(
    409,
    '该办件没有待审定的不予办理意见。',
    '該辦件沒有待審定的不予辦理意見。',
    'No refusal of this case waits to be confirmed.',
  ),
  'own-proposal': refusal(
    403,
    '不予办理须由提出人以外的值班长审定。',
    '不予辦理須由提出人以外的值班長審定。',
    'A refusal is confirmed or sent back by another supervisor than who proposed it.',
  ),
  'corrected-by-decision': refusal(
    409,
    '本件已作出决定，只能更正为准予、不予或续办。',
    '本件已作出決定，只能更正為准予、不予或續辦。',
    'It was decided: correct it to granted, to refused, or to “goes on”.',
  ),
  'corrected-by-ending': refusal(
    409,
    '本件没有作出过决定。请先更正为“续办”，再在续办的那一件里决定。',
    '本件沒有作出過決定。請先更正為「續辦」，再在續辦的那一件裏決定。',
    'It was never decided. Correct it to “goes on” first, then decide the case that goes on.',
  ),
  'corrected-already': refusal(
    409,
    '结果已更正，事项在 {number} 续办，请在那一件里继续。',
    '結果已更正，事項在 {number} 續辦，請在那一件裏繼續。',
    'It was corrected already and goes on as {number}; go on there.',
  ),
  'own-decision': refusal(
    403,
    '结果须由另一位值班长更正：提出和审定原结果的人都不能更正。没有另一位值班长的，请管理员指定一位。',
    '結果須由另一位值班長更正：提出和審定原結果的人都不能更正。沒有另一位值班長的，請管理員指定一位。',
    'Another supervisor corrects it: neither who proposed nor who confirmed it may. If there is none, ask an administrator to make somebody one.',
  ),
  'correction-changes-nothing': refusal(
    409,
    '结果、理由、依据和去处都与原文书一样，没有更正任何内容。请改正有误的那一项：理由、依据或去处。',
    '結果、理由、依據和去處都與原文書一樣，沒有更正任何內容。請改正有誤的那一項：理由、依據或去處。',
    'Outcome, reason, basis and place are as on the paper before, so nothing is corrected. Change what is wrong: the reason, the basis or the place.',
  ),
  'reason-too-thin': refusal(
    400,
    '请写明事实和依据，至少 10 个字（标点不计）。',
    '請寫明事實和依據，至少 10 個字（標點不計）。',
    'State the facts and the basis, with at least 10 letters besides punctuation.',
  ),
  'reason-missing': refusal(400, '请写明原因。', '請寫明原因。', 'Say why.'),
  'material-not-in-catalogue': refusal(
    400,
    '所缺材料不在指导目录中。',
    '所缺材料不在指導目錄中。',
    'That material is not in the catalogue.',
  ),
  'picture-unknown': refusal(
    400,
    '请选择 PNG 或 JPEG 图片，边长不超过 8000 像素。',
    '請選擇 PNG 或 JPEG 圖片，邊長不超過 8000 像素。',
    'Choose a PNG or JPEG picture with sides of at most 8000 pixels.',
  ),
  'picture-missing': refusal(
    409,
    '样例图片没有传到。请重新选择文件再导入。',
    '樣例圖片沒有傳到。請重新選擇檔案再匯入。',
    'A picture of a sample has not arrived. Choose the file again.',
  ),
  'picture-too-large': refusal(
    413,
    '图片太大，请缩小到 {most} KB 以内再上传。',
    '圖片太大，請縮小到 {most} KB 以內再上傳。',
    'The picture is too large: make it smaller than {most} KB.',
  ),
  'offer-open': refusal(409, '转办尚未答复。', '轉辦尚未答覆。', 'A handover is still unanswered.'),
  'offer-unknown': refusal(409, '没有待答复的转办。', '沒有待答覆的轉辦。', 'There is no such open handover.'),
  'offer-taken': refusal(
    409,
    '同组的同事已经接办，这个转办不用再答复。',
    '同組的同事已經接辦，這個轉辦不用再答覆。',
    'A colleague of the group has accepted it already: nothing is left to answer.',
  ),
  'group-empty': refusal(
    409,
    '{group} 类窗口现在没有人可以接办，请转给个人或其他窗口组。',
    '{group} 類窗口現在沒有人可以接辦，請轉給個人或其他窗口組。',
    'Nobody of group {group} is there to accept it: offer it to somebody, or to another group.',
  ),
  'not-receiver': refusal(403, '这个转办不是给您的。', '這個轉辦不是給您的。', 'This handover is not for you.'),
  'clerk-unknown': refusal(404, '没有这位窗口人员。', '沒有這位窗口人員。', 'There is no such clerk.'),
  'clerk-has-duties': refusal(
    409,
    '不能保存：{name} 名下还有 {cases} 个未办结的办件、{offers} 个待答复的转办、{late} 件办结后未了的事（{numbers}）。请先把它们交接给他人。',
    '不能儲存：{name} 名下還有 {cases} 個未辦結的辦件、{offers} 個待答覆的轉辦、{late} 件辦結後未了的事（{numbers}）。請先把它們交接給他人。',
    'Not saved: {name} still has open cases ({cases}), unanswered handovers ({offers}) and things owed of closed cases ({late}): {numbers}. First give each of them a new owner.',
  ),
  'clerk-has-corrections': refusal(
    409,
    '不能保存：{name} 提出的更正意见还没有审定（{numbers}），改任后不能再更正。请先由另一位值班长撤回，仍须更正的，由其重新提出。',
    '不能儲存：{name} 提出的更正意見還沒有審定（{numbers}），改任後不能再更正。請先由另一位值班長撤回，仍須更正的，由其重新提出。',
    'Not saved: {name} has proposed corrections that are not confirmed ({numbers}), and may correct no more in the new role. First let another supervisor take them back, and propose anew what is still to be corrected.',
  ),
  'duties-changed': refusal(
    409,
    '{name} 名下的办件刚刚有变化，请重新打开后再交接。',
    '{name} 名下的辦件剛剛有變化，請重新打開後再交接。',
    'What {name} answers for has just changed: open the list again.',
  ),
  'same-clerk': refusal(409, '不能转办给自己。', '不能轉辦給自己。', 'You cannot hand a case to yourself.'),
  'clerks-same': refusal(
    409,
    'A 岗和 B 岗不能是同一人。',
    'A 崗和 B 崗不能是同一人。',
    'A and B are two different clerks.',
  ),
  'receiver-away': refusal(
    409,
    '{name} 离岗，现由 {deputy} 顶岗：请转给顶岗人或其他在岗人员。',
    '{name} 離崗，現由 {deputy} 頂崗：請轉給頂崗人或其他在崗人員。',
    '{name} is away, and {deputy} stands in: give it to the deputy or to somebody else who is there.',
  ),
  'absence-unknown': refusal(404, '没有这条离岗登记。', '沒有這條離崗登記。', 'There is no such absence.'),
  'absence-over': refusal(409, '这次离岗已经结束。', '這次離崗已經結束。', 'That absence is over.'),
  'absence-empty': refusal(
    422,
    '返岗时间应晚于离岗时间，且在现在之后，请改正。',
    '返崗時間應晚於離崗時間，且在現在之後，請改正。',
    'The return is after the beginning and after now: please mend the times.',
  ),
  'absence-overlaps': refusal(
    409,
    '{name} 自 {day} 起已登记离岗，请先结束那一条再登记。',
    '{name} 自 {day} 起已登記離崗，請先結束那一條再登記。',
    '{name} is already entered as away from {day} on: end that absence first.',
  ),
  'question-taken-back': refusal(
    409,
    '这条征询已收回，不用再答复。',
    '這條徵詢已收回，不用再答覆。',
    'That question was taken back and needs no answer.',
  ),
  'absence-has-duties': refusal(
    409,
    '离岗未定返岗或超过 {days} 个工作日的，须先交接：{name} 名下还有 {count} 个办件或转办，请先逐件转出，或由值班长一并交接后登记。',
    '離崗未定返崗或超過 {days} 個工作日的，須先交接：{name} 名下還有 {count} 個辦件或轉辦，請先逐件轉出，或由值班長一併交接後登記。',
    'An absence without an end, or of more than {days} working days, begins when nothing is left: {name} still has cases or offers ({count}). Hand each of them over first, or let a supervisor do so with the absence.',
  ),
  'deputy-oneself': refusal(422, '顶岗人不能是本人。', '頂崗人不能是本人。', 'Name somebody else as the deputy.'),
  'positions-both-away': refusal(
    409,
    '{day} 的开放时段里“{matter}”的 A、B 岗会同时离岗（{away}）：请改日期，或由值班长写明原因并指定顶岗人后登记。',
    '{day} 的開放時段裏「{matter}」的 A、B 崗會同時離崗（{away}）：請改日期，或由值班長寫明原因並指定頂崗人後登記。',
    'On {day} A and B of “{matter}” would both be away in one opening ({away}): choose other days, or a supervisor enters it with the reason and a deputy.',
  ),
  'stand-in-needed': refusal(
    409,
    '{day} 的开放时段里“{matter}”的 A、B 岗都离岗：请指定当天在岗的顶岗人。',
    '{day} 的開放時段裏「{matter}」的 A、B 崗都離崗：請指定當天在崗的頂崗人。',
    'On {day} A and B of “{matter}” are both away: name a deputy who is there on that day.',
  ),
  'deputy-needed': refusal(
    409,
    '{day} 的开放时段里“{matter}”的 A、B 岗都离岗，由 {name} 顶岗：请改日期，或由值班长写明原因并指定其他顶岗人后登记。',
    '{day} 的開放時段裏「{matter}」的 A、B 崗都離崗，由 {name} 頂崗：請改日期，或由值班長寫明原因並指定其他頂崗人後登記。',
    'On {day} A and B of “{matter}” are both away and {name} stands in for them: choose other days, or a supervisor enters it with the reason and another deputy.',
  ),
  'leaver-needed': refusal(
    409,
    '{name} 离开后，{day} 的开放时段里“{matter}”没有人在岗（A、B 岗和顶岗人都不在）：请先为该事项换一名当天在岗的人员。',
    '{name} 離開後，{day} 的開放時段裏「{matter}」沒有人在崗（A、B 崗和頂崗人都不在）：請先為該事項換一名當天在崗的人員。',
    'Without {name} nobody of A, B and deputies of “{matter}” is there on {day}: set somebody who is there on that day as its A or B first.',
  ),
  'clerks-both-away': refusal(
    409,
    '{day} 的开放时段里“{matter}”的 A、B 岗会同时离岗（{away}）：请换一名当天在岗的人员。',
    '{day} 的開放時段裏「{matter}」的 A、B 崗會同時離崗（{away}）：請換一名當天在崗的人員。',
    'On {day} A and B of “{matter}” would both be away ({away}): choose somebody who is there on that day.',
  ),
  'matter-both-away': refusal(
    409,
    '{day} 的开放时段里“{matter}”的 A、B 岗都离岗（{away}）：请先为该事项换一名当天在岗的人员，再作此改动。',
    '{day} 的開放時段裏「{matter}」的 A、B 崗都離崗（{away}）：請先為該事項換一名當天在崗的人員，再作此改動。',
    'On {day} A and B of “{matter}” are both away ({away}): set somebody who is there on that day as its A or B first, then change it.',
  ),
  'opening-positions-away': refusal(
    409,
    '{day} 的开放时段里“{matter}”的 A、B 岗（{names}）都离岗：请改日期或先换人，或写明原因后再排。',
    '{day} 的開放時段裏「{matter}」的 A、B 崗（{names}）都離崗：請改日期或先換人，或寫明原因後再排。',
    'On {day} both A and B of “{matter}” ({names}) are away in that opening: choose another day, set somebody else, or say why it is to be.',
  ),
  // openings, slots, appointments
  'opening-unknown': refusal(404, '没有这个开放时段。', '沒有這個開放時段。', 'There is no such opening.'),
  'opening-over': refusal(409, '该开放时段已结束。', '該開放時段已結束。', 'That opening is over.'),
  'opening-overlaps': refusal(
    409,
    '与 {from} 的开放时段重叠。',
    '與 {from} 的開放時段重疊。',
    'It overlaps the opening that begins at {from}.',
  ),
  'opening-empty': refusal(
    400,
    '结束时间必须晚于开始时间。',
    '結束時間必須晚於開始時間。',
    'An opening must end after it begins.',
  ),
  'series-empty': refusal(
    400,
    '在这段日期里，没有一天符合所选的开放日。',
    '在這段日期裡，沒有一天符合所選的開放日。',
    'No day between the first and the last one is among the chosen days.',
  ),
  'opening-past': refusal(400, '日期已过。', '日期已過。', 'That date has passed.'),
  'slot-unknown': refusal(404, '没有这个预约时段。', '沒有這個預約時段。', 'There is no such slot.'),
  'slot-full': refusal(
    409,
    '该时段刚被约满，请另选。',
    '該時段剛被約滿，請另選。',
    'That slot was just taken; please choose another.',
  ),
  'slot-past': refusal(409, '该时段已过。', '該時段已過。', 'That slot has passed.'),
  'appointment-unknown': refusal(404, '没有找到该预约。', '沒有找到該預約。', 'No such appointment was found.'),
  'hold-over': refusal(
    409,
    '保留时间已过，请重新选择。',
    '保留時間已過，請重新選擇。',
    'The hold has run out; please choose again.',
  ),
  'already-booked': refusal(
    409,
    '您已预约该事项；如为他人预约，请填写那个人的姓名。',
    '您已預約該事項；如為他人預約，請填寫那個人的姓名。',
    'You already have an appointment for this matter; to book for somebody else, enter that person’s name.',
  ),
  'cancel-too-late': refusal(
    409,
    '开始前 {hours} 小时内不能取消，请电话联系大厅。',
    '開始前 {hours} 小時內不能取消，請電話聯繫大廳。',
    'It can be cancelled until {hours} hours before; please ring the hall.',
  ),
  'appointment-over': refusal(409, '该预约已结束。', '該預約已結束。', 'That appointment is over.'),
  'check-in-too-early': refusal(
    409,
    '预约是 {day} {time}，请当天签到。',
    '預約是 {day} {time}，請當天簽到。',
    'The appointment is on {day} at {time}; check in on that day.',
  ),
  'full-number-needed': refusal(
    409,
    '后四位多次不符。请输入完整的电话号码或预约码，或扫预约二维码；也可到窗口签到。',
    '後四位多次不符。請輸入完整的電話號碼或預約碼，或掃預約二維碼；也可到窗口簽到。',
    'The last four digits were wrong too often: enter the whole telephone number or the code, scan the booking’s QR code, or check in at a counter.',
  ),
  'telephone-needed': refusal(
    409,
    '请输入完整的电话号码（手机 11 位）签到：预约码和后四位已多次输错，暂不能用；也可到窗口签到。',
    '請輸入完整的電話號碼（手機 11 位）簽到：預約碼和後四位已多次輸錯，暫不能用；也可到窗口簽到。',
    'Enter the whole telephone number (a mobile has 11 digits): codes and last fours were wrong too often. Or check in at a counter.',
  ),
  'whose-needed': refusal(
    409,
    '这个电话有几位预约人，请再输入您的预约码；没有预约码，请到窗口报姓名签到。',
    '這個電話有幾位預約人，請再輸入您的預約碼；沒有預約碼，請到窗口報姓名簽到。',
    'Several people booked with this telephone: enter your code as well. Without it, tell your name at a counter.',
  ),
  'code-ambiguous': refusal(
    409,
    '后四位对应多位预约人，请输入预约码，或到窗口签到。',
    '後四位對應多位預約人，請輸入預約碼，或到窗口簽到。',
    'Several people match; please enter the code, or check in at a counter.',
  ),
  // people who sign in, devices
  'not-signed-in': refusal(401, '请先登录。', '請先登入。', 'Please sign in.'),
  'not-enrolled': refusal(401, '此设备未登记。', '此裝置未登記。', 'This device is not enrolled.'),
  'not-allowed': refusal(403, '您没有这个权限。', '您沒有這個權限。', 'You may not do this.'),
  'sign-in-failed': refusal(401, '账号或密码不对。', '帳號或密碼不對。', 'Wrong account or password.'),
  'session-locked': refusal(
    423,
    '页面已锁定，请输入密码。',
    '頁面已鎖定，請輸入密碼。',
    'This screen is locked: enter your password.',
  ),
  'too-many-tries': refusal(
    429,
    '尝试过多，请在 {minutes} 分钟后再试。',
    '嘗試過多，請在 {minutes} 分鐘後再試。',
    'Too many tries; wait {minutes} minutes.',
  ),
  'sign-in-where-known': refusal(
    429,
    '该账号输错次数过多。请在您登录过的电脑上登录，或请管理员发放新密码。',
    '該帳號輸錯次數過多。請在您登入過的電腦上登入，或請管理員發放新密碼。',
    'Too many wrong passwords for this account: sign in on a computer where you have signed in before, or ask an administrator for a new password.',
  ),
  'password-must-change': refusal(403, '请先更改密码。', '請先更改密碼。', 'Change your password first.'),
  'password-too-weak': refusal(
    400,
    '密码至少 {least} 个字符；可以用一句只有自己知道的话。',
    '密碼至少 {least} 個字元；可以用一句只有自己知道的話。',
    'A password has at least {least} characters: use a sentence that only you know.',
  ),
  'password-guessable': refusal(
    400,
    '这个密码太常见或容易猜到（常用词、键盘顺序、重复、姓名、账号或大厅名称）。请换成几个不相关的词，或一句只有自己知道的话。',
    '這個密碼太常見或容易猜到（常用詞、鍵盤順序、重複、姓名、帳號或大廳名稱）。請換成幾個不相關的詞，或一句只有自己知道的話。',
    'That password is common or easily guessed (a known word, a row of keys, a repetition, a name, the account, the hall): use several words that do not belong together, or a sentence that only you know.',
  ),
  'password-same': refusal(
    400,
    '新密码与当前密码相同，请另选一个。',
    '新密碼與目前密碼相同，請另選一個。',
    'The new password is the present one; choose another.',
  ),
  'account-look-alike': refusal(
    400,
    '账号里的字母“{letters}”容易与别的字母混淆，请改用拉丁字母、汉字或数字。',
    '帳號裡的字母「{letters}」容易與別的字母混淆，請改用拉丁字母、漢字或數字。',
    'The letters “{letters}” in this account look like others: use Latin letters, Chinese characters or digits.',
  ),
  'account-taken': refusal(409, '账号已存在。', '帳號已存在。', 'That account exists already.'),
  'code-invalid': refusal(400, '登记码无效或已过期。', '登記碼無效或已過期。', 'The code is not valid or has expired.'),
  'device-unknown': refusal(404, '没有这个设备。', '沒有這個裝置。', 'There is no such device.'),
  'label-taken': refusal(409, '该名称已被使用。', '該名稱已被使用。', 'That label is taken.'),
  'last-administrator': refusal(
    409,
    '至少要有一位管理员。',
    '至少要有一位管理員。',
    'There must be at least one administrator.',
  ),
  'link-unknown': refusal(404, '链接无效或已过期。', '連結無效或已過期。', 'The link is not valid or has expired.'),
  // every boundary
  'input-invalid': refusal(400, '输入有误：{field}', '輸入有誤：{field}', 'The input is wrong: {field}'),
  'input-too-large': refusal(
    413,
    '内容太大，请分几次提交。',
    '內容太大，請分幾次提交。',
    'That is too much at once: send it in parts.',
  ),
  'pdf-off': refusal(
    404,
    '本大厅没有开通 PDF 下载，请直接打印这张单据。',
    '本大廳沒有開通 PDF 下載，請直接列印這張單據。',
    'This hall makes no PDF files: print the paper itself.',
  ),
  'pdf-failed': refusal(
    503,
    'PDF 没有生成，请稍后再试，或直接打印这张单据。',
    'PDF 沒有產生，請稍後再試，或直接列印這張單據。',
    'The PDF could not be made: try again later, or print the paper itself.',
  ),
  'too-fast': refusal(429, '操作太快，请稍候。', '操作太快，請稍候。', 'Too many requests; wait a moment.'),
  'foreign-origin': refusal(
    403,
    '请求来源不被允许。',
    '請求來源不被允許。',
    'Requests from this origin are not allowed.',
  ),
  'hall-stopped': refusal(
    503,
    '系统暂时不能登记，请到窗口咨询工作人员。',
    '系統暫時不能登記，請到窗口諮詢工作人員。',
    'The hall’s system cannot take anything in now; please ask at a counter.',
  ),
  fault: refusal(
    500,
    '系统出错，没有做任何改动。请重试，或到窗口咨询。',
    '系統出錯，沒有做任何改動。請重試，或到窗口諮詢。',
    'Something went wrong and nothing was changed. Try again, or ask at a counter.',
  ),
  'calendar-year-past': refusal(
    409,
    '{year} 年已经过去，不能再导入。',
    '{year} 年已經過去，不能再匯入。',
    'The year {year} is over and is not imported any more.',
  ),
  'calendar-other-year': refusal(
    400,
    '文件是 {year} 年的，{day} 不在这一年。请核对文件，没有导入任何内容。',
    '檔案是 {year} 年的，{day} 不在這一年。請核對檔案，沒有匯入任何內容。',
    'The file is of {year}, and {day} is not in that year. Check the file; nothing was imported.',
  ),
  'calendar-twice': refusal(
    400,
    '{day} 在文件里出现了两次。请核对文件，没有导入任何内容。',
    '{day} 在檔案裡出現了兩次。請核對檔案，沒有匯入任何內容。',
    'The file names {day} twice. Check the file; nothing was imported.',
  ),
  'calendar-both': refusal(
    400,
    '{day} 既是放假日又是调休上班日。请核对文件，没有导入任何内容。',
    '{day} 既是放假日又是補班日。請核對檔案，沒有匯入任何內容。',
    'The file says of {day} that it is off and that it is worked. Check the file; nothing was imported.',
  ),
  'calendar-make-up': refusal(
    400,
    '{day} 不是周末，不会是调休上班日。请核对文件，没有导入任何内容。',
    '{day} 不是週末，不會是補班日。請核對檔案，沒有匯入任何內容。',
    '{day} is no weekend and so no make-up workday. Check the file; nothing was imported.',
  ),
  'calendar-too-few': refusal(
    400,
    '文件里 {year} 年的放假日不全：缺少法定节假日 {day}。没有导入任何内容。',
    '檔案裡 {year} 年的放假日不全：缺少法定節假日 {day}。沒有匯入任何內容。',
    'The file has too few days off for {year}: the statutory holiday {day} is missing. Nothing was imported.',
  ),
  'hall-day-past': refusal(
    409,
    '{day} 已经过去，不能再改。',
    '{day} 已經過去，不能再改。',
    '{day} is over and is not changed any more.',
  ),
  'disk-stop-before-warning': refusal(
    409,
    '“{stop}”必须小于“{low}”，否则大厅会不经提醒就停止写入。请调低前者，或调高后者。',
    '「{stop}」必須小於「{low}」，否則大廳會不經提醒就停止寫入。請調低前者，或調高後者。',
    '“{stop}” has to be less than “{low}”, or the hall stops without a warning: lower the first or raise the second.',
  ),
  'hall-day-reason': refusal(
    400,
    '请写明本大厅这一天为什么放假或上班。',
    '請寫明本大廳這一天為什麼放假或上班。',
    'Say why the hall has this day off or works on it.',
  ),
  'holds-too-many': refusal(
    429,
    '本机选定的时段过多：请先确认已占用的时段，或稍后再选；也可到窗口或致电大厅预约。',
    '本機選定的時段過多：請先確認已佔用的時段，或稍後再選；也可到窗口或致電大廳預約。',
    'This phone has chosen too many times: confirm what is held or wait a little, ask at the counter, or ring the hall.',
  ),
  'proof-needed': refusal(
    429,
    '现在预约的人很多，本机须先自动完成一次验证，请稍候；若没有反应，请到窗口或致电大厅预约。',
    '現在預約的人很多，本機須先自動完成一次驗證，請稍候；若沒有反應，請到窗口或致電大廳預約。',
    'Many people are booking now, so this phone does some work by itself first: please wait. If nothing happens, ask at the counter or ring the hall.',
  ),
  'crowd-proof-needed': refusal(
    429,
    '这个网络上现在请求很多：请先完成随附的验证再试，或稍候；也可打开大厅的网页。',
    '這個網路上現在請求很多：請先完成隨附的驗證再試，或稍候；也可打開大廳的網頁。',
    'Many ask from this network now: do the work that comes with this and ask again, wait a moment, or open the hall’s page.',
  ),
  'names-proof-needed': refusal(
    429,
    '用这个电话已有 {count} 人预约该事项，再约一人，本机须先自动完成一次验证，请稍候；若没有反应，请到窗口或致电大厅预约。',
    '用這個電話已有 {count} 人預約該事項，再約一人，本機須先自動完成一次驗證，請稍候；若沒有反應，請到窗口或致電大廳預約。',
    '{count} people have booked this matter with this telephone, so for one more this phone does some work by itself first: please wait. If nothing happens, ask at the counter or ring the hall.',
  ),
  'person-unknown': refusal(
    404,
    '没有这个人的资料，或资料已经删除。',
    '沒有這個人的資料，或資料已經刪除。',
    'Nothing is held of this person, or it was erased.',
  ),
  'document-not-asked': refusal(
    409,
    '该事项不登记证件号码：请看过证件后不要录入。',
    '該事項不登記證件號碼：請看過證件後不要錄入。',
    'This matter keeps no document number: look at the document, and do not enter it.',
  ),
  'document-differs': refusal(
    409,
    '证件号码与登记的不一致：请核对证件；确实不同的，请由值班长处理。',
    '證件號碼與登記的不一致：請核對證件；確實不同的，請由值班長處理。',
    'The document is not the one on record: check it, and ask a supervisor if it is another one.',
  ),
  'telephone-same': refusal(
    409,
    '新电话与登记的电话相同。',
    '新電話與登記的電話相同。',
    'That is the telephone on record already.',
  ),
  'reveal-reason': refusal(
    409,
    '您没有这个人的未办结办件：请写明为什么要看。',
    '您沒有這個人的未辦結辦件：請寫明為什麼要看。',
    'You have no open case of this person: say why you need to see it.',
  ),
  'nothing-to-reveal': refusal(404, '没有登记这一项。', '沒有登記這一項。', 'That was never entered.'),
  'person-has-cases': refusal(
    409,
    '此人还有 {count} 个未办结的办件：办结后才能删除。',
    '此人還有 {count} 個未辦結的辦件：辦結後才能刪除。',
    'This person has {count} open cases: erase when they are closed.',
  ),
  'person-has-appointments': refusal(
    409,
    '此人还有 {count} 个预约：请先取消预约。',
    '此人還有 {count} 個預約：請先取消預約。',
    'This person has {count} appointments to come: cancel them first.',
  ),
  'host-unknown': refusal(
    400,
    '网址的主机名有误，请核对网址。',
    '網址的主機名稱有誤，請核對網址。',
    'The host in the address is wrong: please check the address.',
  ),
  'not-found': refusal(404, '没有这个页面。', '沒有這個頁面。', 'There is no such page.'),
} as const;

export type RefusalCode = keyof typeof REFUSALS;
export type Facts = Record<string, string | number>;

/** A refused command: returned, never thrown inside the house. Nothing was changed. */
export type Refusal = { refused: RefusalCode; facts: Facts };

export function refuse(code: RefusalCode, facts: Facts = {}): Refusal {
  return { refused: code, facts };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

/** It says to wait: the same wish may be granted later. */
export function isForNow({ refused }: Refusal): boolean {
  return REFUSALS[refused].http === 429;
}

/** A3: `field` names what is wrong, by its path; `fault` what is wrong with it, for what people type (typed/faults.ts). */
export function invalid(wrong: { field: string; fault: string }[]): Refusal {
  const all = (name: 'field' | 'fault') => [...new Set(wrong.map((one) => one[name]))].join(', ');
  const areKnown = wrong.every(({ fault }) => faultSentence(fault, 'en') !== null);
  return refuse('input-invalid', { field: all('field'), ...(areKnown ? { fault: all('fault') } : {}) });
}

/** A fact that each reader has in the own language. */
export function namesFact(fact: string, names: Names): Facts {
  return Object.fromEntries(LANGUAGES.map((language) => [`${fact}:${language}`, inLanguage(names, language)]));
}

/** The sentence for the reader, with the facts in it; of a wrong field its own, where there is one. */
export function refusalSentence(code: RefusalCode, facts: Facts, language: Language): string {
  if (code === 'input-invalid') {
    const own = String(facts.fault ?? '')
      .split(', ')
      .map((fault) => faultSentence(fault, language));
    if (own.every((one) => one !== null)) return own.join(language === 'en' ? ' ' : '');
  }
  const ending = `:${language}`;
  const own = Object.entries(facts).flatMap(([name, fact]) =>
    name.endsWith(ending) ? [[name.slice(0, -ending.length), fact] as const] : [],
  );
  return filled(inLanguage(REFUSALS[code].sentence, language), { ...facts, ...Object.fromEntries(own) });
}

/** The sentence with its facts in their places. */
export function filled(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? ''));
}
