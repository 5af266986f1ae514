/** The names of the states of the machine `support`, as operators read them. */
export const supportStates = {
  follow: 'Look at where the offer stands',
  decide: 'Decide what follows the offer',
  family: 'Wait for the family to answer the offer',
  begin: 'Wait for support to begin',
  extension: 'Wait for the manager to decide further visits',
  block: 'Wait for the visits to end',
  tell: 'Tell everyone how the offer went',
  done: 'Nothing is left to do for this offer',
  fresh: 'A fresh execution continues',
  park: 'Park the support for an operator',
  lost: 'The support could not even be parked',
} as const;
