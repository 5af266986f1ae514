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

const page = 'Somerset Portage page, eligibility criteria';

/** The sentences of the service's own public pages that the rules rest on. */
export const published = {
  age: `${page}: "A child will be between birth and up to 3.0 years of age at the time of referral."`,
  advisory:
    'Early Years SEND Support Service page: "support children from 3 years old until the end of Reception who have additional learning needs"',
  delay: `${page}: "significant developmental delays of at least half their chronological age in at least 2 areas of their development"`,
  evidence: `${page}: "Information/evidence from appropriate assessments [...] must be included in the referral. Referrals without this information will not be accepted."`,
  otherHelp: `${page}: "not be receiving other targeted intervention [...] which amounts to provision for more than 50% of the week"`,
  setting: `${page}: "If a child spends more than 15 hours in an early years setting per week it is unlikely that home intervention can be offered"`,
  agreement: `${page}: "Parent carers must agree to the referral and understand the aims of Portage"`,
  availability: `${page}: "Parent carers must be available for weekly home visits from a Portage Practitioner."`,
} as const;

/** The codes of the findings that are shown as reasons, or as flags, in order and once each. */
export function codesOf(findings: readonly Finding[], as: 'reason' | 'flag'): string[] {
  return [...new Set(findings.filter(({ shownAs }) => shownAs === as || shownAs === 'both').map(({ code }) => code))];
}
