import { expect, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { recordMailEvent } from '#application/notices/record-mail-event.ts';
import { receivedCase } from '#domain/case/receive.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testClock, testLog } from '#test/http/doubles.ts';

const at = '2026-09-24T08:00:00.000Z';

async function afterSending() {
  const stores = createMemoryStores();
  await stores.cases.createCase(
    receivedCase({ reference: 'REF1', caller: 'c', receivedAt: at, referralOn: '2026-09-24' }, 1),
  );
  await stores.notices.claimNotice({
    id: 'ACKNOWLEDGEMENT-REFERRER',
    reference: 'REF1',
    kind: 'ACKNOWLEDGEMENT',
    to: 'REFERRER',
    by: MACHINE,
    state: 'SENT',
    attempts: 1,
    possibleDuplicate: false,
    claimedAt: at,
    settledAt: at,
  });
  const record = recordMailEvent({ ...stores, policy: defaultPolicy, now: testClock().now, log: testLog() });
  const event = (eventType: string, noticeId = 'ACKNOWLEDGEMENT-REFERRER') =>
    record({ detail: { eventType, mail: { tags: { reference: ['REF1'], noticeId: [noticeId] } } } });
  const state = async () => (await stores.notices.readNotice('REF1', 'ACKNOWLEDGEMENT-REFERRER'))?.state;
  const events = async () => (await stores.cases.readCase('REF1'))?.history.map(({ event: name }) => name);
  return { event, state, events, record, notices: stores.notices };
}

test.each([
  ['Bounce', 'BOUNCED'],
  ['Reject', 'BOUNCED'],
  ['Complaint', 'COMPLAINED'],
])('%s is written into the ledger and the history', async (eventType, expected) => {
  const { event, state, events } = await afterSending();
  await event(eventType);
  expect(await state()).toBe(expected);
  expect(await events()).toEqual(['RECEIVED', 'NOTICE_FAILED']);
});

test('the same event again changes nothing (twice)', async () => {
  const { event, events } = await afterSending();
  await event('Bounce');
  await event('Bounce');
  expect(await events()).toEqual(['RECEIVED', 'NOTICE_FAILED']);
});

test('a bounce behind a complaint (out of order, twice) leaves the complaint in the ledger', async () => {
  const { event, state, events } = await afterSending();
  await event('Complaint');
  await event('Bounce');
  await event('Bounce');
  expect(await state()).toBe('COMPLAINED');
  expect(await events()).toEqual(['RECEIVED', 'NOTICE_FAILED', 'NOTICE_FAILED']);
});

test('an event whose first handling died between ledger and history is finished by the next (half-finished)', async () => {
  const { event, events, notices } = await afterSending();
  const sent = await notices.readNotice('REF1', 'ACKNOWLEDGEMENT-REFERRER');
  if (!sent) throw new Error('not there');
  await notices.saveNotice({ ...sent, state: 'BOUNCED', attempts: 2 }, 1);
  await event('Bounce');
  await event('Bounce');
  expect(await events()).toEqual(['RECEIVED', 'NOTICE_FAILED']);
});

test('an event for a notice that no one sent changes nothing (hostile)', async () => {
  const { event, state, events } = await afterSending();
  await event('Bounce', 'NO-SUCH-NOTICE');
  expect(await state()).toBe('SENT');
  expect(await events()).toEqual(['RECEIVED']);
});

test('a delivery is no news', async () => {
  const { event, state } = await afterSending();
  await event('Delivery');
  expect(await state()).toBe('SENT');
});

test('an event of another shape is an error, so that it is kept and seen (malformed)', async () => {
  const { record } = await afterSending();
  await expect(record({ detail: { eventType: 'Bounce' } })).rejects.toThrow();
});
