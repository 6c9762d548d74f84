/** What was sent to residents and staff. */
export const messages = {
  sentMessages: '消息',
  sentMessagesLead: '发给谁、什么时候、是否送达；姓名和电话只显示一部分。',
  sentAll: '全部',
  sentNothing: '没有这样的消息。',
  sentMade: '产生时间',
  sentKind: '消息',
  sentTo: '发给',
  sentStaff: '工作人员',
  sentErased: '已删除',
  sentAbout: '办件',
  sentArrived: '状态',
  'messagePhase.waiting': '待发送',
  'messagePhase.sending': '发送中',
  'messagePhase.sent': '已发出',
  'messagePhase.failed': '未送达',
  'messagePhase.over': '已过时，未发',
};
