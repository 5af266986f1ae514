import { declaresImmediateRisk } from '#domain/referral/emergency-call.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { validateReferral } from '#domain/referral/validate.ts';
import { ageDates } from '#domain/rules/age.ts';
import type { Assessment } from '#domain/rules/assessment.ts';
import { scoreAreas } from '#domain/rules/delay-areas.ts';
import { riskStop } from '#domain/rules/stops.ts';
import { plainDate } from '#domain/values/dates.ts';
import { aboveAge } from '../../components/record/above-age.ts';
import { pathwayInWords } from '../../components/record/words.ts';
import { SAFEGUARDING } from '../../components/safeguarding.ts';
import { birthDateIn, partialAssessment, partialReferral } from '../body/partial-assessment.ts';
import { areaName } from '../pages/development/area-names.ts';
import { areaTable } from '../pages/development/area-table.ts';
import { notes } from './note-words.ts';
import type { Note, RuleFacts } from './page-types.ts';

/** The findings of one rule as notes, with `more` after the last. Empty when there is no finding. */
function said(assessment: Assessment, rule: string, ...more: readonly string[]): Note[] {
  const findings = assessment.findings.filter((finding) => finding.rule === rule);
  return findings.map(({ sentence, value, threshold, source }, index) => {
    const { title, rest } = headed(sentence);
    const compared = [`Your answer: ${value}`, `Criteria (${source}): ${threshold}`];
    return { title, lines: [...rest, ...compared, ...(index === findings.length - 1 ? more : [])] };
  });
}

/** The first sentence of a finding as a heading, without its full stop, and the sentences after it. */
function headed(sentence: string): { readonly title: string; readonly rest: readonly string[] } {
  const [first = '', ...rest] = sentence.split(/(?<=\.) (?=[A-Z])/);
  return { title: first.replace(/\.$/, ''), rest };
}

export function riskNotes({ body }: RuleFacts): Note[] {
  if (!declaresImmediateRisk(body)) return [];
  const { title, rest } = headed(riskStop.sentence);
  return [{ title, lines: [...rest, ...notes.risk] }];
}

export function agreementNotes({ body, today, policy }: RuleFacts): Note[] {
  return said(partialAssessment(body, ['consent'], today, policy), 'agreement', notes.agreement, SAFEGUARDING);
}

export function evidenceNotes({ body, today, policy }: RuleFacts): Note[] {
  const assessment = partialAssessment(body, ['evidence'], today, policy);
  const dob = birthDateIn(body);
  const lastOn = dob === undefined || dob > today ? undefined : ageDates(dob, today, policy).lastReferralOn;
  const until = lastOn === undefined ? [] : [`The last day to refer is ${plainDate(lastOn)}.`];
  // The rule speaks of a referral that was sent, but this one is not sent yet.
  const title = notes.noEvidence;
  return said(assessment, 'evidence', ...until, notes.evidence).map((note) => ({ ...note, title }));
}

export function childNotes({ body, today, policy }: RuleFacts): Note[] {
  if (birthDateIn(body) === undefined) return [];
  const assessment = partialAssessment(body, ['settingHoursPerWeek'], today, policy);
  const [pathway] = assessment.outcome === 'TRIAGE' ? [] : assessment.suggestedPathways;
  const isRedirected = assessment.outcome === 'REDIRECTED_EY_ADVISORY';
  const other = pathway === undefined ? [] : [`${notes.whoCanHelp}: ${pathwayInWords(pathway)}`];
  return said(assessment, 'age', ...other, ...(isRedirected ? [notes.redirected] : []));
}

export function otherHelpNotes({ body, today, policy }: RuleFacts): Note[] {
  return said(partialAssessment(body, ['otherInterventions'], today, policy), 'other help', notes.otherHelp);
}

export function settingNotes({ body, today, policy }: RuleFacts): Note[] {
  return said(partialAssessment(body, ['settingHoursPerWeek'], today, policy), 'setting', notes.setting);
}

/** The delay in each area by the rules, shown before the referral is sent. */
export function delayNotes({ body, today, policy }: RuleFacts): Note[] {
  if (birthDateIn(body) === undefined) {
    return [{ title: 'We cannot work out the delay yet', lines: ['Enter the child’s date of birth first.'] }];
  }
  const validated = validateReferral(partialReferral(body, ['assessments'], today), today);
  if (!validated.ok) return [];
  const { assessments } = validated.referral;
  const { findings } = partialAssessment(body, ['assessments'], today, policy);
  const said = findings.filter(({ rule }) => rule === 'stale' || rule.startsWith('delay'));
  const lines = [...agesOfScores(assessments), ...said.map(({ sentence }) => sentence)];
  if (assessments.length === 0) return [{ title: notes.delay, lines }];
  const results = scoreAreas(validated.referral, today, policy);
  const above = aboveAge(results, (area) => areaName(area, assessments[0]?.tool));
  const table = areaTable(assessments, results, policy);
  return [{ title: notes.delay, lines: [...lines, ...above, notes.whoReads], table }];
}

/** A reminder for ages by ASQ-3, because ASQ-3 gives scores and someone worked out the ages. */
function agesOfScores(assessments: Referral['assessments']): string[] {
  const isMade = assessments.some(
    ({ tool, developmentalAgeMonths }) => tool === 'ASQ3' && developmentalAgeMonths !== undefined,
  );
  return isMade ? [notes.asq3] : [];
}
