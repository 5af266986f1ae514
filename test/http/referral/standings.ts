import { afterNotifying } from '#domain/case/after-step.ts';
import type { Case } from '#domain/case/case.ts';
import { decisionRecorded, decisionSettled } from '#domain/case/decide.ts';
import { afterListing } from '#domain/case/list.ts';
import { decisionsCounted } from '#domain/case/to-count.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { checkedCase, withAsk, withTask } from '../records.ts';

/** The moment at which the clock of the tests begins, and one after the undo window that began an hour before it. */
const before = { now: '2026-09-24T07:30:00.000Z', policyVersion: 1 };
const start = { now: '2026-09-24T08:00:00.000Z', policyVersion: 1 };
const person = { reason: 'As agreed', by: personActor('sam', 'Sam Field', 'Portage practitioner') };

/** Everything here is the first version of its case, as the store wants it. */
const first = (theCase: Case): Case => ({ ...theCase, version: 1 });

export const inTriage = withTask(checkedCase('TRIAGE'), 'TRIAGE');

export const question = {
  why: 'INFORMATION_REQUESTED',
  question: 'How does she play?',
  failed: [],
  untilAt: null,
} satisfies Case['ask'];
export const asked = withTask(withAsk(checkedCase('TRIAGE'), question), 'REFERRER', ['referrer01@example.org']);

function decidedAt(moment: typeof start, outcome: string): Case {
  if (!inTriage.task) throw new Error('There is no task.');
  return first(decisionRecorded(inTriage, inTriage.task, moment, { outcome, ...person }, defaultPolicy.undoMinutes));
}

/** Decided when the clock of the tests begins: it can be undone for five minutes. */
export const deciding = decidedAt(start, 'DECLINE');

/** Settled, and counted as the sweeper does right after. */
function settled(outcome: string): Case {
  const effective = decisionSettled(decidedAt(before, outcome), start);
  const after = effective && decisionsCounted(effective, start, [effective.decisions.at(-1)?.taskId ?? 'none']);
  if (!after) throw new Error('Nothing was settled.');
  return after;
}

export const declined = first(afterNotifying(settled('DECLINE'), start));

/** On the list, and everybody told. */
export function onList(): Case {
  const after = afterListing(settled('INVITE_GROUP'), start, { locality: 'Taunton', suggestedBand: 2 }, defaultPolicy);
  if (!after) throw new Error('Not listed.');
  return first(afterNotifying(after, start));
}

/** Stopped by the rules, and its referrer told. */
export function stopped(outcome: string, reason: string): Case {
  return first(afterNotifying(checkedCase(outcome, [reason]), start));
}
