import type { AssessmentChange } from '#domain/case/book-assessment.ts';
import { assessmentBooked, reminderOwed } from '#domain/case/book-assessment.ts';
import type { Case } from '#domain/case/case.ts';
import { assessmentDone, assessmentGoesOn, assessmentMissed } from '#domain/case/record-assessment.ts';
import { waitReviewed } from '#domain/case/wait-review.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import type { changing } from './changing.ts';

const by = personActor('kim', 'Kim Park', 'practitioner');
const visit = { at: '10:00', person: 'kim', where: 'Family hub, Example Street', by };
const on = (now: string) => ({ now: `${now}T12:00:00.000Z`, policyVersion: 1 });
const made = (changed: AssessmentChange): Case | undefined => ('refused' in changed ? undefined : changed);

/** Takes a child who waits for an initial assessment through what can happen to it, and keeps the case each time. */
export async function storeAssessedCase(change: ReturnType<typeof changing>): Promise<void> {
  await change('assessment-booked', (theCase) =>
    made(assessmentBooked(theCase, on('2026-10-05'), { ...visit, on: '2026-10-13', seen: 0 }, defaultPolicy)),
  );
  await change('assessment-reminded', ({ assessment, ...theCase }) => {
    const { owed: _, ...told } = assessment ?? { bookings: 0, missed: [] };
    return reminderOwed({ ...theCase, assessment: told }, on('2026-10-12'));
  });
  const missed = { seen: 1, why: 'NO_ACCESS', words: 'No one was in', by, isFlagged: true } as const;
  await change('assessment-missed', (theCase) => made(assessmentMissed(theCase, on('2026-10-13'), missed)));
  const goesOn = { what: 'OFFER_AGAIN', reason: 'We spoke with the mother', by } as const;
  await change('assessment-goes-on', (theCase) => made(assessmentGoesOn(theCase, on('2026-10-14'), goesOn)));
  await change('assessment-booked-again', (theCase) =>
    made(assessmentBooked(theCase, on('2026-10-14'), { ...visit, on: '2026-10-20', seen: 0 }, defaultPolicy)),
  );
  const found = { outcome: 'PORTAGE_GROUP', seen: 2, band: 2, settingHoursNow: 16, words: 'Nursery', by } as const;
  await change('assessment-done', (theCase) => made(assessmentDone(theCase, on('2026-10-20'), found)));
  const review = { todo: 'REF-REVIEW_WAIT-LISTED', on: '2027-03-30', changed: '', offered: 'On Tuesdays', by };
  const codes = { changes: [], offering: ['STAY_AND_PLAY'] } as const;
  await change('wait-reviewed', (theCase) => waitReviewed(theCase, on('2027-04-01'), { ...review, ...codes }));
}
