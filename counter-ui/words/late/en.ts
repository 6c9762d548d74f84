import type { late as words } from './zh-hans.ts';

export const late: typeof words = {
  'mine.ring': 'To ring up',
  'mine.inquiry': 'A question, mine to answer',
  'mine.late-papers': 'Late papers, mine to answer',
  'duty.late-papers': 'Owes something of a closed case',
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
  'lateAnswer.corrected': 'The decision was corrected',
  lateNotLinked: 'A linked case was opened (none was since they came)',
  lateNotCorrected: 'The decision was corrected (not since they came)',
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
};
