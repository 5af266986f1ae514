import { birthdayInWords, evidenceNames } from '#domain/notices/words.ts';
import type { Finding } from '#domain/rules/finding.ts';
import { otherHelpLimit, settingLimit } from '#domain/rules/hours.ts';
import type { Policy } from '#domain/service/policy.ts';
import { ageInWords, plainDate } from '#domain/values/dates.ts';
import type { Verdict } from './assess-all.ts';
import type { typedReferral } from './typed-referral.ts';

type TypedReferral = ReturnType<typeof typedReferral>['referral'];

interface Rule {
  readonly title: string;
  /** The names that findings use for it. */
  readonly rules: readonly string[];
  /** What is shown when nothing was found against it. */
  readonly value: string;
  readonly threshold: string;
}

const order: readonly Finding['effect'][] = ['STOP', 'LIKELY_INELIGIBLE', 'REVIEW', 'NOTE'];
const verdicts = {
  STOP: 'Not accepted without this',
  HOLD: 'The team checks this',
  LIKELY_INELIGIBLE: 'May not meet this',
  REVIEW: 'The team checks this',
  NOTE: 'Good to know',
} as const;

/** Each rule with its value and threshold. The verdict comes only from the findings. */
export function ruleRows(referral: TypedReferral, verdict: Verdict, policy: Policy) {
  return rulesOf(referral, verdict, policy).map(({ title, rules, value, threshold }) => {
    const found = verdict.findings.filter(({ rule }) => rules.includes(rule));
    const telling = found.filter(({ code }) => !code.startsWith('DELAY_MET_IN_'));
    const worst = order.find((effect) => telling.some((finding) => finding.effect === effect));
    return {
      title,
      verdict: worst === undefined ? 'Met' : verdicts[worst],
      isMet: worst === undefined,
      sentences: found.map(({ sentence }) => sentence),
      value: unique(found.map((finding) => finding.value)) || value,
      threshold: unique(found.map((finding) => finding.threshold)) || threshold,
    };
  });
}

const unique = (texts: readonly string[]) => [...new Set(texts)].join('; ');

function rulesOf(referral: TypedReferral, { last }: Verdict, policy: Policy): Rule[] {
  const { ageAtReferral: age, thirdBirthday = '', otherInterventionHours } = last.computed;
  const rules: Rule[] = [
    {
      title: 'Agreement',
      rules: ['agreement'],
      value: 'yes to both questions',
      threshold: 'the parents or carers agree, and someone has explained the aims of Portage',
    },
    {
      title: 'Age',
      rules: ['age'],
      value: age ? ageInWords(age) : '',
      threshold: `${policy.ageLimitInclusive ? 'up to' : 'before'} the ${birthdayInWords(policy.ageLimitYears)}, ${plainDate(thirdBirthday)}`,
    },
  ];
  if (last.outcome !== 'TRIAGE') return rules;
  const [assessment] = referral.assessments;
  return [
    ...rules,
    {
      title: 'Documents',
      rules: ['evidence'],
      value: referral.evidence.map(({ type }) => evidenceNames[type]).join(', '),
      threshold: 'one assessment, letter, plan or report',
    },
    { title: 'Delay', rules: ['delay', 'delay, look again'], value: '', threshold: '' },
    ...(assessment?.assessedOn
      ? [
          {
            title: 'Date of the assessment',
            rules: ['stale'],
            value: plainDate(assessment.assessedOn),
            threshold: `at most ${policy.staleAssessmentDays} days before the referral`,
          },
        ]
      : []),
    {
      title: 'Other targeted help',
      rules: ['other help'],
      value: `${otherInterventionHours ?? 0} hours a week`,
      threshold: `at most ${otherHelpLimit(policy)}`,
    },
    {
      title: 'Nursery or other setting',
      rules: ['setting'],
      value: `${referral.settingHoursPerWeek ?? 0} hours a week`,
      threshold: settingLimit(policy),
    },
    {
      title: 'Weekly visits',
      rules: ['availability'],
      value: 'the family can be at home',
      threshold: 'available for a weekly home visit',
    },
  ];
}
