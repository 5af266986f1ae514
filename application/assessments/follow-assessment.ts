import { visitNewsSchema } from '#domain/case/assessment-shape.ts';
import { newsTold, reminderOwed } from '#domain/case/book-assessment.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { visitMoment } from '#domain/notices/assessment-notices.ts';
import { changeCase } from '../change-case.ts';
import { readRecord } from '../read-record.ts';
import type { StepDeps } from '../step-deps.ts';

export type FollowAssessment = (reference: string) => Promise<void>;

/**
 * Tells people what is owed of an initial assessment, and reminds the family once when it is time. Each goes once, however
 * often this is called.
 */
export function followAssessment(
  deps: Pick<StepDeps, 'cases' | 'referrals' | 'sendNotices' | 'policy' | 'now'>,
): FollowAssessment {
  return async (reference) => {
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    await changeCase(deps.cases, reference, (current) => reminderOwed(current, moment));
    const { theCase, stored } = await readRecord(deps, reference);
    const owed = theCase.assessment?.owed;
    const news = visitNewsSchema.safeParse(owed?.news).data;
    if (!owed || !news) return;
    if (!theCase.death) await deps.sendNotices(visitMoment(news), theCase, addresseesOf(stored.body));
    await changeCase(deps.cases, reference, (current) => newsTold(current, moment, owed.at));
  };
}
