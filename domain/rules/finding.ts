/** What a finding does: stop or hold the referral, change the recommendation, or only be shown. */
type Effect = 'STOP' | 'HOLD' | 'LIKELY_INELIGIBLE' | 'REVIEW' | 'NOTE';

/**
 * One rule that fired, in words for people: what was found, against what, and where the rule comes from. `shownAs` says
 * whether its code counts among the reasons, the flags or both.
 */
export interface Finding {
  readonly rule: string;
  readonly code: string;
  readonly shownAs: 'reason' | 'flag' | 'both';
  readonly value: string;
  readonly threshold: string;
  readonly source: 'published' | 'local choice';
  /** For a published rule: the page and its sentence. For a local choice: why there is one. */
  readonly reference: string;
  readonly sentence: string;
  readonly effect: Effect;
}

const criterion = 'Somerset Portage page, eligibility criteria';

/** Where the service's own public pages say what the rules rest on, by page and sentence. */
export const published = {
  age: `${criterion}: first criterion`,
  advisory: 'Early Years SEND Support Service page: what the Early Years Advisory Service does, first sentence',
  delay: `${criterion}: second criterion, first sentence`,
  evidence: `${criterion}: second criterion, second and third sentences`,
  otherHelp: `${criterion}: third criterion, first sentence`,
  setting: `${criterion}: third criterion, third sentence`,
  agreement: `${criterion}: fourth criterion, first sentence`,
  availability: `${criterion}: fourth criterion, second sentence`,
} as const;

/** The codes of the findings that are shown as reasons, or as flags, in order and once each. */
export function codesOf(findings: readonly Finding[], as: 'reason' | 'flag'): string[] {
  return [...new Set(findings.filter(({ shownAs }) => shownAs === as || shownAs === 'both').map(({ code }) => code))];
}
