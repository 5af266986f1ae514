/** What can be decided, as people read it; the order is that of the form. */
export const triageOutcomes = {
  ACCEPT_INITIAL_ASSESSMENT: 'Accept: offer an initial assessment',
  INVITE_GROUP: 'Invite to the Portage group',
  INVITE_LITTLE_TREASURES: 'Invite to Little Treasures',
  REQUEST_INFORMATION: 'Ask the referrer for more information',
  REDIRECT: 'Redirect to another service',
  DECLINE: 'Decline the referral',
  DEFER_TO_MEETING: 'Leave it to the next meeting',
} as const;

export const duplicateOutcomes = {
  NOT_A_DUPLICATE: 'Not a duplicate: this referral goes on',
  CONFIRMED_DUPLICATE: 'The same child: this referral ends, the other case goes on',
} as const;

export const suspicionOutcomes = {
  GENUINE_REFERRAL: 'It is a real referral: it goes on',
  NOT_A_REFERRAL: 'It is not a referral: it is closed, and nobody is written to',
} as const;

const outcomes: Readonly<Record<string, string>> = { ...triageOutcomes, ...duplicateOutcomes, ...suspicionOutcomes };

export function outcomeInWords(code: string): string {
  return outcomes[code] ?? codeInWords(code);
}

const recommendations: Readonly<Record<string, string>> = {
  ELIGIBLE: 'On what was sent, the criteria look met. The team decides',
  LIKELY_INELIGIBLE: 'On what was sent, some criteria do not look met. The team decides',
  REVIEW: 'People need to look at this',
};

export function recommendationInWords(code: string | null): string {
  return code === null
    ? 'None: the rules do not reach a recommendation here'
    : (recommendations[code] ?? codeInWords(code));
}

const homeVisits: Readonly<Record<string, string>> = {
  POSSIBLE: 'Home visits are possible',
  UNLIKELY: 'Home visits are unlikely',
  NOT_RECOMMENDED: 'Home visits are not suggested',
};

/** Why home visits are unlikely is said by the finding of that check, with the number that counted then. */
export function homeVisitingInWords(
  code: string | null,
  findings: readonly { readonly code: string; readonly sentence: string }[],
): string {
  const found = findings.find((finding) => finding.code === 'SETTING_OVER_15_HOURS');
  if (code === 'UNLIKELY' && found) return found.sentence.replace(/\.$/, '');
  return code === null ? 'Nothing is suggested' : (homeVisits[code] ?? codeInWords(code));
}

const pathways: Readonly<Record<string, string>> = {
  HOME_VISITING: 'Home visiting',
  PORTAGE_GROUP: 'Portage group',
  LITTLE_TREASURES: 'Little Treasures',
  STAY_AND_PLAY: 'Stay and Play',
  INITIAL_ASSESSMENT: 'Initial assessment',
  EARLY_YEARS_ADVISORY_TEACHER: 'Early Years Advisory Teacher service',
  SCHOOL_SENDCO_OR_LOCAL_OFFER: 'The school’s SENDCo, or the Local Offer',
};

export function pathwayInWords(code: string): string {
  return pathways[code] ?? codeInWords(code);
}

const effects: Readonly<Record<string, string>> = {
  STOP: 'Stops the referral',
  LIKELY_INELIGIBLE: 'A criterion does not look met',
  REVIEW: 'People need to look at this',
  NOTE: 'For information',
};

export function effectInWords(code: string): string {
  return effects[code] ?? codeInWords(code);
}

const initials: Readonly<Record<string, string>> = { SOGS: 'SOGS', ASQ3: 'ASQ-3', EYFS: 'EYFS', GP: 'GP' };

/** A code or a field's name that nobody gave words to: HEALTH_VISITOR becomes Health visitor. */
export function codeInWords(code: string): string {
  const words = code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace('sendco', 'SENDCo');
  return initials[code] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
