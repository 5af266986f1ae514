const never = async (): Promise<never> => {
  throw new Error('The browsers of this test go to the whole service, so no route of these lists is asked.');
};
/** The use cases of routes that are only listed: browsers go to the whole service, which has its own. */
export const neverCalled = {
  answerReferrer: never,
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
