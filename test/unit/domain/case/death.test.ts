import { describe, expect, it } from 'vitest';
import { afterNotifying } from '#domain/case/after-step.ts';
import type { Case } from '#domain/case/case.ts';
import { CHILD_HAS_DIED, deathRecorded, deathUndone } from '#domain/case/death.ts';
import { caseDueAt, listKeyOf, workKeyOf } from '#domain/case/index-keys.ts';
import { parked, workflowStarted } from '#domain/case/run.ts';
import { outcomeNotices } from '#domain/notices/outcome-notices.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import { brokenAt } from '#domain/process/history.ts';
import { caseOnReceipt, checkedCase, withAsk, withTask } from '#test/http/records.ts';
import { deciding, declined, inTriage, onList } from '#test/http/referral/standings.ts';

const moment = { now: '2026-09-25T09:00:00.000Z', policyVersion: 1 };
const later = { now: '2026-09-25T09:10:00.000Z', policyVersion: 1 };
const by = personActor('sam', 'Sam Field', 'Portage practitioner');
const question: Case['ask'] = { why: 'INFORMATION_REQUESTED', question: 'Why?', failed: [], untilAt: null };
const wake: Case['outbox'] = [{ kind: 'WAKE', token: 'token' }];

function died(theCase: Case): Case {
  const after = deathRecorded(theCase, moment, by);
  if (!after) throw new Error('Nothing was recorded.');
  return after;
}

const standings: [string, Case, Case['outbox']][] = [
  ['when its workflow has not started (early)', caseOnReceipt(), [{ kind: 'START', run: 1 }]],
  ['before the check has run', workflowStarted(caseOnReceipt(), moment), []],
  ['while it waits for the triage team', inTriage, wake],
  ['while a decision can be undone', deciding, wake],
  ['while it is held as a duplicate', withTask(checkedCase('POSSIBLE_DUPLICATE', [], 'X'), 'DUPLICATE'), wake],
  ['while the referrer is asked', withTask(withAsk(checkedCase('TRIAGE'), question), 'REFERRER'), wake],
  ['on the list', onList(), []],
  ['after it was declined (late)', declined, []],
  ['while it is parked for an operator', parked(inTriage, moment, 'Bug'), []],
];

describe('a case whose child has died', () => {
  it.each(standings)('%s has nothing left to do, to send or to wait for', (_when, theCase, outbox) => {
    const after = died(theCase);
    const hasWorkflow = theCase.parked === null && theCase.next !== 'DONE';
    expect(after).toMatchObject({ status: 'WITHDRAWN', task: null, list: null, parked: null, outbox });
    expect(after.next).toBe(hasWorkflow ? 'NOTIFY' : 'DONE');
    expect(after).toMatchObject({ legalHold: { why: CHILD_HAS_DIED }, death: { by } });
    expect([workKeyOf(after), listKeyOf(after)]).toEqual([undefined, undefined]);
    expect(caseDueAt(afterNotifying(after, later))).toBeUndefined();
    expect(brokenAt(after.history)).toBeUndefined();
  });

  it.each(standings)('%s stands as before once it is undone, with a workflow where one has work', (_when, theCase) => {
    const back = deathUndone({ ...died(theCase), outbox: [] }, later, { reason: 'Another child', by });
    expect(back).toMatchObject({ status: theCase.status, next: theCase.next, list: theCase.list, task: null });
    expect(back?.death ?? back?.legalHold).toBeUndefined();
    const start = { kind: 'START', run: theCase.run + 1 };
    expect(back?.outbox).toEqual(theCase.next === 'DONE' ? [] : [start]);
    const added = back?.history.slice(died(theCase).history.length).map(({ event, by: who }) => [event, who]);
    const returned = theCase.list ? [['LIST_RETURNED', by]] : [];
    const restarted = theCase.next === 'DONE' ? [] : [['RESTARTED', MACHINE]];
    expect(added).toEqual([['DEATH_UNDONE', by], ...returned, ...restarted]);
    expect(back?.history.find(({ event }) => event === 'DEATH_UNDONE')?.text).toBe('Another child');
  });

  it('tells no one, and its workflow ends', () => {
    expect(outcomeNotices(died(inTriage))).toEqual([]);
    expect(afterNotifying(died(inTriage), later)).toMatchObject({ status: 'WITHDRAWN', next: 'DONE', outbox: [] });
    expect(afterNotifying(died(inTriage), later).history.at(-1)?.event).toBe('CLOSED_UNTOLD');
  });

  it('is recorded once, and undone only where it was recorded', () => {
    expect(deathRecorded(died(inTriage), later, by)).toBeUndefined();
    expect(deathUndone(inTriage, later, { reason: 'Another child', by })).toBeUndefined();
  });
});
