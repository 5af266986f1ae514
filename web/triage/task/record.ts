import { withAnswers } from '#domain/case/answered-referral.ts';
import type { Case } from '#domain/case/case.ts';
import { londonDateOf, plainDate } from '#domain/dates.ts';
import { evidenceNames } from '#domain/notices/words.ts';
import type { StoredCheck, StoredReferral } from '#domain/ports/records.ts';
import { type Referral, referralSchema } from '#domain/referral/schema.ts';
import { inWords } from '../../access/instants.ts';
import { developmentOf } from '../../record/development.ts';
import { enteredInWords } from '../../record/entered.ts';
import { staffHistory } from '../../record/history.ts';
import { referralSections } from '../../record/referral-sections.ts';
import { effectInWords, homeVisitingInWords, pathwayInWords, recommendationInWords } from '../../record/words.ts';

/** Everything that the page shows of a referral, in words. */
export function recordView(theCase: Case, stored: StoredReferral, check: StoredCheck | undefined) {
  const parsed = referralSchema.safeParse(stored.body);
  return {
    development: parsed.success ? developmentOf(parsed.data, check) : [],
    sections: referralSections(parsed.success ? parsed.data : stored.body),
    evidence: parsed.success ? evidenceOf(withAnswers(parsed.data, theCase), check) : [],
    answers: theCase.answers.map(({ at, text }) => ({ at: inWords(at), text, question: questionBefore(theCase, at) })),
    check: check ? checkOf(check) : null,
    history: staffHistory(theCase),
    receivedAt: inWords(theCase.receivedAt),
    entered: enteredInWords(stored),
  };
}

/** The dates by which two cases of what may be one child are told apart. */
export function otherCaseOf(other: Case) {
  return {
    reference: other.reference,
    receivedAt: inWords(other.receivedAt),
    referralOn: plainDate(other.referralOn),
    updatedAt: inWords(other.updatedAt),
    acceptedOn: other.list ? plainDate(other.list.acceptedOn) : null,
  };
}

/** What the team had asked when this answer came; empty when the machine had asked for evidence. */
function questionBefore({ decisions }: Case, at: string): string {
  return (
    decisions.findLast(({ outcome, decidedAt }) => outcome === 'REQUEST_INFORMATION' && decidedAt < at)?.reason ?? ''
  );
}

/** 'a care plan' at the beginning of a line: 'Care plan'. */
function sentenceCase(name: string): string {
  const bare = name.replace(/^(a|an|the) /, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

function checkOf(check: StoredCheck) {
  return {
    on: plainDate(londonDateOf(check.at)),
    policyVersion: check.policyVersion,
    recommendation: recommendationInWords(check.triageRecommendation),
    homeVisiting: homeVisitingInWords(check.homeVisiting),
    pathways: check.suggestedPathways.map((code) => pathwayInWords(code)).join(', ') || 'None',
    findings: check.findings.map(({ sentence, value, threshold, source, reference, effect }) => {
      return { sentence, value, threshold, source: `${source}: ${reference}`, effect: effectInWords(effect) };
    }),
  };
}

const states = {
  USABLE: 'Checked: it can be opened',
  PENDING: 'Still being checked for harmful content: it cannot be opened yet',
  FAILED: 'It cannot be used',
} as const;

const failures: Readonly<Record<string, string>> = {
  EVIDENCE_LOST: 'It cannot be used: the file is not there',
  EVIDENCE_HARMFUL: 'It cannot be used: harmful content was found in it',
  EVIDENCE_UNREADABLE: 'It cannot be used: it is not the type of file that it says',
};

/** People asked for it, so no check comes after it; its scan and its type are looked at when it is opened. */
const sentLater = 'Sent since the check: it is looked at when you open it';

function evidenceOf(referral: Referral, check: StoredCheck | undefined) {
  return referral.evidence.map((item, index) => {
    const checked = check?.evidence.find((known) => known.index === index);
    const said = checked ? (failures[checked.code] ?? states[checked.state]) : sentLater;
    const details = [item.dated ? plainDate(item.dated) : '', item.author ?? ''].filter((text) => text !== '');
    const canOpen = item.evidenceId !== undefined && checked?.state !== 'FAILED';
    return {
      index,
      title: item.title,
      kind: sentenceCase(evidenceNames[item.type]),
      details: details.join(', '),
      said,
      canOpen,
    };
  });
}
