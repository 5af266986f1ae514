import { withAnswers } from '#domain/case/answered-referral.ts';
import type { Case } from '#domain/case/case.ts';
import { londonDateOf, plainDate } from '#domain/dates.ts';
import { evidenceNames } from '#domain/notices/words.ts';
import type { StoredCheck, StoredReferral } from '#domain/ports/records.ts';
import { type Referral, referralSchema } from '#domain/referral/schema.ts';
import { inWords } from '../../access/instants.ts';
import { staffHistory } from '../../record/history.ts';
import { referralSections } from '../../record/referral-sections.ts';
import { effectInWords, homeVisitingInWords, pathwayInWords, recommendationInWords } from '../../record/words.ts';

/** Everything that the page shows of a referral, in words. */
export function recordView(theCase: Case, stored: StoredReferral, check: StoredCheck | undefined) {
  const parsed = referralSchema.safeParse(stored.body);
  return {
    sections: referralSections(parsed.success ? parsed.data : stored.body),
    evidence: parsed.success ? evidenceOf(withAnswers(parsed.data, theCase), check) : [],
    answers: theCase.answers.map(({ at, text }) => ({ at: inWords(at), text })),
    check: check ? checkOf(check) : null,
    history: staffHistory(theCase),
    receivedAt: inWords(theCase.receivedAt),
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

function evidenceOf(referral: Referral, check: StoredCheck | undefined) {
  return referral.evidence.map((item, index) => {
    const checked = check?.evidence.find((known) => known.index === index);
    const said = checked ? (failures[checked.code] ?? states[checked.state]) : 'Not checked yet';
    const details = [item.dated ? plainDate(item.dated) : '', item.author ?? ''].filter((text) => text !== '');
    const canOpen = item.evidenceId !== undefined && checked !== undefined && checked.state !== 'FAILED';
    return { index, title: item.title, kind: evidenceNames[item.type], details: details.join(', '), said, canOpen };
  });
}
