/** 简体中文: the one box. Its keys are the keys of all three tables. */
export const box = {
  box: '查找',
  boxOpen: '查找（/）',
  boxTyped: '号票、回执、电话、姓名、证件号码或事项',
  boxHits: '找到的',
  boxAsk: '查找{what}',
  'boxAsk.ticket': '号票',
  'boxAsk.paper': '回执、告知书等文书',
  boxRecorded: '（记入台账）',
  boxMatter: '事项',
  boxNothing: '没有找到。',
  boxWrong:
    '请输入号票号码（其他日子的加日期，如 A001 2026-11-20）、文书编号、完整的电话或其后四位、姓名、证件号码，或事项名称、拼音。',
  boxKeys: '↑ ↓ 选择，Enter 打开，Esc 关闭；在输入框里按 Alt+/ 打开',
};
