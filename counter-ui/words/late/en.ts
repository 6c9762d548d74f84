import type { late as words } from './zh-hans.ts';

export const late: typeof words = {
  'mine.ring': 'To be told',
  'mine.inquiry': 'A question, mine to answer',
  'mine.late-papers': 'Late papers, mine to answer',
  'duty.late-papers': 'Answers papers that came late',
  'duty.inquiry': 'Answers the resident’s question',
  'duty.ring': 'Tells the resident',
  'act.take-late': 'Take late papers',
  'act.answer-late': 'Answer late papers',
  lateReceiptNo: 'Late papers',
  takeLateLead:
    'The case is not reopened. Enter what came; a receipt is given at once, and the last handler answers the resident by its day.',
  lateItems: 'Papers of the list',
  lateNote: 'Other papers, or a remark',
  answerLateLead: 'The answer stands on the page of the resident; the case stays closed.',
  'lateAnswer.filed': 'Kept in the file, nothing changes',
  'lateAnswer.linked': 'Linked case {no} was opened',
  'lateAnswer.corrected': 'The outcome was corrected',
  lateNotLinked: 'A linked case was opened (none was since they came)',
  lateNotCorrected: 'The outcome was corrected (not since they came)',
  lateAnswerText: 'Answer to the resident',
  lateOwed: 'Papers came after the end ({no}); {name} answers by {by}',
  anySupervisor: 'any supervisor',
  lateTitle: 'Papers that came late',
  lateTaken: '{on}, taken by {name}',
  lateWaits: 'Answer by {by}',
  paperToPrint: 'Please print it for the resident.',
  takeLateHere: 'Take papers',
  'mine.corrector': 'A correction I proposed',
  correctionBy: '{name} proposed on {when} to correct decision {no} to a refusal; to be confirmed: ',
  correctionOf:
    '{name} proposes to correct decision {no} to a refusal; until it is confirmed that decision stands. Reason:',
  correctNeedsSecond: 'A correction to a refusal is confirmed by another supervisor; until then the decision stands.',
  correctionOwed: 'Another supervisor reviews by {by} whether decision {no} is corrected to a refusal',
  deemedWhy:
    'Nobody answered within five working days of the papers: accepted by law from {day} (Administrative Licensing Law, Art. 32)',
  deemedWhyOwn: 'Nobody answered within {within}, the stage of this matter: it counts as accepted from {day}',
  callNoTelephone: 'No telephone was entered: look at the papers, or wait for a call or a visit.',
  callGreeting: 'Hello, this is {hall}, about “{matter}” ({no}). ',
  callBy: ' We are done by {by} at the latest.',
  callDeemed: 'We did not answer in time, so your application counts as accepted. {handler} handles it.',
  callMoved: ' {what}: the last day was {from} and is now {to}. You can collect the notice at any counter.',
  callStays: ' {what}: the last day is still {to}.',
  'callDay.due': 'Result',
  'callDay.legal-due': 'Result, by law',
  'callDay.deemed': 'Whether your application is accepted',
  'callDay.telling': 'Telling you the decision',
  'callDay.escalation': 'Who handles your matter',
  'callDay.review': 'Second look at the refusal',
  'callDay.inquiry': 'Answer to your question',
  'callDay.late-papers': 'Answer to the papers that you handed in later',
  callDecided:
    'It is decided: {outcome}. Please fetch the decision at any counter with an identity document; it says how to object.',
  callSilent:
    'The missing papers did not come in time, and it has ended. Bring them to any counter until {by}, and it goes on under its number, without a new application.',
  callSilentOver:
    'The missing papers did not come in time, and it has ended. If you still want it, please apply anew with all papers.',
  callOver:
    'At the counter you heard that a refusal was proposed. It is proposed no more: your application goes on. {handler} handles it.',
  callOurs: 'We looked again: it is ours after all, and you need not go elsewhere. {handler} handles it.',
  callElsewhere:
    'It is done at {place}, {address}, telephone {telephone}. {hours} You can fetch the referral slip at any counter.',
  callNotAccepted:
    ' You can fetch the decision not to accept it there, too; it says where you may object, and until when.',
  callAsk: 'It is done elsewhere; please ask {handler} where.',
  callLeft:
    'It was not finished: the ticket is over and the case is closed. If you still need it, please take a number or book again; for questions ask {handler}.',
  callEnded: 'It is finished: {outcome}. You can fetch its paper at any counter; for questions ask {handler}.',
  callCorrected:
    'The result was wrong and is now: {outcome}. The paper {voids} is void; please fetch the new one at any counter. For questions ask {handler}.',
  callCorrectedOn:
    'The result was wrong. We go on with it as {linkedNo}, handled by {handler}. The paper {voids} is void, and you need not apply anew.',
  sentElsewhere: 'Sent to',
  closedMonth: 'Closed in which month',
  closedBy: 'closed on {on} by {name}',
  closedBySilence: 'closed on {on}: the missing papers did not come',
  sentBackUntil: 'Propose it again or take it back by {by}.',
  callReworded:
    'The result stays: {outcome}. Its words were wrong and are corrected. The paper {voids} is void; please fetch the new one at any counter. For questions ask {handler}.',
};
