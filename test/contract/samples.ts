import type { Case, Decision, Task } from '#domain/case/case.ts';
import { receivedCase } from '#domain/case/receive.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import type { Notice } from '#domain/notices/notice.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import type { Challenge } from '#domain/people/challenge.ts';
import type { Link } from '#domain/people/link.ts';
import type { Session } from '#domain/people/session.ts';
import { type NewTodo, newTodo, type Todo } from '#domain/people/todo.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';

export const AT = '2026-09-24T09:00:00.000Z';

export function minutesAfter(minutes: number): string {
  return new Date(Date.parse(AT) + minutes * 60_000).toISOString();
}

export function aReferral(reference: string, body: unknown = { child: { firstName: 'Robin' } }): StoredReferral {
  const hashes = { keyHash: 'key-hash', bodyHash: 'body-hash' };
  return { reference, caller: 'caller-1', ...hashes, receivedAt: AT, referralOn: '2026-09-24', body };
}

export function aCase(reference: string, changes: Partial<Case> = {}): Case {
  const facts = { reference, caller: 'caller-1', receivedAt: AT, referralOn: '2026-09-24' };
  return { ...receivedCase(facts, 1), ...changes };
}

/** A case that nothing but its `moveBy` brings to the sweeper's attention. */
export function aCaseToLookAt(reference: string, moveBy: string): Case {
  return aCase(reference, { outbox: [], moveBy });
}

export const task: Task = {
  id: 'task-1',
  kind: 'TRIAGE',
  openedAt: AT,
  dueAt: minutesAfter(60),
  round: 0,
  recipients: ['PERSON:a', 'PERSON:b'],
  token: 'a-token',
};

export const decision: Decision = {
  outcome: 'INVITE_GROUP',
  reason: 'Close to home',
  by: personActor('sam', 'Sam Field', 'Portage practitioner'),
  decidedAt: AT,
  effectiveAt: minutesAfter(5),
};

export function anEntry(order: string): ListEntry {
  const dates = { acceptedOn: '2026-09-24', targetOn: '2027-03-24' };
  return { pathway: 'PORTAGE_GROUP', locality: 'Frome', ...dates, suggestedBand: 2, band: null, order };
}

export function aCheck(reference: string, n: number): StoredCheck {
  const found = { outcome: 'TRIAGE', reasons: ['DELAY_MET_IN_2_AREAS'], flags: [], triageRecommendation: 'ELIGIBLE' };
  const paths = { homeVisiting: 'POSSIBLE', suggestedPathways: ['HOME_VISITING'], suggestedBand: null };
  const computed = { ageAtReferral: { months: 24, exactMonths: 24.13 }, areas: [{ name: 'visual', ratio: 0.1 }] };
  const shown = { value: '2', shownAs: '2 areas', threshold: '2', source: 'published', reference: 'p1', sentence: '' };
  const finding = { rule: 'delay', code: 'MET', ...shown, effect: '' };
  const evidence: StoredCheck['evidence'] = [{ index: 0, state: 'USABLE', code: '', versionId: 'v1' }];
  return { reference, n, at: AT, policyVersion: 1, ...found, ...paths, computed, findings: [finding], evidence };
}

export function aNotice(reference: string, id: string, changes: Partial<Notice> = {}): Notice {
  const kept = { state: 'CLAIMED', attempts: 1, possibleDuplicate: false, claimedAt: AT } as const;
  return { id, reference, kind: 'ACKNOWLEDGEMENT', to: 'REFERRER', by: MACHINE, ...kept, ...changes };
}

export function aLink(hash: string): Link {
  const dates = { createdAt: AT, expiresAt: minutesAfter(60) };
  return { hash, purpose: 'TASK', reference: 'REF1', taskId: 'task-1', mailbox: 'triage-1@example.org', ...dates };
}

export function aSession(hash: string): Session {
  const dates = { createdAt: AT, expiresAt: minutesAfter(60) };
  const grants: Session['grants'] = [{ reference: 'REF1', taskId: 'task-1', purpose: 'TASK' }];
  return { hash, version: 1, audience: 'STAFF', mailbox: 'triage-1@example.org', grants, ...dates };
}

export function aChallenge(id: string, version: number, triesLeft = 5): Challenge {
  return { id, version, codeHash: 'code-hash', expiresAt: minutesAfter(10), triesLeft, sent: 1, lastSentAt: AT };
}

export function aTodo(reference: string, changes: Partial<NewTodo> = {}): Todo {
  const times = { openedAt: AT, due: minutesAfter(60) };
  return newTodo({
    ...{ reference, kind: 'TELL_IN_PERSON', cause: 'n1', for: 'PERSON:sam', why: 'UNSAFE_CONTACT', ...times },
    ...changes,
  });
}
