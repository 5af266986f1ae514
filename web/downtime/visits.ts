import type { BookedVisit } from '#application/downtime/visits-ahead.ts';
import { type FamilyDeps, readFamily } from '#application/read-family.ts';
import { assessmentOf } from '#domain/case/assessment.ts';
import type { Case } from '#domain/case/case.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { MACHINE } from '#domain/people/actor.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import { knownIn } from '#domain/referral/known.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import { mayShow } from '#domain/safe-contact/may-show.ts';
import type { Policy } from '#domain/service/policy.ts';
import { instantInWords } from '../access/instants.ts';
import { beforeVisit, familyRows } from '../staff/assessments/view.ts';
import { assessmentWords } from '../staff/assessments/words.ts';
import { visitWords, whereInWords } from '../staff/visits/words.ts';
import { downtimeWords as words } from './words.ts';

export interface PackVisitDeps extends FamilyDeps {
  readonly access: Pick<AccessStore, 'recordReading'>;
  readonly policy: Policy;
}

/**
 * One visit as the pack prints it, or undefined where the child has died. Of a flagged family it has the reference alone: paper
 * is lost, and nothing writes down who reads it. The reading is written down before it is printed.
 */
export async function visitInPack(deps: PackVisitDeps, visit: BookedVisit) {
  const { reference, at } = visit;
  const [theCase, stored] = await Promise.all([
    deps.cases.readCase(reference),
    deps.referrals.readReferral(reference),
    deps.access.recordReading({ reference, at: deps.now(), by: MACHINE, what: 'DOWNTIME_PACK' }),
  ]);
  if (theCase?.death) return undefined;
  if (!theCase || !stored) return bare(reference, words.unreadable);
  const family = await readFamily(deps, theCase, addresseesOf(stored.body));
  if (!mayShow('WHEREABOUTS', 'COPY', family)) return bare(reference, words.flagged);
  return {
    ...{ reference, note: '', when: instantInWords(at), ...kindOf(visit, theCase, deps.policy) },
    facts: familyRows(knownIn(stored), family),
    before: beforeVisit(referralIn(stored), family, theCase),
  };
}

const bare = (reference: string, note: string) => ({
  ...{ reference, note, when: '', what: '', where: '' },
  ...{ facts: [], before: [] },
});

/** What kind of visit it is, and where. */
function kindOf({ isAssessment, more }: BookedVisit, theCase: Case, policy: Policy) {
  if (isAssessment)
    return { what: words.assessment, where: assessmentOf(theCase).visit?.where ?? assessmentWords.atHome };
  const session = visitWords.session((more?.sessions ?? 0) + 1, policy.maxSessions + (more?.agreed ?? 0));
  return {
    what: more?.visitKind === 'INITIAL' ? visitWords.initial : session,
    where: whereInWords(more?.visitWhere ?? ''),
  };
}
