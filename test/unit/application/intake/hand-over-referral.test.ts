import { describe, expect, it } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import { deciderId, reference } from '#test/http/records.ts';
import { inTriage } from '#test/http/referral/standings.ts';
import { together } from '#test/kit/together.ts';
import { bea, forReferrer, mine } from './for-referrer.ts';

const cy = { name: 'Cy Colleague', role: 'GP', email: 'cy@example.org' };
const beas = { reference, id: `${reference}-H1`, mailbox: bea.email };
const cys = { reference, id: `${reference}-H2`, mailbox: cy.email };

describe('a request to a colleague', () => {
  it('whose email was cut off is made good by the same form again, once', async () => {
    const { actCutOff, handOverReferral, sent, events } = await forReferrer(inTriage);
    await expect(actCutOff().handOverReferral({ ...mine, ...bea })).rejects.toThrow('cut off');
    expect(sent()).toEqual([]);
    expect(await handOverReferral({ ...mine, ...bea })).toEqual({ kind: 'ASKED' });
    expect(await handOverReferral({ ...mine, ...bea })).toEqual({ kind: 'ASKED' });
    expect(sent()).toEqual(['HAND_OVER_REQUEST-R-H1-COLLEAGUE to bea@example.org']);
    expect((await events()).filter((event) => event === 'HAND_OVER_ASKED')).toHaveLength(1);
  });

  it('that cannot be delivered says so on the form, again too, and another address works', async () => {
    const { handOverReferral, post, sent, theCase } = await forReferrer(inTriage);
    post.refuse(bea.email);
    for (let n = 0; n < 2; n += 1) {
      expect(await handOverReferral({ ...mine, ...bea })).toMatchObject({
        kind: 'INVALID',
        problems: [{ path: 'email', code: 'EMAIL_REFUSED', rule: 'refused-address' }],
      });
    }
    expect((await theCase()).history.at(-1)?.event).toBe('NOTICE_FAILED');
    expect(await handOverReferral({ ...mine, ...cy })).toEqual({ kind: 'ASKED' });
    expect(sent()).toEqual(['HAND_OVER_REQUEST-R-H2-COLLEAGUE to cy@example.org']);
  });

  it('that waits for the mail service is sent by the sweeper, and not to who is not asked any more', async () => {
    const { handOverReferral, post, clock, settle, sent } = await forReferrer(inTriage);
    post.setOutOfReach(true);
    expect(await handOverReferral({ ...mine, ...bea })).toEqual({ kind: 'ASKED' });
    await handOverReferral({ ...mine, ...cy });
    post.setOutOfReach(false);
    clock.advanceMinutes(2);
    for (const n of [1, 2]) await settle(`HAND_OVER_REQUEST-${reference}-H${n}-COLLEAGUE`);
    expect(sent()).toEqual(['HAND_OVER_REQUEST-R-H2-COLLEAGUE to cy@example.org']);
  });

  it('by whoever handed it over a moment before is not theirs to make', async () => {
    const { actBeaten, handOverReferral, takeOverReferral, theCase, sent } = await forReferrer(inTriage);
    await handOverReferral({ ...mine, ...bea });
    const beaten = actBeaten(() => takeOverReferral(beas));
    expect(await beaten.handOverReferral({ ...mine, ...cy })).toEqual({ kind: 'NOT_YOURS' });
    expect((await theCase()).handOver).toBeUndefined();
    expect(sent().join()).not.toContain('cy@example.org');
  });

  it('by ten people in ten tabs at once leaves one colleague asked, and every link but that one dead', async () => {
    const { handOverReferral, takeOverReferral, theCase } = await forReferrer(inTriage);
    const who = (n: number) => ({ ...bea, email: `colleague${n}@example.org` });
    await Promise.all(Array.from({ length: 10 }, (_, n) => handOverReferral({ ...mine, ...who(n) })));
    const asked = (await theCase()).handOver;
    const taken: string[] = [];
    for (let n = 0; n < 10; n += 1) {
      const input = { reference, id: `${reference}-H${n + 1}`, mailbox: who(n).email };
      if ((await takeOverReferral(input)) === 'TAKEN') taken.push(input.mailbox);
    }
    expect(taken).toEqual([asked?.email]);
  });
});

