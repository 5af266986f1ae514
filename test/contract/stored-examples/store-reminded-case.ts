import type { Stores } from '#adapters/records/stores.ts';
import { answered } from '#domain/case/answer.ts';
import { decisionRecorded, decisionSettled } from '#domain/case/decide.ts';
import { calendarFollowed } from '#domain/case/follow-calendar.ts';
import { todoReassigned } from '#domain/case/hand-on.ts';
import { withJoined } from '#domain/case/joined.ts';
import { toldApart } from '#domain/case/same-child.ts';
import { reminded, taskOpened } from '#domain/case/task.ts';
import { personActor } from '#domain/people/actor.ts';
import { seededTeam } from '#domain/people/seed.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testConfig } from '#test/http/service-config.ts';
import { AT, aCase, minutesAfter, task } from '../samples.ts';
import { changing } from './changing.ts';
import type { Keep } from './store-cases.ts';

const sam = personActor('sam', 'Sam Field', 'Portage practitioner');
const DAY = 24 * 60;
const moment = (minutes: number) => ({ now: minutesAfter(minutes), policyVersion: 1 });
const triage = { status: 'IN_TRIAGE', next: 'TRIAGE', tasks: 1, triageSince: AT } as const;

/** Moves a case with the calendar, and reminds people of it until the operator is told; keeps it each time. */
export async function storeRemindedCase(stores: Stores, keep: Keep): Promise<void> {
  await stores.cases.createCase(
    aCase('REF4', { ...triage, outbox: [], task: { ...task, firstDueAt: minutesAfter(7 * DAY) } }),
  );
  const change = changing(stores, keep, 'REF4');
  const meetings = [{ on: '2026-10-06', from: '09:30', until: '11:00' }];
  await change('moved-with-the-calendar', (theCase) =>
    calendarFollowed(theCase, moment(1), { meetings, by: sam }, defaultPolicy),
  );
  const [to] = seededTeam(testConfig).people;
  if (!to) throw new Error('The configuration names no one.');
  await change('todo-handed-on', (theCase) => todoReassigned(theCase, moment(2), 'REF4-WRITE_UP-T1', { to, by: sam }));
  for (const [n, name] of ['reminded', 'manager-asked', 'operator-told'].entries()) {
    await change(name, (theCase) => reminded(theCase, moment((n + 14) * DAY), defaultPolicy));
  }
}

/** Ends a duplicate whose referrers are told of each other, and joins it to the other case; keeps both. */
export async function storeJoinedCase(stores: Stores, keep: Keep): Promise<void> {
  const held = { ...task, kind: 'DUPLICATE' } as const;
  const duplicate = { status: 'HELD_AS_DUPLICATE', next: 'HOLD', tasks: 1, duplicateOf: 'REF9' } as const;
  await stores.cases.createCase(aCase('REF8', { ...duplicate, outbox: [], task: held }));
  await stores.cases.createCase(aCase('REF9', { ...triage, outbox: [], task }));
  const change = changing(stores, keep, 'REF8');
  const how = { outcome: 'CONFIRMED_DUPLICATE', reason: 'The same child', by: sam, tellsOfOther: true } as const;
  await change('tells-of-other', (theCase) => decisionRecorded(theCase, held, moment(1), how, 5));
  await change('ended-as-duplicate', (theCase) => decisionSettled(theCase, moment(6)));
  const ended = await stores.cases.readCase('REF8');
  const other = changing(stores, keep, 'REF9');
  await other('joined-and-told', (theCase) => ended && withJoined(theCase, moment(7), ended));
  const apart = { other: 'REF7', by: sam, reason: 'They are twins' };
  await other('told-apart', (theCase) => toldApart(theCase, moment(8), apart));
  const same = { outcome: 'CONFIRMED_DUPLICATE', reason: 'The same child', by: sam, sameAs: 'REF7' } as const;
  await other('found-in-triage', (theCase) => decisionRecorded(theCase, task, moment(9), same, 5));
  await other('ended-as-found', (theCase) => decisionSettled(theCase, moment(14)));
}

/** Asks the referrer of a case with what to do about the risk, and records for them what they answer. */
export async function storeAskedCase(stores: Stores, keep: Keep): Promise<void> {
  await stores.cases.createCase(aCase('REF5', { ...triage, outbox: [], task }));
  const change = changing(stores, keep, 'REF5');
  const question = { outcome: 'REQUEST_INFORMATION', question: 'How does she eat?', reason: 'Little is said' } as const;
  const how = { ...question, by: sam, riskWhileWaiting: 'None known', page: 'a'.repeat(64) };
  await change('risk-while-waiting', (theCase) => decisionRecorded(theCase, task, moment(1), how, 5));
  await change('asked-with-the-risk', (theCase) => decisionSettled(theCase, moment(6)));
  const opening = { kind: 'REFERRER', token: 'b-token', recipients: ['REFERRER'] } as const;
  await change('waits-for-the-referrer', (theCase) => taskOpened(theCase, moment(7), opening, defaultPolicy));
  const given = { name: 'R. Referrer', on: '2026-09-24' };
  const answer = { by: sam, text: 'She eats well', evidence: [], given };
  await change('answer-recorded-by-staff', (theCase) =>
    theCase.task ? answered(theCase, theCase.task, moment(DAY), answer) : undefined,
  );
}
