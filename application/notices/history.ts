import type { Case } from '#domain/case/case.ts';
import { CHILD_HAS_DIED } from '#domain/case/death.ts';
import { noted } from '#domain/case/unreached.ts';
import { MACHINE } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { NO_LONGER_NEEDED } from './deliver.ts';
import type { Sent } from './sent.ts';

const events: ReadonlyMap<string, 'NOTICE_NEEDS_A_PERSON' | 'NOTICE_FAILED'> = new Map([
  ['FOR_A_PERSON', 'NOTICE_NEEDS_A_PERSON'],
  ['FAILED', 'NOTICE_FAILED'],
]);

/**
 * Writes into the case's history, once for each notice, that someone was not reached by email: only people can put that
 * right. A crash before this is made good by the next call for the same notice.
 */
export async function noteForPeople(
  { cases, policy, now }: { cases: CaseStore; policy: Policy; now: Now },
  theCase: Case,
  { owed, state, why = '' }: Sent,
): Promise<void> {
  // No one needs to act when a person has left: others are asked in their place. Of a child who has died no one is written to.
  if (why === 'PERSON_LEFT' || why === CHILD_HAS_DIED || why === NO_LONGER_NEEDED) return;
  const name = events.get(state);
  if (!name || isNoted(theCase, owed.id)) return;
  const event = { event: name, by: MACHINE, notice: owed.id, why } as const;
  const moment = { now: now(), policyVersion: policy.version };
  await changeCase(cases, theCase.reference, (current) =>
    isNoted(current, owed.id) ? undefined : noted(current, moment, event),
  );
}

function isNoted({ unreached = [] }: Case, noticeId: string): boolean {
  return unreached.some(({ notice }) => notice === noticeId);
}