describe('taking over', () => {
  it('that was cut off before its emails is made good by another press, once each', async () => {
    const { actCutOff, handOverReferral, takeOverReferral, sent, theCase } = await forReferrer(inTriage);
    await handOverReferral({ ...mine, ...bea });
    await expect(actCutOff().takeOverReferral(beas)).rejects.toThrow('cut off');
    expect((await theCase()).handedTo?.email).toBe(bea.email);
    expect([await takeOverReferral(beas), await takeOverReferral(beas)]).toEqual(['TAKEN', 'TAKEN']);
    expect(sent().slice(1)).toEqual([
      'HAND_OVER_GIVEN-R-H1-EARLIER_REFERRER to referrer01@example.org',
      'HAND_OVER_TAKEN-R-H1-REFERRER to bea@example.org',
    ]);
  });

  it('at the moment in which someone else is asked has one winner', async () => {
    const { actBeaten, handOverReferral, takeOverReferral, theCase } = await forReferrer(inTriage);
    await handOverReferral({ ...mine, ...bea });
    const beaten = actBeaten(() => handOverReferral({ ...mine, ...cy }));
    expect(await beaten.takeOverReferral(beas)).toBe('REPLACED');
    expect(await takeOverReferral(cys)).toBe('TAKEN');
    expect((await theCase()).handedTo?.email).toBe(cy.email);
  });

  it('at the moment in which the referral is withdrawn has one winner, and the colleague is told', async () => {
    const { actBeaten, handOverReferral, withdrawReferral, theCase, sent } = await forReferrer(inTriage);
    await handOverReferral({ ...mine, ...bea });
    const beaten = actBeaten(() => withdrawReferral({ ...mine, reason: 'Moved' }));
    expect(await beaten.takeOverReferral(beas)).toBe('CLOSED');
    expect(await theCase()).toMatchObject({ status: 'WITHDRAWN' });
    expect((await theCase()).handedTo).toBeUndefined();
    expect(sent()).toHaveLength(1);
  });

  it('while a decision is recorded keeps both', async () => {
    const { actBeaten, handOverReferral, decide, theCase } = await forReferrer(inTriage);
    await handOverReferral({ ...mine, ...bea });
    const decision = {
      person: deciderId,
      outcome: 'INVITE_GROUP',
      reason: 'As agreed',
      deciderName: 'Sam',
      deciderRole: 'Practitioner',
      ...together,
    };
    const beaten = actBeaten(() => decide({ reference, taskId: `${reference}-T1`, ...decision }));
    expect(await beaten.takeOverReferral(beas)).toBe('TAKEN');
    expect(await theCase()).toMatchObject({
      handedTo: { email: bea.email },
      task: { decision: { by: personActor(deciderId, 'Sam', 'Practitioner') } },
    });
  });

  it.each([
    ['by another mailbox (hostile)', { ...beas, mailbox: 'eve@example.org' }, 'REPLACED'],
    ['of a request that there was not (hostile)', { ...beas, id: `${reference}-H9` }, 'REPLACED'],
    ['of no request (malformed)', { ...beas, id: '' }, 'REPLACED'],
  ])('%s changes nothing', async (_who, input, result) => {
    const { handOverReferral, takeOverReferral, theCase } = await forReferrer(inTriage);
    await handOverReferral({ ...mine, ...bea });
    expect(await takeOverReferral(input)).toBe(result);
    expect((await theCase()).handedTo).toBeUndefined();
  });

  it('by another mailbox after it was taken (hostile) is no success', async () => {
    const { handOverReferral, takeOverReferral } = await forReferrer(inTriage);
    await handOverReferral({ ...mine, ...bea });
    await takeOverReferral(beas);
    expect(await takeOverReferral({ ...beas, mailbox: 'eve@example.org' })).toBe('REPLACED');
  });
});
