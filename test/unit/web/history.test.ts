import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { colleagueAsked, handedOver } from '#domain/case/hand-over.ts';
import { noticePutRight } from '#domain/case/notice-put-right.ts';
import { restarted, workflowStarted } from '#domain/case/run.ts';
import { reminded } from '#domain/case/task.ts';
import { tellingSettled } from '#domain/case/tell-family.ts';
import { withdrawn } from '#domain/case/withdraw.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { MACHINE, personActor, referrerActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { asked, inTriage, onList } from '#test/http/referral/standings.ts';
import { eventInWords } from '#web/components/record/event-words.ts';
import { plainHistory, staffHistory } from '#web/components/record/history.ts';
import { aGate } from '../domain/support/gate-sample.ts';

const moment = { now: '2026-09-25T09:00:00.000Z', policyVersion: 1 };
const by = 'a@example.org';
const reason = 'The family has moved';

function must(theCase: Case | undefined): Case {
  if (!theCase) throw new Error('There is no such case.');
  return theCase;
}

const gone = workflowStarted(must(withdrawn(onList(), moment, { reason, by: referrerActor(by), gate: aGate })), moment);
const said = (theCase: Case) => plainHistory(theCase).map((line) => line.said);

const remindedOf = (theCase: Case) => must(reminded(theCase, moment, defaultPolicy));

describe('what a referrer reads of the history', () => {
  it('says who was reminded', () => {
    expect(said(remindedOf(inTriage)).at(-1)).toBe('The team was reminded');
    expect(said(remindedOf(asked)).at(-1)).toBe('The referrer was reminded');
  });

  it('ends with the withdrawal: that a workflow starts to tell people is nothing to them', () => {
    expect(said(gone).at(-1)).toBe('The referral was withdrawn');
    expect(plainHistory(gone).at(-1)?.at).toBe('25 September 2026 at 10am');
  });

  it('says why no one tells the family, where no one does', () => {
    const tellFamilyAt = moment.now;
    const untold = (why: string) => said(must(tellingSettled({ ...onList(), tellFamilyAt }, moment, why))).at(-1);
    expect(['DUPLICATE', 'NO_AGREEMENT', 'PUT_RIGHT', 'FAMILY_AGREED'].map(untold)).toEqual([
      'No one needs to tell the family how it ended (the other referral continues)',
      'No one needs to tell the family how it ended (they did not agree to it)',
      'No one needs to tell the family how it ended (it was sent again)',
      'No one needs to tell the family how it ended (our team spoke with them before it was withdrawn)',
    ]);
  });

  it('says that work started again where it did', () => {
    expect(said(restarted(onList(), moment, personActor('op', 'An operator', 'operator'))).at(-1)).toBe(
      'Work on it started again',
    );
  });

  it('never claims that everyone was told: the family is often theirs to tell', () => {
    expect(said(onList())).toContain(eventInWords('TOLD'));
    expect(said(onList()).join()).not.toContain('Everyone');
  });

  it('names nobody and gives no reason', () => {
    expect(said(gone).join()).not.toMatch(/Sam Field|As agreed|moved|@/);
  });
});

describe('what staff read of the history', () => {
  it('says who withdrew it, and why', () => {
    const lines = staffHistory(gone).map((line) => line.said);
    expect(lines).toContain('The referral was withdrawn by a@example.org. Reason: The family has moved');
  });

  it('says who put right what had stopped or gone wrong, and why', () => {
    const olly = personActor('olly', 'Olly Operator', 'operator');
    const lastOf = (theCase: Case) => staffHistory(theCase).at(-1)?.said;
    expect(lastOf(restarted(onList(), moment, olly, 'The disk has room again'))).toBe(
      'Work on it started again: Olly Operator, operator. Reason: The disk has room again',
    );
    expect(lastOf(restarted(onList(), moment, olly))).toBe('Work on it started again: Olly Operator, operator');
    expect(lastOf(restarted(onList(), moment, MACHINE))).toBe('Work on it started again');
    const sent = { notice: 'ACKNOWLEDGEMENT-REFERRER', what: 'SENT_AGAIN', by: olly, reason: 'It has room' };
    expect(lastOf(noticePutRight(onList(), moment, sent))).toBe(
      'An email that had not done its work was put right: Olly Operator, operator. Reason: It has room',
    );
  });

  it('says whose it is now', () => {
    const colleague = { name: 'B. Colleague', role: 'GP', email: 'b@example.org' };
    const asked = colleagueAsked(onList(), moment, colleague, { by, days: 28 });
    const referral = addresseesOf({ referrer: { email: by } });
    const taken = handedOver(asked, moment, { id: asked.handOver?.id ?? '', mailbox: 'b@example.org', referral });
    expect(staffHistory(must(taken)).at(-1)?.said).toBe('A colleague of the referrer took it over: b@example.org');
  });
});
