import { sogsAreas } from '../referral/codes.ts';
import type { Policy } from '../service/policy.ts';
import type { AreaResult } from './delay-areas.ts';
import { type Finding, published } from './finding.ts';

/** The counts over the scored areas, each of areas with a developmental age. */
export function countAreas(areas: readonly AreaResult[]) {
  const met = areas.filter(({ meets }) => meets);
  const isCorrected = areas.some(({ meetsCorrected }) => meetsCorrected !== undefined);
  return {
    scored: areas.length,
    met: met.length,
    broad: new Set(met.map(({ broadArea }) => broadArea)).size,
    metAtReferral: areas.filter(({ meetsAtReferralDate }) => meetsAtReferralDate).length,
    metCorrected: isCorrected ? areas.filter(({ meets, meetsCorrected }) => meetsCorrected ?? meets).length : undefined,
    unscored: sogsAreas.filter((area) => !areas.some((result) => result.area === area)).length,
  };
}

type Counts = ReturnType<typeof countAreas>;

const areasText = (n: number) => (n === 1 ? '1 area' : `${n} areas`);

/** The delay rule and its second look, in the order of RULES: at most one of them explains why fewer areas were met. */
export function delayFindings(counts: Counts, policy: Policy): Finding[] {
  if (counts.scored === 0) return [notComputable];
  const found: Finding[] = [metIn(counts, policy)];
  if (counts.met < policy.minAreas) found.push(fewer(counts, policy));
  else {
    if (counts.broad === 1) found.push(oneBroadArea(counts, policy));
    if (counts.metCorrected !== undefined && counts.metCorrected < policy.minAreas) found.push(early(counts, policy));
  }
  return found;
}

const delay = { rule: 'delay', source: 'published', reference: published.delay } as const;
const again = { rule: 'delay, look again', shownAs: 'flag', source: 'local choice', effect: 'REVIEW' } as const;
const shareWords = ({ delayFraction }: Policy) => (delayFraction === '1/2' ? 'half' : `${delayFraction} of`);
const atLeast = (policy: Policy) => `${policy.minAreas} areas or more`;

const notComputable: Finding = {
  ...delay,
  code: 'DELAY_NOT_COMPUTABLE',
  shownAs: 'both',
  value: 'no developmental age given',
  threshold: 'a developmental age in one area or more',
  sentence:
    'There are no developmental ages, so we cannot work out the delay. The triage team needs to read the evidence.',
  effect: 'REVIEW',
};

function metIn({ met }: Counts, policy: Policy): Finding {
  return {
    ...delay,
    code: `DELAY_MET_IN_${met}_AREAS`,
    shownAs: 'reason',
    value: areasText(met),
    threshold: atLeast(policy),
    sentence: `There is a delay of at least ${shareWords(policy)} the age in ${areasText(met)}, on the dates of the assessments.`,
    effect: 'NOTE',
  };
}

/** Why fewer areas than needed were met: the age that was used, areas that were not scored, or simply too few. */
function fewer(counts: Counts, policy: Policy): Finding {
  const { met, metAtReferral, unscored } = counts;
  if (metAtReferral >= policy.minAreas) {
    const [value, threshold] = [`${areasText(metAtReferral)} on the referral date`, atLeast(policy)];
    const reference =
      'The published text does not say on which date the age counts; we use the date of the assessment.';
    const sentence = `${areasText(met)} met the criterion on the dates of the assessments, but ${areasText(metAtReferral)} on the date of the referral.`;
    return { ...again, code: 'RESULT_DEPENDS_ON_AGE_USED', value, threshold, reference, sentence };
  }
  if (met + unscored >= policy.minAreas) {
    const [value, threshold] = [`${areasText(met)} met, ${unscored} of the nine not scored`, atLeast(policy)];
    const reference =
      'The published text does not ask for all nine areas; an area that was not scored is not an area without delay.';
    const sentence = `${areasText(met)} met the criterion. ${areasText(unscored)} without a score could change this.`;
    return { ...again, code: 'AREAS_NOT_ALL_SCORED', value, threshold, reference, sentence };
  }
  const sentence = `Fewer than ${policy.minAreas} areas show a delay of at least ${shareWords(policy)} the age.`;
  const tooFew = { code: 'FEWER_THAN_2_AREAS', shownAs: 'reason', effect: 'LIKELY_INELIGIBLE' } as const;
  return { ...delay, ...tooFew, value: areasText(met), threshold: atLeast(policy), sentence };
}

function oneBroadArea({ met }: Counts, policy: Policy): Finding {
  const reference =
    'The published text says "areas of their development"; whether parts of one broad area count is for people.';
  const sentence = `All ${met} areas with a delay belong to one broad area of development.`;
  const value = `${areasText(met)} in 1 broad area`;
  const threshold = `${policy.minAreas} areas, in more than one broad area`;
  return { ...again, code: 'DELAYED_AREAS_ALL_IN_ONE_BROAD_AREA', value, threshold, reference, sentence };
}

function early({ metCorrected = 0 }: Counts, policy: Policy): Finding {
  const reference =
    'The published text does not say whether the age of a child born early is corrected; people decide.';
  const sentence = `The child was born early. By the corrected age, only ${areasText(metCorrected)} would meet the criterion.`;
  const value = `${areasText(metCorrected)} by the corrected age`;
  return { ...again, code: 'PREMATURITY_CHANGES_RESULT', value, threshold: atLeast(policy), reference, sentence };
}
