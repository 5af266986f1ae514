import { ageDates } from '#domain/rules/age.ts';
import { delayInWords } from '#domain/rules/delay-words.ts';
import type { Policy } from '#domain/service/policy.ts';
import { daysBetween, plainDate } from '#domain/values/dates.ts';
import { aboveAge } from '../../components/record/above-age.ts';
import { codeInWords, homeVisitingInWords, pathwayInWords } from '../../components/record/words.ts';
import { SAFEGUARDING } from '../../components/safeguarding.ts';
import type { Verdict } from './assess-all.ts';
import { ruleRows } from './rows.ts';
import type { typedReferral } from './typed-referral.ts';

type TypedReferral = ReturnType<typeof typedReferral>['referral'];

/** The title of an answer that stops nothing, by what the rules recommend. */
export const verdictTitles = {
  ELIGIBLE: 'Your answers appear to meet the criteria',
  REVIEW: 'The triage team would need to check some of your answers',
  LIKELY_INELIGIBLE: 'Your answers may not meet some of the criteria',
} as const;

const whatToDo: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    PARENT_DOES_NOT_AGREE: `Talk to the parents or carers. You can refer once they agree. ${SAFEGUARDING}`,
    AIMS_OF_PORTAGE_NOT_EXPLAINED: 'Explain to the parents or carers what Portage is for. Then you can refer.',
    NO_ASSESSMENT_EVIDENCE_INCLUDED:
      'Get one assessment, a paediatrician’s letter, a care plan or a report. The help page lists what counts.',
    AGE_OVER_3_0:
      'Ask the parents or carers if they agree to a referral to the Early Years Advisory Teacher service instead.',
    AGE_BEYOND_RECEPTION: 'Talk to the school’s SENDCo, or read the Local Offer. The help page says where to find it.',
  }),
);

/** The answer in words: the result, what is missing, the last day to refer, every rule and every area. */
export function answerOf(referral: TypedReferral, verdict: Verdict, today: string, policy: Policy) {
  const { last, stops } = verdict;
  const typed = new Map(referral.assessments.map(({ area, developmentalAgeMonths }) => [area, developmentalAgeMonths]));
  const { lastReferralOn, isOver } = ageDates(referral.child.dob ?? today, today, policy);
  return {
    title: titleOf(verdict),
    missing: stops.map(({ code, sentence }) => ({ sentence, advice: whatToDo.get(code) ?? '' })),
    isOver,
    canRefer: last.outcome !== 'OUT_OF_SCOPE',
    lastOn: plainDate(lastReferralOn),
    daysLeft: daysBetween(today, lastReferralOn),
    rows: ruleRows(referral, verdict, policy),
    areas: (last.computed.areas ?? []).map((area) => ({
      name: codeInWords(area.area),
      age: area.chronologicalAgeMonths,
      developmental: typed.get(area.area) ?? area.developmentalAgeMonths,
      delay: delayInWords(area, policy.delayFraction),
      isMet: area.meets,
    })),
    aboveAge: aboveAge(last.computed.areas ?? []),
    homeVisiting: last.homeVisiting === null ? '' : homeVisitingInWords(last.homeVisiting, last.findings),
    pathways: last.suggestedPathways.map(pathwayInWords).join(', '),
    on: plainDate(today),
    policyVersion: policy.version,
  };
}

function titleOf({ last, stops }: Verdict): string {
  if (last.outcome === 'REDIRECTED_EY_ADVISORY') return 'No: another service helps children of this age';
  if (last.outcome === 'OUT_OF_SCOPE') return 'No: school support comes first at this age';
  if (stops.length > 0) return 'Not yet: something is missing';
  return verdictTitles[last.triageRecommendation ?? 'REVIEW'];
}
