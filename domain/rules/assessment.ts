import type { Problem } from '../problems/rules.ts';
import { declaresImmediateRisk } from '../referral/emergency-call.ts';
import type { Referral } from '../referral/schema.ts';
import { validateReferral } from '../referral/validate.ts';
import type { Policy } from '../service/policy.ts';
import { ageDates, ageFlags, ageStops } from './age.ts';
import { agreementStops } from './agreement.ts';
import { type Computed, computedFrom } from './computed.ts';
import { countAreas } from './delay.ts';
import { scoreAreas } from './delay-areas.ts';
import { type EvidenceJudge, evidenceFindings } from './evidence.ts';
import { codesOf, type Finding } from './finding.ts';
import { findingsForPeople } from './for-people.ts';
import {
  type HomeVisiting,
  homeVisitingOf,
  type Recommendation,
  recommend,
  suggestPathways,
} from './recommendation.ts';
import { duplicateHold, riskStop, stoppedCodes } from './stops.ts';

/** How a check can end: in triage with people, or on one of the stops of RULES. */
type Outcome =
  | 'TRIAGE'
  | 'SAFEGUARDING_STOP'
  | 'RETURNED_INVALID'
  | 'POSSIBLE_DUPLICATE'
  | 'NOT_ACCEPTED_NO_CONSENT'
  | 'REDIRECTED_EY_ADVISORY'
  | 'OUT_OF_SCOPE'
  | 'NOT_ACCEPTED_NO_EVIDENCE';

/** What the rules make of one referral: codes for machines, findings in words for people, problems for the referrer. */
export interface Assessment {
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
  readonly flags: readonly string[];
  readonly triageRecommendation: Recommendation | null;
  readonly homeVisiting: HomeVisiting | null;
  readonly suggestedPathways: readonly string[];
  readonly computed: Computed;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** Evidence was given and all of it failed: the referrer is to be asked, whatever the outcome says. */
  readonly evidenceFailed: boolean;
}

interface Options {
  /** An open case has the same NHS number and date of birth. */
  readonly duplicate?: boolean;
  /** What is known of each item of evidence; by default every item is taken at its declared kind. */
  readonly evidence?: EvidenceJudge;
  /** In place of the referral's own: what was answered later may be dated after the referral. */
  readonly assessments?: Referral['assessments'];
}

/**
 * What RULES say about a referral on the day it was submitted (`YYYY-MM-DD` in London). The order is immediate risk,
 * validity, possible duplicate, agreement, age, evidence, recommendation. Pure and total: never throws, whatever
 * `input` is.
 */
export function assess(input: unknown, referralOn: string, policy: Policy, options: Options = {}): Assessment {
  if (declaresImmediateRisk(input)) return stopped('SAFEGUARDING_STOP', [riskStop]);
  const validated = validateReferral(input, referralOn);
  if (!validated.ok) return { ...stopped('RETURNED_INVALID', []), ...stoppedCodes(validated.problems) };
  const { assessments = validated.referral.assessments } = options;
  return assessValid({ ...validated.referral, assessments }, referralOn, policy, options);
}

function assessValid(referral: Referral, referralOn: string, policy: Policy, options: Options): Assessment {
  const dates = ageDates(referral.child.dob, referralOn, policy);
  const { ageAtReferral, thirdBirthday, receptionEnds } = dates;
  const computed = { ageAtReferral, thirdBirthday };
  if (options.duplicate) return stopped('POSSIBLE_DUPLICATE', [duplicateHold], computed);

  const disagreed = agreementStops(referral);
  if (disagreed.length > 0) return stopped('NOT_ACCEPTED_NO_CONSENT', disagreed, computed);

  const tooOld = ageStops(referral, referralOn, dates);
  if (tooOld.length > 0) return overAge(tooOld, { ...computed, receptionEnds });

  const evidence = evidenceFindings(referral, policy, options.evidence ?? (() => 'USABLE'));
  if (evidence.stops.length > 0) return stopped('NOT_ACCEPTED_NO_EVIDENCE', evidence.stops, computed);

  const early = [...ageFlags(referralOn, dates, policy), ...evidence.flags];
  return { ...inTriage(referral, referralOn, policy, early, computed), evidenceFailed: evidence.failed };
}

function overAge(findings: readonly Finding[], computed: Computed): Assessment {
  const isBeyond = findings.some(({ code }) => code === 'AGE_BEYOND_RECEPTION');
  const pathway = isBeyond ? 'SCHOOL_SENDCO_OR_LOCAL_OFFER' : 'EARLY_YEARS_ADVISORY_TEACHER';
  const outcome = isBeyond ? 'OUT_OF_SCOPE' : 'REDIRECTED_EY_ADVISORY';
  return { ...stopped(outcome, findings, computed), suggestedPathways: [pathway] };
}

function inTriage(
  referral: Referral,
  referralOn: string,
  policy: Policy,
  early: readonly Finding[],
  base: Computed,
): Assessment {
  const areas = scoreAreas(referral, referralOn, policy);
  const counts = countAreas(areas);
  const findings = [...early, ...findingsForPeople(referral, referralOn, policy, counts)];
  const recommendation = recommend(findings);
  const homeVisiting = homeVisitingOf(recommendation, findings);
  return {
    outcome: 'TRIAGE',
    reasons: codesOf(findings, 'reason'),
    flags: codesOf(findings, 'flag'),
    triageRecommendation: recommendation,
    homeVisiting,
    suggestedPathways: suggestPathways(referral, recommendation, homeVisiting, counts.met >= policy.minAreas),
    computed: computedFrom(base, areas, referral, policy),
    findings,
    problems: [],
    evidenceFailed: false,
  };
}

function stopped(outcome: Outcome, findings: readonly Finding[], computed: Computed = {}): Assessment {
  return {
    outcome,
    reasons: codesOf(findings, 'reason'),
    flags: codesOf(findings, 'flag'),
    triageRecommendation: null,
    homeVisiting: null,
    suggestedPathways: [],
    computed,
    findings,
    problems: [],
    evidenceFailed: false,
  };
}
