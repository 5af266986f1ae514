/** The names of the states of the workflow, as operators see them in an execution. */
export const states = {
  validate: 'Validate the stored referral',
  check: 'Check the referral against the rules',
  decide: 'Decide what happens next',
  triage: 'Wait for the triage team',
  suspicious: 'Wait for a person to say whether it is a referral',
  list: 'Put the child on the list',
  tell: 'Tell everyone',
  park: 'Park the case for an operator',
  lost: 'The case could not even be parked',
} as const;
