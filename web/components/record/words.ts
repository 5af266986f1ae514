/** The decisions in words, in the order of the form. */
export const triageOutcomes = {
  ACCEPT_INITIAL_ASSESSMENT: 'Accept and offer an initial assessment',
  INVITE_GROUP: 'Invite to the Portage group',
  INVITE_LITTLE_TREASURES: 'Invite to Little Treasures',
  REQUEST_INFORMATION: 'Ask the referrer for more information',
  REDIRECT: 'Redirect to another service',
  DECLINE: 'Do not accept the referral',
  DEFER_TO_MEETING: 'Decide at the next meeting',
} as const;

export const duplicateOutcomes = {
  NOT_A_DUPLICATE: 'Not a duplicate. This referral continues',
  CONFIRMED_DUPLICATE: 'Duplicate. This referral ends and the other one continues',
} as const;

export const suspicionOutcomes = {
  GENUINE_REFERRAL: 'A real referral. It continues',
  NOT_A_REFERRAL: 'Not a referral. Close it and email no one',
} as const;

const outcomes: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({ ...triageOutcomes, ...duplicateOutcomes, ...suspicionOutcomes }),
);

export function outcomeInWords(code: string): string {
  return outcomes.get(code) ?? codeInWords(code);
}

const recommendations: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    ELIGIBLE: 'From what was sent, the criteria look met. The team decides',
    LIKELY_INELIGIBLE: 'From what was sent, some criteria do not look met. The team decides',
    REVIEW: 'The team needs to check this',
  }),
);

export function recommendationInWords(code: string | null): string {
  return code === null
    ? 'None. The rules do not make a recommendation here'
    : (recommendations.get(code) ?? codeInWords(code));
}

const homeVisits: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    POSSIBLE: 'Home visits are possible',
    UNLIKELY: 'Home visits are unlikely',
    NOT_RECOMMENDED: 'Home visits are not suggested',
  }),
);

/** Whether home visits are likely. The finding of the check says why, with the number of that time. */
export function homeVisitingInWords(
  code: string | null,
  findings: readonly { readonly code: string; readonly sentence: string }[],
): string {
  const found = findings.find((finding) => finding.code === 'SETTING_OVER_15_HOURS');
  if (code === 'UNLIKELY' && found) return found.sentence.replace(/\.$/, '');
  return code === null ? 'Nothing is suggested' : (homeVisits.get(code) ?? codeInWords(code));
}

const pathways: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    HOME_VISITING: 'Home visiting',
    PORTAGE_GROUP: 'Portage group',
    LITTLE_TREASURES: 'Little Treasures',
    STAY_AND_PLAY: 'Stay and Play',
    INITIAL_ASSESSMENT: 'Initial assessment',
    EARLY_YEARS_ADVISORY_TEACHER: 'Early Years Advisory Teacher service',
    SCHOOL_SENDCO_OR_LOCAL_OFFER: 'The school’s SENDCo, or the Local Offer',
  }),
);

export function pathwayInWords(code: string): string {
  return pathways.get(code) ?? codeInWords(code);
}

const effects: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    STOP: 'Stops the referral',
    LIKELY_INELIGIBLE: 'May not meet a criterion',
    REVIEW: 'The team needs to check this',
    NOTE: 'For information',
  }),
);

export function effectInWords(code: string): string {
  return effects.get(code) ?? codeInWords(code);
}

/** Codes whose words are not those of the code itself. */
const exceptions: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    SOGS: 'SOGS',
    ASQ3: 'ASQ-3',
    EYFS: 'EYFS',
    GP: 'GP',
    BY_TELEPHONE: 'By phone',
  }),
);

/** Words for a code or a field's name that has none: HEALTH_VISITOR becomes Health visitor. Runtime.ExitError stays as AWS names it. */
export function codeInWords(code: string): string {
  if (code.includes('.')) return code;
  const words = code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace('sendco', 'SENDCo');
  return exceptions.get(code) ?? words.charAt(0).toUpperCase() + words.slice(1);
}
