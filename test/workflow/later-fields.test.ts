import { expect, test } from 'vitest';
import { personActor, referrerActor } from '#domain/people/actor.ts';
import { brokenAt } from '#domain/process/history.ts';
import { bodyOf } from '#test/cases.ts';
import { deciderId } from '#test/http/records.ts';
import { LATER_VERSION } from '#test/kit/later-item.ts';
import { whileSwapped } from '#test/kit/while-swapped.ts';
import { instance } from './instance.ts';
import { caseOf, decide, decideForGood, refer, waitInVain } from './road.ts';

/** The pipeline where a later release has written every item between any two steps. */
function swapping() {
  const { stores, lost } = whileSwapped();
  const one = instance({ stores });
  /** Nothing was lost, and the chain of what happened holds. */
  const isUnharmed = async (reference: string) => {
    const { history } = await caseOf(one, reference);
    expect([lost, brokenAt(history), history.every((event) => 'laterField' in event)]).toEqual([[], undefined, true]);
  };
  return { one, isUnharmed };
}

test('fields of a later release pass through the road from acceptance to the list and are all there at its end', async () => {
  const { one, isUnharmed } = swapping();
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  expect((await caseOf(one, reference)).shown).toBe('ON_WAITING_LIST');
  await isUnharmed(reference);
});

test('they pass through a question to the referrer, its answer and a decision that was undone', async () => {
  const { one, isUnharmed } = swapping();
  const reference = await refer(one, 'C01');
  await decide(one, reference, 'DECLINE');
  const taskId = async () => (await caseOf(one, reference)).task?.id ?? 'none';
  await one.undo({ reference, taskId: await taskId(), by: personActor(deciderId, 'Sam Field', 'triager') });
  await decideForGood(one, reference, 'REQUEST_INFORMATION');
  await one.answer({ reference, taskId: await taskId(), by: referrerActor(), text: 'Since spring', evidence: [] });
  await one.sweep();
  expect((await caseOf(one, reference)).shown).toBe('IN_TRIAGE');
  await isUnharmed(reference);
});

test('they pass through reminders in vain, the parking that follows and a restart', async () => {
  const { one, isUnharmed } = swapping();
  const reference = await refer(one, 'C01');
  while (!(await caseOf(one, reference)).parked) await waitInVain(one);
  await one.restart({ reference, by: 'an operator' });
  await one.sweep();
  expect((await caseOf(one, reference)).shown).toBe('IN_TRIAGE');
  await isUnharmed(reference);
});

test('they pass through what is held as suspicious, as a duplicate, or stopped by the rules', async () => {
  const { one, isUnharmed } = swapping();
  await refer(one, 'C01');
  const duplicate = await sent(one, 'key-again', {});
  const suspicious = await sent(one, 'key-suspicious', { isSuspect: true });
  const stopped = await sent(one, 'key-stopped', {}, { parentAgreesToReferral: false, parentUnderstandsAims: true });
  const shown = async (reference: string) => (await caseOf(one, reference)).shown;
  expect([await shown(duplicate), await shown(suspicious), await shown(stopped)]).toEqual([
    'HELD_AS_DUPLICATE',
    'HELD_FOR_A_PERSON',
    'NOT_ACCEPTED',
  ]);
  await decideForGood(one, duplicate, 'CONFIRMED_DUPLICATE');
  await decideForGood(one, suspicious, 'GENUINE_REFERRAL');
  for (const reference of [duplicate, suspicious, stopped]) await isUnharmed(reference);
});

test('a bounced email is noted in the case and in the ledger without losing them', async () => {
  const { one, isUnharmed } = swapping();
  const reference = await refer(one, 'C01');
  const tags = { reference: [reference], noticeId: ['ACKNOWLEDGEMENT-REFERRER'] };
  await one.record({ detail: { eventType: 'Bounce', news: { status: '5.1.1' }, mail: { tags } } });
  expect((await caseOf(one, reference)).unreached).toHaveLength(1);
  expect(await one.notices.readNotice(reference, 'ACKNOWLEDGEMENT-REFERRER')).toMatchObject({
    state: 'BOUNCED',
    v: LATER_VERSION,
  });
  await isUnharmed(reference);
});

/** C01 once more under a key of its own, or another child's referral with this consent. */
async function sent(one: ReturnType<typeof instance>, idempotencyKey: string, more: object, consent?: object) {
  one.evidence.upload('caller-1', 'evidence-1');
  const body = { ...bodyOf(consent ? 'C02' : 'C01', ['evidence-1']), ...(consent && { consent }) };
  const result = await one.submit({ caller: 'caller-1', idempotencyKey, body, ...more });
  if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
  await one.drain();
  return result.reference;
}
