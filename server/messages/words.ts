/** The texts of messages, by kind and language (A4); `{name}` is replaced by a fact, and `<…>` left out where its fact is none. */
import type { Language } from '../../schema/ids.ts';
import type { MessageKind } from '../../schema/messages/message.ts';
import { STAFF_WORDS } from './staff-words.ts';

/** A kind without its three texts does not compile. */
export const MESSAGE_WORDS: Record<MessageKind, Record<Language, string>> = {
  'appointment-confirmed': {
    'zh-Hans': '【{hall}】您已预约{matter}：{day} {time}，预约码 {code}。材料清单、取消：{url} 咨询 {telephone}',
    'zh-Hant': '【{hall}】您已預約{matter}：{day} {time}，預約碼 {code}。材料清單、取消：{url} 諮詢 {telephone}',
    en: '[{hall}] Booked: {matter}, {day} {time}, code {code}. What to bring, cancel: {url} Questions: {telephone}',
  },
  'appointment-reminder': {
    'zh-Hans':
      '【{hall}】提醒：您预约了{matter}，{day} {time}，预约码 {code}。<请带：{bring}。><预约后有变化：{changed}。>来不了请取消：{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】提醒：您預約了{matter}，{day} {time}，預約碼 {code}。<請帶：{bring}。><預約後有變化：{changed}。>來不了請取消：{url} 諮詢 {telephone}',
    en: '[{hall}] Reminder: {matter}, {day} {time}, code {code}.< Please bring: {bring}.>< Changed since you booked: {changed}.> Cannot come? Cancel: {url} Questions: {telephone}',
  },
  'appointment-cancelled': {
    'zh-Hans': '【{hall}】您预约的{matter}（{day} {time}）已取消。重新预约：{url} 咨询 {telephone}',
    'zh-Hant': '【{hall}】您預約的{matter}（{day} {time}）已取消。重新預約：{url} 諮詢 {telephone}',
    en: '[{hall}] Cancelled: {matter}, {day} {time}. Book again: {url} Questions: {telephone}',
  },
  'case-accepted': {
    'zh-Hans':
      '【{hall}】您的{matter}已受理，编号 {code}<，最迟 {date} 办结>，经办人 {clerk}。进度：{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】您的{matter}已受理，編號 {code}<，最遲 {date} 辦結>，經辦人 {clerk}。進度：{url} 諮詢 {telephone}',
    en: '[{hall}] Accepted: {matter}, number {code}<, due by {date}>, handled by {clerk}. See: {url} Questions: {telephone}',
  },
  'case-noticed': {
    'zh-Hans': '【{hall}】您的{matter}还缺材料，告知书编号 {code}，请<在 {date} 前>交齐。清单：{url} 咨询 {telephone}',
    'zh-Hant': '【{hall}】您的{matter}還缺材料，告知書編號 {code}，請<在 {date} 前>交齊。清單：{url} 諮詢 {telephone}',
    en: '[{hall}] Papers are missing for {matter}, notice {code}; please hand them in< by {date}>. List: {url} Questions: {telephone}',
  },
  'case-notice-reminder': {
    'zh-Hans':
      '【{hall}】提醒：您的{matter}还缺材料（{code}），{date} 前不交将按撤回处理。清单：{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】提醒：您的{matter}還缺材料（{code}），{date} 前不交將按撤回處理。清單：{url} 諮詢 {telephone}',
    en: '[{hall}] Reminder: papers for {matter} ({code}) are still missing; without them it ends after {date}. List: {url} Questions: {telephone}',
  },
  'case-promise-reminder': {
    'zh-Hans':
      '【{hall}】提醒：您承诺补交的{matter}材料（{code}）请在 {date} 前交到任一窗口。清单：{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】提醒：您承諾補交的{matter}材料（{code}）請在 {date} 前交到任一窗口。清單：{url} 諮詢 {telephone}',
    en: '[{hall}] Reminder: you promised papers for {matter} ({code}); please hand them in at any counter by {date}. List: {url} Questions: {telephone}',
  },
  'case-closed': {
    'zh-Hans': '【{hall}】您的{matter}（{code}）已结束，怎么办结的、有疑问找谁：{url} 咨询 {telephone}',
    'zh-Hant': '【{hall}】您的{matter}（{code}）已結束，怎麼辦結的、有疑問找誰：{url} 諮詢 {telephone}',
    en: '[{hall}] {matter} ({code}) is closed. How it ended, and whom to ask: {url} Questions: {telephone}',
  },
  'case-left': {
    'zh-Hans':
      '【{hall}】您的{matter}（{code}）没有办成：号票已失效，本件已结束。还要办请重新取号或预约。{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】您的{matter}（{code}）沒有辦成：號票已失效，本件已結束。還要辦請重新取號或預約。{url} 諮詢 {telephone}',
    en: '[{hall}] {matter} ({code}) was not finished: its ticket is over and it is closed. If you still need it, please take a number or book again. {url} Questions: {telephone}',
  },
  'case-corrected': {
    'zh-Hans':
      '【{hall}】您的{matter}（{code}）此前的结果有误，已更正，接下来怎么办、哪张文书作废：{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】您的{matter}（{code}）此前的結果有誤，已更正，接下來怎麼辦、哪張文書作廢：{url} 諮詢 {telephone}',
    en: '[{hall}] The result of {matter} ({code}) was wrong and is corrected. What comes next, and which paper is void: {url} Questions: {telephone}',
  },
  'case-reworded': {
    'zh-Hans':
      '【{hall}】您的{matter}（{code}）结果不变，文书的内容有更正，原文书作废，新文书见：{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】您的{matter}（{code}）結果不變，文書的內容有更正，原文書作廢，新文書見：{url} 諮詢 {telephone}',
    en: '[{hall}] The result of {matter} ({code}) is the same; its paper was wrong and a new one takes its place: {url} Questions: {telephone}',
  },
  'case-ended': {
    'zh-Hans':
      '【{hall}】您的{matter}（{code}）逾期未补材料，已结束；{date} 前可到任一窗口恢复办理。{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】您的{matter}（{code}）逾期未補材料，已結束；{date} 前可到任一窗口恢復辦理。{url} 諮詢 {telephone}',
    en: '[{hall}] {matter} ({code}) has ended because papers were not handed in; until {date} any counter takes it up again. {url} Questions: {telephone}',
  },
  'case-handler': {
    'zh-Hans': '【{hall}】您的{matter}（{code}）现由 {clerk} 经办，首问责任人不变。进度：{url} 咨询 {telephone}',
    'zh-Hant': '【{hall}】您的{matter}（{code}）現由 {clerk} 經辦，首問責任人不變。進度：{url} 諮詢 {telephone}',
    en: '[{hall}] {matter} ({code}) is now handled by {clerk}; whoever was first for you stays so. See: {url} Questions: {telephone}',
  },
  'case-due-moved': {
    'zh-Hans': '【{hall}】您的{matter}（{code}）办结期限改为 {date}。原因和算法：{url} 咨询 {telephone}',
    'zh-Hant': '【{hall}】您的{matter}（{code}）辦結期限改為 {date}。原因和算法：{url} 諮詢 {telephone}',
    en: '[{hall}] {matter} ({code}) is now due by {date}. Why and how it is counted: {url} Questions: {telephone}',
  },
  'case-day-moved': {
    'zh-Hans':
      '【{hall}】因工作日安排变动，您的{matter}（{code}）{what}的最后日期改为 {date}。新旧日期见通知书：{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】因工作日安排變動，您的{matter}（{code}）{what}的最後日期改為 {date}。新舊日期見通知書：{url} 諮詢 {telephone}',
    en: '[{hall}] The calendar has changed: our last day {what} ({matter}, {code}) is now {date}. Notice with the old and the new day: {url} Questions: {telephone}',
  },
  'case-refusal-proposed': {
    'zh-Hans':
      '【{hall}】您的{matter}（{code}）初步认为不能办理，还不是决定，另一位工作人员将<在 {date} 前>复核。您可以说明情况：{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】您的{matter}（{code}）初步認為不能辦理，還不是決定，另一位工作人員將<在 {date} 前>複核。您可以說明情況：{url} 諮詢 {telephone}',
    en: '[{hall}] {matter} ({code}) can perhaps not be granted. This is no decision yet: a second person looks at it again< by {date}>. Tell us what we should know: {url} Questions: {telephone}',
  },
  'case-refusal-over': {
    'zh-Hans':
      '【{hall}】您的{matter}（{code}）：此前说的“初步认为不能办理”不再成立，继续办理，经办人 {clerk}<，最迟 {date} 办结>。进度：{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】您的{matter}（{code}）：此前說的「初步認為不能辦理」不再成立，繼續辦理，經辦人 {clerk}<，最遲 {date} 辦結>。進度：{url} 諮詢 {telephone}',
    en: '[{hall}] The refusal that was proposed for {matter} ({code}) stands no more. We go on with it; {clerk} handles it<, due by {date}>. See: {url} Questions: {telephone}',
  },
  'case-correction-proposed': {
    'zh-Hans':
      '【{hall}】您的{matter}（{code}）的决定可能要更正，另一位工作人员将<在 {date} 前>复核；在此之前原决定有效。您可以说明情况：{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】您的{matter}（{code}）的決定可能要更正，另一位工作人員將<在 {date} 前>複核；在此之前原決定有效。您可以說明情況：{url} 諮詢 {telephone}',
    en: '[{hall}] The decision on {matter} ({code}) may have to be corrected. A second person looks at it again< by {date}>; until then it stands. Tell us what we should know: {url} Questions: {telephone}',
  },
  'case-correction-sent-back': {
    'zh-Hans':
      '【{hall}】您的{matter}（{code}）：更正决定的意见已退回重新核实，原决定仍然有效；结果会再告诉您。{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】您的{matter}（{code}）：更正決定的意見已退回重新核實，原決定仍然有效；結果會再告訴您。{url} 諮詢 {telephone}',
    en: '[{hall}] {matter} ({code}): the proposed correction went back to be looked into again. The decision still stands; you will be told what comes of it. {url} Questions: {telephone}',
  },
  'case-correction-over': {
    'zh-Hans': '【{hall}】您的{matter}（{code}）的决定不作更正，原决定有效。{url} 咨询 {telephone}',
    'zh-Hant': '【{hall}】您的{matter}（{code}）的決定不作更正，原決定有效。{url} 諮詢 {telephone}',
    en: '[{hall}] The decision on {matter} ({code}) is not corrected. It stands. {url} Questions: {telephone}',
  },
  'case-revived': {
    'zh-Hans':
      '【{hall}】您的{matter}已恢复办理，还缺的材料（{code}）请<在 {date} 前>交到任一窗口。清单：{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】您的{matter}已恢復辦理，還缺的材料（{code}）請<在 {date} 前>交到任一窗口。清單：{url} 諮詢 {telephone}',
    en: '[{hall}] {matter} is taken up again. Please hand in what is missing ({code}) at any counter< by {date}>. List: {url} Questions: {telephone}',
  },
  'case-ours': {
    'zh-Hans':
      '【{hall}】经复核，您的{matter}（{code}）由本大厅办理，不用再到别处去，经办人 {clerk}<，最迟 {date} 办结>。进度：{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】經複核，您的{matter}（{code}）由本大廳辦理，不用再到別處去，經辦人 {clerk}<，最遲 {date} 辦結>。進度：{url} 諮詢 {telephone}',
    en: '[{hall}] We looked again: {matter} ({code}) is ours after all, and you need not go elsewhere. {clerk} handles it<, by {date} at the latest>. See: {url} Questions: {telephone}',
  },
  'case-overdue': {
    'zh-Hans':
      '【{hall}】您的{matter}（{code}）没有<在 {date} 前>办结，抱歉；原因会另行说明，办理继续。进度：{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】您的{matter}（{code}）沒有<在 {date} 前>辦結，抱歉；原因會另行說明，辦理繼續。進度：{url} 諮詢 {telephone}',
    en: '[{hall}] We are sorry: {matter} ({code}) was not done< by {date}>. We go on with it and will tell you why. See: {url} Questions: {telephone}',
  },
  'case-late': {
    'zh-Hans': '【{hall}】您的{matter}（{code}）未能按期办结，说明见：{url} 咨询 {telephone}',
    'zh-Hant': '【{hall}】您的{matter}（{code}）未能按期辦結，說明見：{url} 諮詢 {telephone}',
    en: '[{hall}] {matter} ({code}) is late. Why: {url} Questions: {telephone}',
  },
  'case-decided': {
    'zh-Hans':
      '【{hall}】您的{matter}（{code}）已有决定，最迟 {date} 送达，也可带身份证件到窗口领取。{url} 咨询 {telephone}',
    'zh-Hant':
      '【{hall}】您的{matter}（{code}）已有決定，最遲 {date} 送達，也可帶身分證件到窗口領取。{url} 諮詢 {telephone}',
    en: '[{hall}] {matter} ({code}) is decided. You are told by {date}, or fetch it at a counter with an identity document. {url} Questions: {telephone}',
  },
  'case-late-answered': {
    'zh-Hans': '【{hall}】您的{matter}（{code}）办结后交来的材料已有答复：{url} 咨询 {telephone}',
    'zh-Hant': '【{hall}】您的{matter}（{code}）辦結後交來的材料已有答覆：{url} 諮詢 {telephone}',
    en: '[{hall}] There is an answer about the papers you brought after {matter} ({code}) had ended: {url} Questions: {telephone}',
  },
  'case-answered': {
    'zh-Hans': '【{hall}】您就{matter}（{code}）提出的问题已答复：{url} 咨询 {telephone}',
    'zh-Hant': '【{hall}】您就{matter}（{code}）提出的問題已答覆：{url} 諮詢 {telephone}',
    en: '[{hall}] Your question about {matter} ({code}) has an answer: {url} Questions: {telephone}',
  },
  'telephone-changed': {
    'zh-Hans': '【{hall}】您在本大厅登记的电话已在窗口凭证件更改。不是您本人办理的，请致电 {telephone}',
    'zh-Hant': '【{hall}】您在本大廳登記的電話已在窗口憑證件更改。不是您本人辦理的，請致電 {telephone}',
    en: '[{hall}] The telephone that we keep for you was changed at a counter against a document. If that was not you, ring {telephone}',
  },
  ...STAFF_WORDS,
};
