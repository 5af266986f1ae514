import { checkAsCorrected } from '#application/intake/check-as-corrected.ts';
import { withAnswers, withCorrectedDate } from '#domain/case/answered-referral.ts';
import type { Case } from '#domain/case/case.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import { questionOf } from '#domain/case/typed-decision.ts';
import { shareInWords } from '#domain/notices/words.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { ageChart } from '../../components/charts/age-chart.ts';
import { answerView } from '../../components/record/answers.ts';
import { type AreaRow, developmentOf } from '../../components/record/development.ts';
import { enteredInWords } from '../../components/record/entered.ts';
import { glanceOf } from '../../components/record/glance.ts';
import { referralSections } from '../../components/record/referral-sections.ts';
import { timelineOf } from '../../components/record/timeline.ts';
import {
  effectInWords,
  homeVisitingInWords,
  pathwayInWords,
  recommendationInWords,
} from '../../components/record/words.ts';
import { assessmentOf, evidenceOf } from './documents.ts';
import { factsOf } from './facts.ts';
import type { RecordSources } from './sources.ts';
import { chartWords, fromListInWords } from './words.ts';

/** Everything that the page shows of a referral on this day, in words. */
export function recordView(sources: RecordSources, policy: Policy, today: string) {
  const { theCase, stored, comments = [] } = sources;
  const check = checkAsCorrected(sources, policy) ?? sources.check;
  const referral = referralIn(stored);
  const answered = referral && withAnswers(referral, theCase);
  const development = referral ? developmentOf(referral, check, policy.delayFraction, theCase) : [];
  return {
    glance: glanceOf(
      { referral: referral && withCorrectedDate(referral, theCase), theCase, development },
      today,
      policy,
    ),
    facts: factsOf(sources, policy),
    fromList: theCase.imported ? fromListInWords(theCase.imported) : '',
    development,
    chart: chartOf(development, policy.delayFraction),
    chartWords,
    countsAs: `${shareInWords(policy.delayFraction)} or more`,
    sections: referralSections(referral ?? stored.body),
    evidence: answered ? evidenceOf(answered, check) : [],
    assessment: answered ? assessmentOf(answered, check) : null,
    answers: theCase.answers.map((answer) => ({ ...answerView(answer), question: questionBefore(theCase, answer.at) })),
    check: check ? checkOf(check) : null,
    timeline: timelineOf(theCase, today, comments),
    comments: comments.map(({ at, by, text }) => ({ at: instantInWords(at), by: actorInWords(by), text })),
    receivedAt: instantInWords(theCase.receivedAt),
    entered: enteredInWords(stored),
  };
}

function chartOf(development: readonly AreaRow[], share: string) {
  const areas = development.flatMap(({ area, ages, delay, meets }) => {
    const said = meets ? `${delay}, ${shareInWords(share)} or more` : delay;
    return ages ? [{ ...ages, area, said: said === 'none' ? '' : said }] : [];
  });
  return ageChart(areas, share);
}

/** What the team had asked when this answer came; empty when the machine had asked for evidence. */
function questionBefore({ decisions }: Case, at: string): string {
  const asked = decisions.findLast(({ outcome, decidedAt }) => outcome === 'REQUEST_INFORMATION' && decidedAt < at);
  return asked ? questionOf(asked) : '';
}

function checkOf(check: StoredCheck) {
  return {
    on: plainDate(londonDateOf(check.at)),
    policyVersion: check.policyVersion,
    recommendation: recommendationInWords(check.triageRecommendation),
    homeVisiting: homeVisitingInWords(check.homeVisiting, check.findings),
    pathways: check.suggestedPathways.map((code) => pathwayInWords(code)).join(', ') || 'None',
    findings: check.findings.map(({ sentence, value, threshold, source, reference, effect }) => {
      return { sentence, value, threshold, source: `${source}: ${reference}`, effect: effectInWords(effect) };
    }),
  };
}
