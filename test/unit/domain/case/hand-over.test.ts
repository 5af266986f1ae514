import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { colleagueAsked, handedOver, handOverStateOf, isReferrer, mayAskColleague } from '#domain/case/hand-over.ts';
import { referrerOf } from '#domain/case/referrer.ts';
import { withdrawn } from '#domain/case/withdraw.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { caseOnReceipt, checkedCase, withAsk, withTask } from '#test/http/records.ts';

const moment = { now: '2026-09-25T09:00:00.000Z', policyVersion: 1 };
const after28Days = { now: '2026-10-23T09:00:00.000Z', policyVersion: 1 };
const referral = addresseesOf({
  referrer: { name: 'A. Referrer', role: 'GP', email: 'a@example.org', teamEmail: 'team@example.org' },
});
const b = { name: 'B. Colleague', role: 'HEALTH_VISITOR', email: 'b@example.org' };
const c = { name: 'C. Colleague', role: 'GP', email: 'c@example.org' };
const byA = { by: 'a@example.org', days: 28 };

const askedB = colleagueAsked(caseOnReceipt(), moment, b, byA);
const idB = askedB.handOver?.id ?? 'none';
const take = (theCase: Case, id: string, mailbox: string, at = moment) =>
  handedOver(theCase, at, { id, mailbox, referral });

function mustTake(theCase: Case, id: string, mailbox: string): Case {
  const after = take(theCase, id, mailbox);
  if (!after) throw new Error('Not taken over.');
  return after;
}

describe('the present referrer', () => {
  it('is whoever sent the referral until a colleague has confirmed, and from then on the colleague', () => {
    expect(referrerOf(caseOnReceipt(), referral)).toEqual(referral.referrer);
    expect(referrerOf(askedB, referral)).toEqual(referral.referrer);
    expect(referrerOf(mustTake(askedB, idB, 'B@example.org'), referral)).toEqual({
      ...b,
      teamEmail: 'team@example.org',
    });
  });

  it('is let in by their own mailbox and the team’s, and the earlier one is not any more', () => {
    const who = (theCase: Case) =>
      ['a@example.org', 'TEAM@example.org', 'b@example.org'].map((mailbox) => isReferrer(theCase, referral, mailbox));
    expect(who(askedB)).toEqual([true, true, false]);
    expect(who(mustTake(askedB, idB, 'b@example.org'))).toEqual([false, true, true]);
  });
});

describe('a hand-over', () => {
  it('that was confirmed says who has the case, since when and from whom, and asks no one any more', () => {
    const after = mustTake(askedB, idB, 'b@example.org');
    expect(after.handedTo).toEqual({ id: idB, ...b, from: 'a@example.org', at: moment.now });
    expect(after).not.toHaveProperty('handOver');
    expect(after.history.at(-1)).toMatchObject({ event: 'HANDED_OVER', by: referrerActor('b@example.org') });
    expect(handOverStateOf(after, idB, moment.now)).toBe('TAKEN');
  });

  it('can be followed by another, which the earlier one does not come back from', () => {
    const withB = mustTake(askedB, idB, 'b@example.org');
    const askedC = colleagueAsked(withB, moment, c, { by: 'b@example.org', days: 28 });
    const withC = mustTake(askedC, askedC.handOver?.id ?? 'none', 'c@example.org');
    expect(withC.handedTo).toMatchObject({ email: 'c@example.org', from: 'b@example.org' });
    expect(handOverStateOf(withC, idB, moment.now)).toBe('REPLACED');
  });

  it('while the referrer is asked something passes the question on', () => {
    const ask: Case['ask'] = { why: 'INFORMATION_REQUESTED', question: 'Why?', failed: [], untilAt: null };
    const open = withTask(withAsk(checkedCase('TRIAGE'), ask), 'REFERRER', ['a@example.org', 'team@example.org']);
    const asked = colleagueAsked(open, moment, b, byA);
    const after = mustTake(asked, asked.handOver?.id ?? 'none', 'b@example.org');
    expect(after.task?.recipients).toEqual(['REFERRER', 'REFERRER_TEAM']);
    expect([after.task?.id, after.moveBy]).toEqual([open.task?.id, open.moveBy]);
  });

  const askedC = colleagueAsked(askedB, moment, c, byA);
  const over = withdrawn(askedB, moment, { reason: 'Moved', by: referrerActor('a@example.org') }) ?? askedB;
  it.each<[string, Case, string, string, { now: string }, string]>([
    ['another mailbox (hostile)', askedB, idB, 'eve@example.org', moment, 'OPEN'],
    ['an id that was never given (hostile)', askedB, `${idB}9`, 'b@example.org', moment, 'REPLACED'],
    ['who was asked before somebody else (out of order)', askedC, idB, 'b@example.org', moment, 'REPLACED'],
    ['who comes after its last day (late)', askedB, idB, 'b@example.org', after28Days, 'EXPIRED'],
    ['who has it already (twice)', mustTake(askedB, idB, 'b@example.org'), idB, 'b@example.org', moment, 'TAKEN'],
    ['of a case that has ended (late)', over, idB, 'b@example.org', moment, 'CLOSED'],
    ['of a case that nobody was asked about', caseOnReceipt(), idB, 'b@example.org', moment, 'REPLACED'],
  ])('is not confirmed by %s', (_who, theCase, id, mailbox, at, standing) => {
    expect(handOverStateOf(theCase, id, at.now)).toBe(standing);
    expect(take(theCase, id, mailbox, { ...moment, ...at })).toBeUndefined();
  });

  it('is asked for at most ten times, and not of a case that has ended', () => {
    const often = Array.from({ length: 10 }).reduce<Case>(
      (theCase) => colleagueAsked(theCase, moment, b, byA),
      caseOnReceipt(),
    );
    expect([mayAskColleague(askedB), mayAskColleague(often), mayAskColleague(over)]).toEqual([
      'YES',
      'TOO_MANY',
      'CLOSED',
    ]);
  });
});
