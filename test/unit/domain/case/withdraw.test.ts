import { describe, expect, it } from 'vitest';
import { afterNotifying } from '#domain/case/after-step.ts';
import type { Case } from '#domain/case/case.ts';
import { isOpen } from '#domain/case/codes.ts';
import { decisionRecorded, decisionSettled } from '#domain/case/decide.ts';
import { caseDueAt, listKeyOf, workKeyOf } from '#domain/case/index-keys.ts';
import { afterListing } from '#domain/case/list.ts';
import { parked, restarted, workflowStarted } from '#domain/case/run.ts';
import { withdrawable, withdrawn } from '#domain/case/withdraw.ts';
import { personActor, referrerActor } from '#domain/people/actor.ts';
import { brokenAt } from '#domain/process/history.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { caseOnReceipt, checkedCase, withAsk, withTask } from '#test/http/records.ts';
import { aGate } from '../support/gate-sample.ts';

const moment = { now: '2026-09-25T09:00:00.000Z', policyVersion: 1 };
const later = { now: '2026-09-25T09:10:00.000Z', policyVersion: 1 };
const how = { reason: 'The family has moved away', by: referrerActor('referrer01@example.org') };
/** What a child with a place needs as well. */
const withGate = { ...how, gate: aGate };
const person = { reason: 'As agreed', by: personActor('sam', 'Sam Field', 'Portage practitioner') };

const inTriage = withTask(checkedCase('TRIAGE'), 'TRIAGE');
const question: Case['ask'] = { why: 'INFORMATION_REQUESTED', question: 'Why?', failed: [], untilAt: null };

function decided(outcome: string, from = inTriage): Case {
  if (!from.task) throw new Error('There is no task.');
  return decisionRecorded(from, from.task, moment, { outcome, ...person }, 5);
}

function settled(outcome: string, from = inTriage): Case {
  const after = decisionSettled(decided(outcome, from), later);
  if (!after) throw new Error('Nothing was settled.');
  return after;
}

function onList(): Case {
  const after = afterListing(settled('INVITE_GROUP'), later, { locality: 'Frome', suggestedBand: 2 }, defaultPolicy);
  if (!after) throw new Error('Not listed.');
  return after;
}

const started = workflowStarted(caseOnReceipt(), moment);
const wake: Case['outbox'] = [{ kind: 'WAKE', token: 'token' }];

describe('a referral that can be withdrawn', () => {
  it.each<[string, Case, Case['outbox'], number]>([
    ['when its workflow has not started (early)', caseOnReceipt(), [{ kind: 'START', run: 1 }], 1],
    ['before the check has run', started, [], 1],
    ['while it waits for the triage team', inTriage, wake, 1],
    ['while it is held as a duplicate', withTask(checkedCase('POSSIBLE_DUPLICATE', [], 'X'), 'DUPLICATE'), wake, 1],
    ['while the referrer is asked', withTask(withAsk(checkedCase('TRIAGE'), question), 'REFERRER'), wake, 1],
    ['when it was accepted and is not listed yet', settled('INVITE_GROUP'), wake, 1],
    ['when it was left to the next meeting', settled('DEFER_TO_MEETING'), wake, 1],
    ['on the list, while people are being told', onList(), [], 1],
    ['on the list, when everyone was told', afterNotifying(onList(), later), [{ kind: 'START', run: 2 }], 2],
    ['when it is parked for an operator', parked(inTriage, moment, 'Bug'), [{ kind: 'START', run: 2 }], 2],
    [
      'when it was parked, and its new workflow has not started',
      restarted(parked(inTriage, moment, 'Bug'), moment, personActor('op', 'An operator', 'operator')),
      [{ kind: 'START', run: 2 }],
      2,
    ],
  ])('%s ends withdrawn, and its workflow is owed what lets it end', (_when, before, outbox, run) => {
    expect(withdrawable(before)).toBe('YES');
    const after = withdrawn(before, later, withGate);
    expect(after).toMatchObject({ status: 'WITHDRAWN', outcome: 'WITHDRAWN', next: 'NOTIFY', task: null, list: null });
    expect([after?.outbox, after?.run, after?.parked]).toEqual([outbox, run, null]);
    expect(brokenAt(after?.history ?? [])).toBeUndefined();
    expect(after?.withdrawal).toMatchObject({ at: later.now, ...how });
    expect(after && afterNotifying(after, later)).toMatchObject({ status: 'WITHDRAWN', next: 'DONE', outbox: [] });
  });

  it('leaves every queue and list, frees the claim on the child, and is due to the sweeper at once', () => {
    const after = withdrawn(onList(), later, withGate);
    if (!after) throw new Error('Not withdrawn.');
    expect([listKeyOf(after), workKeyOf(after), isOpen(after.status)]).toEqual([undefined, undefined, false]);
    const woken = withdrawn(inTriage, later, how);
    expect(woken && caseDueAt(woken)).toBe(later.now);
  });

  it('names the task that was closed by it, so that whoever was asked is told', () => {
    const after = withdrawn(inTriage, later, how);
    expect(after?.withdrawal?.taskId).toBe(inTriage.task?.id);
  });
});

describe('a referral that cannot be withdrawn', () => {
  const twice = withdrawn(inTriage, moment, how);
  it.each<[string, Case, string]>([
    ['is withdrawn already (twice)', twice ?? inTriage, 'WITHDRAWN'],
    ['has a decision that can still be undone', decided('DECLINE'), 'DECIDING'],
    ['was declined (late)', settled('DECLINE'), 'ENDED'],
    ['was redirected (late)', settled('REDIRECT'), 'ENDED'],
    ['was stopped by the rules, and people are being told', checkedCase('NOT_ACCEPTED_NO_EVIDENCE'), 'ENDED'],
    ['was stopped by the rules (late)', afterNotifying(checkedCase('NOT_ACCEPTED_NO_EVIDENCE'), moment), 'ENDED'],
  ])('%s', (_why, before, standing) => {
    expect(withdrawable(before)).toBe(standing);
    expect(withdrawn(before, later, how)).toBeUndefined();
  });
});
