import type { Stores } from '#adapters/records/stores.ts';
import { accessRequested } from '#domain/case/access-request.ts';
import { withdrawalAnswered, withdrawalAsked, withdrawalTodoId } from '#domain/case/ask-withdrawal.ts';
import type { Case } from '#domain/case/case.ts';
import { closedWithSupport } from '#domain/case/close-support.ts';
import { contactCheckAsked, contactChecked, contactTodo } from '#domain/case/contact-check.ts';
import { birthDateCorrected, responsibilityRecorded } from '#domain/case/corrected.ts';
import { deathRecorded } from '#domain/case/death.ts';
import { erasureAnswered, erasureDecided } from '#domain/case/erasure.ts';
import { withJoined } from '#domain/case/joined.ts';
import { legalHoldLifted, legalHoldSet } from '#domain/case/legal-hold.ts';
import { familyEmailStopped } from '#domain/case/no-family-email.ts';
import { noticePutRight } from '#domain/case/notice-put-right.ts';
import { movedToSafePlace, safePlaceLookedAt, safePlaceTodo } from '#domain/case/safe-place.ts';
import { entryDeferred, schoolAnswered, schoolChosen, schoolInvited } from '#domain/case/school.ts';
import { attendedSchool } from '#domain/case/school-attendance.ts';
import { familyTold } from '#domain/case/told.ts';
import { personActor, referrerActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { changing } from './changing.ts';
import { storeAssessedCase } from './store-assessed-case.ts';
import type { Keep, Stored } from './store-cases.ts';
import { storeJointCase } from './store-joint-case.ts';
import { stepsToSafety } from './store-safe-channel.ts';

const moment = { now: '2026-10-05T09:00:00.000Z', policyVersion: 1 };
const by = referrerActor('referrer01@example.org');

/** Takes a child on a list through what can happen to the place, and keeps the case each time. */
export async function storeListedCases(stores: Stores, keep: Keep, { listed, inTriage }: Stored): Promise<void> {
  const other = await stores.cases.readCase(inTriage);
  if (!other) throw new Error('There is no other case.');
  const change = changing(stores, keep, listed);
  await change('family-told', (theCase) =>
    familyTold(theCase, moment, { about: 'LISTED', how: 'BY_PHONE', on: '2026-10-02', words: 'By the manager', by }),
  );
  await change('joined', (theCase) => withJoined(theCase, moment, other));
  await change('withdrawal-asked', (theCase) => withdrawalAsked(theCase, moment, { reason: 'They have moved', by }));
  await change('withdrawal-refused', (theCase) => {
    const answer = { said: 'KEEP', words: 'They stay', by, todo: withdrawalTodoId(theCase) ?? '' } as const;
    return withdrawalAnswered(theCase, moment, answer);
  });
  const unsafe = { reason: 'Someone else reads her email', by: personActor('pat', 'Pat', 'Manager') };
  await change('family-email-stopped', (theCase) => familyEmailStopped(theCase, moment, unsafe));
  await change('at-safe-place', (theCase) => movedToSafePlace(theCase, moment, { ...unsafe, adults: 2, seen: '' }));
  const found = { reason: 'Her red book', by: personActor('pat', 'Pat', 'Manager') };
  const dates = { from: '2024-09-10', on: '2024-07-10' };
  await change('birth-date-corrected', (theCase) =>
    birthDateCorrected(theCase, moment, { ...found, ...dates }, defaultPolicy),
  );
  const school = { ...found, year: 2029 };
  await change('school-deferred', (theCase) => entryDeferred(theCase, moment, { ...found, isDeferred: true }));
  await change('school-chosen', (theCase) => schoolChosen(theCase, moment, { ...school, isInvited: true }));
  await change('school-invited', (theCase) => schoolInvited(theCase, moment, { ...school, town: 'Taunton' }));
  const session = { town: 'Taunton', on: '2029-04-16' };
  await change('school-attended', (theCase) =>
    attendedSchool(theCase, moment, { ...found, ...session, isPresent: true }),
  );
  await change('school-answered', (theCase) => schoolAnswered(theCase, moment, { ...school, what: 'YES' }));
  const holder = { place: 0, holds: 'NOT_KNOWN', mayEmail: false } as const;
  await change('responsibility-recorded', (theCase) =>
    responsibilityRecorded(theCase, moment, { ...found, ...holder }),
  );
  for (const [name, step] of stepsToSafety) await change(name, step);
  await storeAssessedCase(change);
  await change('held', (theCase) => legalHoldSet(theCase, moment, { ...found, seen: '' }));
  await change('not-held', (theCase) => legalHoldLifted(theCase, moment, { ...found, seen: moment.now }));
  await change('erasure-refused', (theCase) =>
    erasureDecided(theCase, moment, { ...found, ground: 'PUBLIC_TASK', askedOn: '2026-09-24', seen: '' }),
  );
  await change('erasure-answered', (theCase) => erasureAnswered(theCase, moment, { ...found, seen: moment.now }));
  await change('access-requested', (theCase) =>
    accessRequested(theCase, moment, '', {
      ...{ by: found.by, askedOn: '2026-09-24', holds: 'YES', opinion: 'NOT_ASKED', seen: '' },
      text: 'Her mother, by letter. Birth certificate seen',
    }),
  );
  await change('died', (theCase) => deathRecorded(theCase, moment, by));
  await change('support-closed', ({ death: _undone, ...theCase }) =>
    closedWithSupport({ ...theCase, status: 'IN_SUPPORT', next: 'DONE' }, moment, {
      ...{ why: 'FINISHED', pathway: 'HOME_VISITING', by: personActor('kim', 'Kim Park', 'Practitioner') },
    }),
  );
  await storeJointCase(change);
  await change('safe-place-looked', (theCase) => lookedAtMove(theCase));
  const olly = personActor('olly', 'Olly', 'operator');
  const said = { by: olly, reason: 'Two emails came back' };
  await change('email-put-right', (theCase) =>
    noticePutRight(theCase, moment, { ...said, notice: 'ACKNOWLEDGEMENT-REFERRER', what: 'LINK_RENEWED' }),
  );
  await change('contact-check-asked', (theCase) => contactCheckAsked(theCase, moment, said));
  await change('contact-checked', (theCase) =>
    contactChecked(theCase, moment, { ...said, todo: contactTodo(theCase.reference, moment.now, defaultPolicy) }),
  );
}

/** A service manager looked at the last move to a safe place. */
function lookedAtMove(theCase: Case): Case | undefined {
  const todo = safePlaceTodo(theCase.reference, theCase.safePlace?.at ?? moment.now, defaultPolicy);
  const by = personActor('pat', 'Pat', 'Manager');
  return safePlaceLookedAt(theCase, moment, { by, reason: 'The practitioner calls her', todo });
}
