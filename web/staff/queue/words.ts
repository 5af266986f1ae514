/** Words of the queue of open tasks. */
export const queueWords = {
  title: 'Triage',
  caption: 'Open tasks',
  lead: 'Every task that waits for the team. You can decide on a task that you have not claimed.',
  empty: 'No task is open.',
  noneOfThese: 'No open task matches these filters.',
  count: (total: number) => (total === 1 ? 'One task' : `${total} tasks`),
  filters: 'Filters',
  filtered: 'Filters (in use)',
  apply: 'Apply filters',
  clear: 'Clear filters',
  any: 'Any',
  late: 'Late',
  lateOnly: 'Late only',
  sortBy: 'Sort by',
  pages: 'Pages of open tasks',
  next: 'Next page',
  previous: 'Previous page',
  first: 'First page',
  open: 'Open',
  decide: 'Open the task to decide',
  nobody: 'No one',
  you: 'You',
  unknown: 'Someone who has left',
  mailFails: (name: string, since: string) =>
    `Our emails to ${name} have come back since ${since}. Tell them, and ask the service manager to correct the address under Settings.`,
  askedOfOthers: (reference: string) =>
    `We did not open the task of referral ${reference}. It is decided, or asked of others.`,
} as const;

/** The heads of its columns. */
export const columnWords = {
  reference: 'Referral',
  kind: 'Task',
  due: 'Due',
  since: 'Waiting since',
  claimed: 'Claimed by',
  band: 'Suggested band',
  locality: 'Area',
  flags: 'Check these',
  actions: 'Actions',
} as const;

export const kindWords = {
  TRIAGE: 'Triage',
  DUPLICATE: 'Possible duplicate',
  SUSPICIOUS: 'Possibly not a referral',
} as const;

export const claimedWords = { me: 'Me', nobody: 'No one', someone: 'Someone else' } as const;

/** What the flags of a check ask people to look at, in a few words each. */
export const flagWords = {
  AGE_EXACTLY_3_0: 'Age limit on the referral date',
  TURNS_3_BEFORE_SIX_MONTH_TARGET: 'Age limit before the target date',
  EVIDENCE_TYPE_NEEDS_JUDGEMENT: 'Kind of evidence',
  DELAY_NOT_COMPUTABLE: 'No scores',
  RESULT_DEPENDS_ON_AGE_USED: 'Result depends on the age used',
  AREAS_NOT_ALL_SCORED: 'Areas not scored',
  DELAYED_AREAS_ALL_IN_ONE_BROAD_AREA: 'Delays in one broad area',
  PREMATURITY_CHANGES_RESULT: 'Born early',
  ASSESSMENT_OVER_6_MONTHS_OLD: 'Old assessment',
  OTHER_INTERVENTION_EXACTLY_50_PERCENT: 'Other support at the limit',
  SETTING_OVER_15_HOURS: 'Hours in a setting',
  SETTING_EXACTLY_15_HOURS: 'Hours in a setting at the limit',
  POSTCODE_OUTSIDE_SOMERSET_LIST: 'Postcode outside the area',
} as const;
