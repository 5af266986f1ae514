import { describe, expect, test } from 'vitest';
import { closeSupport } from '#application/support/close-support.ts';
import { SUPPORT_CLOSED } from '#domain/case/close-support.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { closingReasonSchema } from '#domain/support/closing-reasons.ts';
import { supportStates as states } from '#test/kit/words/support-states.ts';
import { gateAnswers } from '#test/unit/domain/support/gate-sample.ts';
import { instance } from '../instance.ts';
import { caseOf, letRetriesRun, refer, statesOf } from '../road.ts';
import { manager, supportOf } from './offered.ts';
import { type Visited, visitNow, visitsAccepted } from './visited.ts';

const gate = { ...gateAnswers, channels: [...gateAnswers.channels] };
const untyped = { channels: [], met: '', referrerTold: '', visitorTold: '', safeguarding: '', gateName: '' };
const finished = { why: 'ENDED_EARLIER', report: 'She walks and says ten words', gate: untyped };

/** A child who had the initial visit and one session, with the next one planned. */
async function started(one: Visited): Promise<string> {
  const reference = await visitsAccepted(one);
  await visitNow(one, reference);
  await visitNow(one, reference);
  return reference;
}

/** The other sessions take place too. */
async function allTookPlace(one: Visited, reference: string): Promise<void> {
  for (let session = 1; session < defaultPolicy.maxSessions; session += 1) await visitNow(one, reference);
}

const told = (one: Visited, kind: RegExp) => one.mail.filter(({ tags }) => kind.test(tags.noticeId ?? '')).length;

describe('a support that staff close', () => {
  test.each(closingReasonSchema.options)(
    'for %s ends its workflow and its case, and tells everyone once',
    async (why) => {
      const one = instance();
      const reference = await started(one);
      if (why === 'FINISHED') await allTookPlace(one, reference);
      expect(await one.closeSupport(reference, { ...finished, why, gate }, manager)).toMatchObject({ kind: 'DONE' });
      await one.sweep();
      await one.sweep();
      await one.drain();

      expect(statesOf(one, `${reference}-support-1`).slice(-3)).toEqual([states.block, states.decide, states.done]);
      expect(await supportOf(one, reference)).toMatchObject({
        ...{ status: 'ENDED', next: 'DONE', task: null, ended: { why } },
      });
      expect(await caseOf(one, reference)).toMatchObject({ shown: 'CLOSED', outcome: SUPPORT_CLOSED, next: 'DONE' });
      expect([told(one, /^OUTCOME_SUPPORT_CLOSED/), told(one, /^FAMILY_ENDED/)]).toEqual([1, 1]);
    },
  );

  test('has its slot free for another child, once, and no visit planned', async () => {
    const one = instance();
    const reference = await started(one);
    await one.closeSupport(reference, finished, manager);
    await one.closeSupport(reference, finished, manager);
    await one.sweep();
    const { block, toFree, toClose, events } = await supportOf(one, reference);
    expect((await one.slots.readSlot('V1'))?.claim).toBeUndefined();
    expect(block?.visits.every(({ outcome }) => outcome !== undefined)).toBe(true);
    expect([toFree, toClose]).toEqual([undefined, undefined]);
    expect(events.filter((event) => event === 'SUPPORT_CLOSED')).toHaveLength(1);
  });

  test('for a reason that needs the gate is refused with all that is missing, and nothing is changed (half-finished)', async () => {
    const one = instance();
    const reference = await started(one);
    const result = await one.closeSupport(reference, { why: 'NO_REPLY', report: '', gate: untyped }, manager);
    const codes = 'problems' in result ? result.problems.map(({ code }) => code) : [];
    expect(codes).toEqual([
      ...['REPORT_MISSING', 'CHANNELS_MISSING', 'MET_MISSING', 'REFERRER_MISSING', 'VISITOR_MISSING'],
      ...['SAFEGUARDING_MISSING', 'GATE_NAME_MISSING'],
    ]);
    expect(await supportOf(one, reference)).toMatchObject({ status: 'STARTED', next: 'BLOCK' });
  });

  test('after a pattern of visits that the family cancelled needs the gate whatever the reason, and keeps it in its history', async () => {
    const one = instance();
    const reference = await started(one);
    await visitNow(one, reference, 'FAMILY_CANCELLED');
    await visitNow(one, reference, 'FAMILY_CANCELLED');
    expect(await one.closeSupport(reference, finished, manager)).toMatchObject({ kind: 'INVALID' });
    expect(await one.closeSupport(reference, { ...finished, gate }, manager)).toMatchObject({ kind: 'DONE' });
    expect((await supportOf(one, reference)).history.at(-1)).toMatchObject({
      ...{ event: 'CLOSING_CHECKED', by: manager, text: gate.safeguarding },
    });
  });

  test('while further sessions are asked for ends that question too', async () => {
    const one = instance();
    const reference = await started(one);
    await one.askExtension(reference, { sessions: '2', reason: 'She has begun to walk' }, manager);
    await one.sweep();
    await one.closeSupport(reference, finished, manager);
    await one.sweep();
    const todo = (await one.todos.todosOf(reference)).find(({ kind }) => kind === 'DECIDE_EXTENSION');
    expect(todo?.done).toMatchObject({ why: 'NOTHING_ASKED' });
    expect(statesOf(one, `${reference}-support-1`).slice(-3)).toEqual([states.extension, states.decide, states.done]);
  });

  test('is finished by the sweeper where a crash came before the case was closed', async () => {
    const one = instance();
    const reference = await started(one);
    const isDown = async () => Promise.reject(new Error('The table cannot be reached.'));
    const broken = closeSupport({ ...one, now: one.clock.now, cases: { ...one.cases, saveCase: isDown } });
    await expect(broken(reference, finished, manager)).rejects.toThrow();
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_SUPPORT' });
    await one.sweep();
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'CLOSED', outcome: SUPPORT_CLOSED });
  });

  test.each([
    ['MOVED_AWAY', true],
    ['ENDED_EARLIER', true],
    ['FINISHED', false],
  ] as const)('for %s and referred again within 6 months keeps the dates from before: %s', async (why, keeps) => {
    const one = instance();
    const reference = await started(one);
    const { started: begun } = await supportOf(one, reference);
    if (why === 'FINISHED') await allTookPlace(one, reference);
    await one.closeSupport(reference, { ...finished, why }, manager);
    await one.sweep();
    one.clock.advanceMinutes(60 * 24 * 150);
    const again = await refer(one, 'C01', {}, 'again');
    const { earlier } = await caseOf(one, again);
    expect(earlier?.targetOn).toBe(keeps ? begun?.place?.targetOn : undefined);
  });

  test('whose workflow is parked is closed all the same, and nothing is left for an operator', async () => {
    let isBroken = false;
    const one = instance({
      fault: (name) => (name === 'open-offer' && isBroken ? new TypeError('broken') : undefined),
    });
    const reference = await visitsAccepted(one);
    await visitNow(one, reference);
    isBroken = true;
    await visitNow(one, reference);
    await letRetriesRun(one);
    expect(await supportOf(one, reference)).toMatchObject({ status: 'STARTED', parked: { why: 'TypeError' } });
    await one.closeSupport(reference, finished, manager);
    await one.sweep();
    expect(await supportOf(one, reference)).toMatchObject({ status: 'ENDED', parked: null, next: 'DONE' });
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'CLOSED' });
  });
});
