import type { Referral } from '#domain/referral/schema.ts';
import { declaresImmediateRisk, validateReferral } from '#domain/referral/validate.ts';
import { ageDates } from '#domain/rules/age.ts';
import type { Assessment } from '#domain/rules/assessment.ts';
import { scoreAreas } from '#domain/rules/delay-areas.ts';
import { riskStop } from '#domain/rules/stops.ts';
import { plainDate } from '#domain/values/dates.ts';
import { pathwayInWords } from '../../components/record/words.ts';
import { birthDateIn, partialAssessment, partialReferral } from '../body/partial-assessment.ts';
import { areaTable } from '../pages/development/area-table.ts';
import type { Note, RuleFacts } from './page-types.ts';

/** What the rule of this name says of some parts of the referral, then once `more`; nothing when it says nothing. */
function said(assessment: Assessment, rule: string, ...more: readonly string[]): Note[] {
  const findings = assessment.findings.filter((finding) => finding.rule === rule);
  return findings.map(({ sentence, value, threshold, source }, index) => {
    const counts = `What counts (${source}): ${threshold}. Here: ${value}.`;
    return { title: sentence, lines: [counts, ...(index === findings.length - 1 ? more : [])] };
  });
}

export function riskNotes({ body }: RuleFacts): Note[] {
  if (!declaresImmediateRisk(body)) return [];
  const then = 'When you have called, go on and write down when and by whom. Then the referral can be sent.';
  return [{ title: riskStop.sentence, lines: ['The draft is kept, and our duty mailbox has been told.', then] }];
}

export function agreementNotes({ body, today, policy }: RuleFacts): Note[] {
  return said(
    partialAssessment(body, ['consent'], today, policy),
    'agreement',
    'This draft is kept. Come back when you have talked with the parents. Until then nothing can be sent.',
  );
}

export function evidenceNotes({ body, today, policy }: RuleFacts): Note[] {
  const assessment = partialAssessment(body, ['evidence'], today, policy);
  const dob = birthDateIn(body);
  const lastOn = dob === undefined || dob > today ? undefined : ageDates(dob, today, policy).lastReferralOn;
  const until = lastOn === undefined ? [] : [`The last day to refer is ${plainDate(lastOn)}.`];
  const kept = 'This draft is kept. Ask us if you think that somebody should look at it as it is.';
  // The sentence of the rule is said of a referral that was sent; here nothing has been sent yet.
  const title = 'No assessment, letter, care plan or report about the child has been added yet.';
  return said(assessment, 'evidence', ...until, kept).map((note) => ({ ...note, title }));
}

export function childNotes({ body, today, policy }: RuleFacts): Note[] {
  if (birthDateIn(body) === undefined) return [];
  const assessment = partialAssessment(body, ['settingHoursPerWeek'], today, policy);
  const [pathway] = assessment.outcome === 'TRIAGE' ? [] : assessment.suggestedPathways;
  const isRedirected = assessment.outcome === 'REDIRECTED_EY_ADVISORY';
  const other = pathway === undefined ? [] : [`Who can help: ${pathwayInWords(pathway)}.`];
  const carried =
    'Fill in the form all the same: with everything in it the referral goes to that service, once you confirm that the parents agree.';
  return said(assessment, 'age', ...other, ...(isRedirected ? [carried] : []));
}

export function otherHelpNotes({ body, today, policy }: RuleFacts): Note[] {
  return said(
    partialAssessment(body, ['otherInterventions'], today, policy),
    'other help',
    'You can go on. People decide.',
  );
}

export function settingNotes({ body, today, policy }: RuleFacts): Note[] {
  const goOn = 'You can go on. Other kinds of support are possible.';
  return said(partialAssessment(body, ['settingHoursPerWeek'], today, policy), 'setting', goOn);
}

/** The delay in each area as the rules work it out, so that it is seen before anything is sent. */
export function delayNotes({ body, today, policy }: RuleFacts): Note[] {
  if (birthDateIn(body) === undefined) {
    return [{ title: 'The delay cannot be worked out yet', lines: ['Give the child’s date of birth first.'] }];
  }
  const validated = validateReferral(partialReferral(body, ['assessments'], today), today);
  if (!validated.ok) return [];
  const { assessments } = validated.referral;
  const { findings } = partialAssessment(body, ['assessments'], today, policy);
  const said = findings.filter(({ rule }) => rule === 'stale' || rule.startsWith('delay'));
  const lines = [...agesOfScores(assessments), ...said.map(({ sentence }) => sentence)];
  if (assessments.length === 0) return [{ title: 'What this comes to', lines }];
  const table = areaTable(assessments, scoreAreas(validated.referral, today, policy), policy);
  return [{ title: 'What this comes to', lines: [...lines, 'People read it and decide.'], table }];
}

/** ASQ-3 gives scores: an age was worked out by somebody. */
function agesOfScores(assessments: Referral['assessments']): string[] {
  const isMade = assessments.some(
    ({ tool, developmentalAgeMonths }) => tool === 'ASQ3' && developmentalAgeMonths !== undefined,
  );
  return isMade
    ? ['ASQ-3 gives scores and cut-offs. If its record gives no age, go back and write the scores instead.']
    : [];
}
