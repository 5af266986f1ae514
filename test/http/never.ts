const never = async (): Promise<never> => {
  throw new Error('A use case of a route was called that no request here may reach.');
};
/** The use cases of routes that are only listed, or that refuse before they act. Browsers of the whole service have its own. */
export const neverCalled = {
  answerReferrer: never,
  askTeam: never,
  agreeForwarding: never,
  withdrawReferral: never,
  handOverReferral: never,
  recordDeath: never,
  askToLookAgain: never,
  recordTold: never,
  takeOverReferral: never,
  listFollowed: never,
  hasReferrals: never,
  noteFollowers: never,
  readTeam: never,
  submitReferral: never,
  mailNewLink: never,
  alarmOfDraft: never,
  mailDraftLink: never,
  mailCode: never,
  wait: never,
};
