import { withAnswers, withCorrectedDate } from '#domain/case/answered-referral.ts';
import type { Case } from '#domain/case/case.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { answerView } from '../../components/record/answers.ts';
import { enteredInWords } from '../../components/record/entered.ts';
import { type Row, referralSections } from '../../components/record/referral-sections.ts';
import { comparedView, factsOfChild } from './compare.ts';
import { assessmentOf, evidenceOf } from './documents.ts';
import { standingInWords } from './standing.ts';

export interface BesideDeps {
  readonly cases: Pick<CaseStore, 'readCase' | 'readCheck'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly access: Pick<AccessStore, 'recordReading'>;
  readonly now: Now;
}

/** The referrals that staff read beside this one: the one that it may repeat while that is asked, and all that were joined. */
export function besideReferences({ task, duplicateOf, joined = [] }: Case): string[] {
  const asked = task?.kind === 'DUPLICATE' && duplicateOf !== null ? [duplicateOf] : [];
  return [...asked, ...joined.map(({ reference }) => reference)];
}

interface Reader {
  readonly theCase: Case;
  readonly taskId: string;
  readonly actor: Actor;
}

/** Each of them in words. Showing one is a reading of it, which is written down first. */
export async function besideViews(deps: BesideDeps, { theCase, taskId, actor: by }: Reader) {
  const mine = await factsOf(deps, theCase.reference);
  const others = await Promise.all(
    besideReferences(theCase).map(async (reference) => {
      const [other, stored] = await Promise.all([
        deps.cases.readCase(reference),
        deps.referrals.readReferral(reference),
        deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD', taskId }),
      ]);
      if (!other || !stored) return { reference, isLost: true };
      const check = await deps.cases.readCheck(reference, other.checks);
      const view = besideView(other, stored, check);
      return { ...view, ...comparedView(mine, view), isJoined: reference !== theCase.duplicateOf };
    }),
  );
  return { others };
}

/** What tells a referral from one that may be of the same child; nothing of one that is not there. */
export async function factsOf({ cases, referrals }: BesideDeps, reference: string): Promise<Row[]> {
  const [theCase, stored] = await Promise.all([cases.readCase(reference), referrals.readReferral(reference)]);
  return theCase && stored ? rowsOf(theCase, stored) : [];
}

function rowsOf(theCase: Case, stored: StoredReferral): Row[] {
  const sent = referralIn(stored);
  const referral = sent && withCorrectedDate(sent, theCase);
  const facts = referral ? factsOfChild(referral) : [];
  return [{ label: 'Now', value: standingInWords(theCase) }, ...facts, ...datesOf(theCase)];
}

function besideView(other: Case, stored: StoredReferral, check: StoredCheck | undefined) {
  const sent = referralIn(stored);
  const referral = sent && withCorrectedDate(sent, other);
  const answered = referral && withAnswers(referral, other);
  return {
    reference: other.reference,
    rows: [
      { label: 'Now', value: standingInWords(other) },
      ...(referral ? factsOfChild(referral) : []),
      ...datesOf(other),
    ],
    entered: enteredInWords(stored),
    evidence: answered ? evidenceOf(answered, check) : [],
    assessment: answered ? assessmentOf(answered, check) : null,
    answers: other.answers.map(answerView),
    sections: referralSections(referral ?? stored.body),
  };
}

function datesOf({ referralOn, receivedAt, updatedAt, list }: Case): Row[] {
  return [
    { label: 'Referred on', value: plainDate(referralOn) },
    { label: 'Received', value: instantInWords(receivedAt) },
    { label: 'Last changed', value: instantInWords(updatedAt) },
    ...(list ? [{ label: 'Accepted on', value: plainDate(list.acceptedOn) }] : []),
  ];
}
