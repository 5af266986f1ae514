/** What notes say beside the sentences of the rules. Tests take the words from here. */
export const notes = {
  risk: [
    'Call now. Do not wait for anyone to call you.',
    'We email our duty team that this happened, without anything about the child. They may not read it straight away.',
    'After you have called, continue and enter when and who called. You can then send the referral.',
  ],
  agreement:
    'We have saved your answers. Come back when you have talked with the parents. Until then, you cannot send the referral.',
  noEvidence: 'You have not added an assessment, letter, care plan or report about the child',
  evidence: 'We have saved your answers. If you cannot get one of these, contact us.',
  whoCanHelp: 'Who can help',
  redirected:
    'You can still complete this form. We will share the referral with that service once you confirm that the parents agree.',
  otherHelp: 'You can continue. The triage team decides.',
  setting: 'You can continue. The triage team may offer another type of support.',
  delay: 'Delay in each area',
  whoReads: 'The triage team reads this when they decide.',
  asq3: 'ASQ-3 gives scores and cut-offs. If the record does not give ages, go back and enter the scores.',
} as const;
