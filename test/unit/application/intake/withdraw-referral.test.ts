import { describe, expect, it } from 'vitest';
import { colleagueAsked, handedOver } from '#domain/case/hand-over.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { CaseNotFound } from '#domain/problems/errors.ts';
import { deciderId, otherReference, reference } from '#test/http/records.ts';
import { inTriage } from '#test/http/referral/standings.ts';
import { against } from '#test/kit/together.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { bea, forReferrer, mine } from './for-referrer.ts';

const reason = 'The family has moved';
const decline = {
  person: deciderId,
  outcome: 'DECLINE',
  reason: 'No',
  deciderName: 'Sam Field',
  deciderRole: 'Practitioner',
  ...against,
};
const task = { reference, taskId: `${reference}-T1` };
const moment = { now: '2026-09-24T08:00:00.000Z', policyVersion: 1 };

describe('a withdrawal', () => {
  it('that a decision beat by a moment leaves the decision as it is, and is told so', async () => {
    const { actBeaten, decide, theCase } = await forReferrer(inTriage);
    const { withdrawReferral } = actBeaten(() => decide({ ...task, ...decline }));
    expect(await withdrawReferral({ ...mine, reason })).toEqual({ kind: 'REFUSED', why: 'DECIDING' });
    expect(await theCase()).toMatchObject({ status: 'IN_TRIAGE', task: { decision: { outcome: 'DECLINE' } } });
  });

  it('beaten by the same withdrawal from another tab is done, once', async () => {
    const { actBeaten, withdrawReferral, events } = await forReferrer(inTriage);
    const beaten = actBeaten(() => withdrawReferral({ ...mine, reason }));
    expect(await beaten.withdrawReferral({ ...mine, reason: `  ${reason}\r\n` })).toEqual({ kind: 'DONE' });
    expect((await events()).filter((event) => event === 'WITHDRAWN')).toHaveLength(1);
  });

  it('by whoever handed it over a moment before is not theirs to make, and changes nothing', async () => {
    const { actBeaten, handOverReferral, takeOverReferral, theCase } = await forReferrer(inTriage);
    await handOverReferral({ ...mine, ...bea });
    const { withdrawReferral } = actBeaten(() =>
      takeOverReferral({ reference, id: `${reference}-H1`, mailbox: bea.email }),
    );
    expect(await withdrawReferral({ ...mine, reason })).toEqual({ kind: 'NOT_YOURS' });
    expect(await theCase()).toMatchObject({ status: 'IN_TRIAGE', handedTo: { email: bea.email } });
  });

  it.each([
    ['a parent (hostile)', 'parent01@example.org'],
    ['nobody (malformed)', ''],
    ['a triager', 'triage-1@example.org'],
  ])('by %s changes nothing', async (_who, by) => {
    const { withdrawReferral, theCase } = await forReferrer(inTriage);
    expect(await withdrawReferral({ reference, by, reason })).toEqual({ kind: 'NOT_YOURS' });
    expect((await theCase()).version).toBe(1);
  });

  it('by the colleague who took it over is kept with their mailbox', async () => {
    const referral = addresseesOf(referralExample);
    const asked = colleagueAsked(inTriage, moment, bea, { by: mine.by, days: 28 });
    const id = asked.handOver?.id ?? '';
    const theirs = handedOver(asked, moment, { id, mailbox: bea.email, referral });
    const { withdrawReferral, theCase } = await forReferrer({ ...(theirs ?? inTriage), version: 1 });
    expect(await withdrawReferral({ reference, by: 'BEA@example.org', reason })).toEqual({ kind: 'DONE' });
    expect((await theCase()).withdrawal).toMatchObject({ by: referrerActor('BEA@example.org'), reason });
  });

  it('of a referral that there is not (hostile) is an error', async () => {
    const { withdrawReferral } = await forReferrer(inTriage);
    await expect(withdrawReferral({ ...mine, reference: otherReference, reason })).rejects.toThrow(CaseNotFound);
  });
});
