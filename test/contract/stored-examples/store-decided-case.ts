import type { Stores } from '#adapters/records/stores.ts';
import { type Decided, decisionRecorded, decisionSettled } from '#domain/case/decide.ts';
import { involvementCorrected } from '#domain/case/involvement.ts';
import { secondLookAsked, secondTodo } from '#domain/case/second-person.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { AT, aCase, minutesAfter, task } from '../samples.ts';
import { changing } from './changing.ts';
import type { Keep } from './store-cases.ts';

const sam = personActor('sam', 'Sam Field', 'Portage practitioner');
const moment = (minutes: number) => ({ now: minutesAfter(minutes), policyVersion: 1 });

/** As a decision of today is recorded, by whom and after what reading. */
const decided: Decided = {
  outcome: 'INVITE_GROUP',
  reason: 'She plays with others',
  by: sam,
  involvement: { read: ['RECORD', 'DOCUMENTS'], against: false },
  page: 'a'.repeat(64),
};

/** Decides one case in a meeting and one between meetings, and keeps each with all that a decision may hold. */
export async function storeDecidedCases(stores: Stores, keep: Keep): Promise<void> {
  await inMeeting(stores, keep, 'REF2');
  await betweenMeetings(stores, keep, 'REF3');
}

const toDecide = (reference: string) =>
  aCase(reference, { status: 'IN_TRIAGE', next: 'TRIAGE', tasks: 1, outbox: [], triageSince: AT, task });

async function inMeeting(stores: Stores, keep: Keep, reference: string): Promise<void> {
  await stores.cases.createCase(toDecide(reference));
  const change = changing(stores, keep, reference);
  const meeting = { on: '2026-09-24', present: ['Sam Field', 'Robin Hale'] };
  const how = { ...decided, meeting, band: 2, list: { locality: 'Frome' } } as const;
  await change('decided-in-meeting', (theCase) => decisionRecorded(theCase, task, moment(1), how, 5));
  const said = { taskId: task.id, by: sam, read: ['RECORD', 'SUMMARY', 'MEETING'], reason: 'I read it on paper' };
  await change('involvement-corrected', (theCase) => involvementCorrected(theCase, moment(2), said));
  await change('settled-in-meeting', (theCase) => decisionSettled(theCase, moment(6)));
}

async function betweenMeetings(stores: Stores, keep: Keep, reference: string): Promise<void> {
  await stores.cases.createCase(toDecide(reference));
  const change = changing(stores, keep, reference);
  const second = { person: 'pat', name: 'Pat Moor', role: 'Service manager' };
  const against = { outcome: 'DECLINE', criterion: 'AGE', message: 'He is over 3' };
  const how = { ...decided, ...against, second, urgentBecause: 'The place ends on Friday' };
  await change('decided-with-second', (theCase) => decisionRecorded(theCase, task, moment(1), how, 5));
  const todo = secondTodo((await stores.cases.readCase(reference)) ?? aCase(reference), defaultPolicy);
  if (!todo) throw new Error('No one is asked to be the second person.');
  const asked = { todo: todo.id, words: 'I read the dates otherwise', by: personActor('pat', 'Pat Moor', 'Manager') };
  await change('second-look-asked', (theCase) => secondLookAsked(theCase, moment(3), asked));
  await change('decision-to-count', (theCase) => decisionSettled(theCase, moment(6)));
}
