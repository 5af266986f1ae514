import type { Stores } from '#adapters/records/stores.ts';
import type { Case } from '#domain/case/case.ts';
import { taskClaimed } from '#domain/case/claim-task.ts';
import { colleagueAsked, handedOver } from '#domain/case/hand-over.ts';
import { parked } from '#domain/case/run.ts';
import { type SealedPart, withoutPart } from '#domain/case/seal.ts';
import { noted } from '#domain/case/unreached.ts';
import { withdrawn } from '#domain/case/withdraw.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { MACHINE, personActor, referrerActor } from '#domain/people/actor.ts';
import { DEFINITION_TOO_OLD } from '#domain/process/run.ts';
import { changing } from './changing.ts';
import type { Keep } from './store-cases.ts';

const moment = { now: '2026-09-25T09:00:00.000Z', policyVersion: 1 };
const colleague = { name: 'C. Colleague', email: 'colleague@example.org', role: 'GP' };
const by = 'referrer01@example.org';

/** Takes one case through what its referrer can do with it, and through what can go wrong, and keeps it each time. */
export async function storeChangedCases(stores: Stores, keep: Keep, reference: string): Promise<void> {
  const { cases } = stores;
  const change = changing(stores, keep, reference);
  const referral = addresseesOf({ referrer: { email: by } });
  const unreached = { event: 'NOTICE_FAILED', by: MACHINE, notice: 'TRIAGE_REQUEST-1', why: 'REFUSED' } as const;
  const sam = personActor('sam', 'Sam Field', 'triager');
  await change('task-claimed', (theCase) => taskClaimed(theCase, moment, theCase.task?.id ?? '', sam));
  await change('notice-failed', (theCase) => noted(theCase, moment, unreached));
  const cameBack = {
    ...unreached,
    notice: 'TRIAGE_REQUEST-2',
    why: 'BOUNCED',
    person: 'sam',
    next: 'PERSON:pat',
  } as const;
  await change('next-person-asked', (theCase) => noted(theCase, moment, cameBack));
  await change('colleague-asked', (theCase) => colleagueAsked(theCase, moment, colleague, { by, days: 14 }));
  await change('handed-over', (theCase) =>
    handedOver(theCase, moment, { id: theCase.handOver?.id ?? '', mailbox: colleague.email, referral }),
  );
  await change('definition-too-old', (theCase) => parked(theCase, moment, DEFINITION_TOO_OLD));
  const reason = 'The family has moved';
  await change('withdrawn', (theCase) => withdrawn(theCase, moment, { reason, by: referrerActor(by) }));
  const part = partOf(await cases.readCase(reference));
  await cases.putPart(part);
  await keep('part.first', `REF#${reference}`, 'PART#');
  await change('with-a-sealed-part', (theCase) => withoutPart(theCase, part));
}

/** As a part is sealed, but far below the size at which one would be. */
function partOf(theCase: Case | undefined): SealedPart {
  if (!theCase) throw new Error('There is no case.');
  const { reference, history, decisions, answers } = theCase;
  return { reference, n: 1, sealedAt: moment.now, history: history.slice(0, 4), decisions, answers };
}
