import { describe, expect, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { recordMailEvent } from '#application/notices/record-mail-event.ts';
import { receivedCase } from '#domain/case/receive.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testClock, testLog } from '#test/http/doubles.ts';
import { config } from './sample.ts';

const at = '2026-09-24T08:00:00.000Z';
const SENT = 'ACKNOWLEDGEMENT-REFERRER';
const failed = { type: 'Permanent', subType: 'General', status: '5.1.1' };

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
  const log = testLog();
  const record = recordMailEvent({ ...stores, config, policy: defaultPolicy, now: testClock().now, log });
  const event = (eventType: string, noticeId = SENT, news: object = failed) =>
    record({ detail: { eventType, news, mail: { tags: { reference: ['REF1'], noticeId: [noticeId] } } } });
  const entry = async () => await stores.notices.readNotice('REF1', SENT);
  const state = async () => (await entry())?.state;
  const events = async () => (await stores.cases.readCase('REF1'))?.history.map(({ event: name }) => name);
  const refusals = () => log.lines.flatMap(({ fields }) => fields?.why ?? []);
  return { event, entry, state, events, refusals, record, log, notices: stores.notices };
}

test.each([
  ['Bounce', failed, 'BOUNCED', 'PERMANENT', 'NOTICE_FAILED'],
  ['Bounce', { type: 'Transient', subType: 'General', status: '5.1.1' }, 'BOUNCED', 'PERMANENT', 'NOTICE_FAILED'],
  ['Bounce', { type: 'Permanent', subType: 'Suppressed' }, 'BOUNCED', 'PERMANENT', 'NOTICE_FAILED'],
  ['Reject', {}, 'BOUNCED', 'PERMANENT', 'NOTICE_FAILED'],
  ['Complaint', { type: 'abuse', subType: '' }, 'COMPLAINED', 'COMPLAINED', 'NOTICE_FAILED'],
  ['Complaint', { subType: 'OnAccountSuppressionList' }, 'BOUNCED', 'PERMANENT', 'NOTICE_FAILED'],
  ['Bounce', { type: 'Transient', subType: 'MailboxFull', status: '4.2.2' }, 'SENT', 'DELAYED', 'NOTICE_UNCERTAIN'],
  ['DeliveryDelay', { type: 'MailboxFull', status: '4.2.2' }, 'SENT', 'DELAYED', 'NOTICE_UNCERTAIN'],
  ['Bounce', { type: 'Undetermined', subType: 'Undetermined' }, 'SENT', 'UNKNOWN', 'NOTICE_UNCERTAIN'],
  ['Bounce', { type: 'Transient', subType: 'MessageTooLarge' }, 'SENT', 'UNKNOWN', 'NOTICE_UNCERTAIN'],
  ['Bounce', {}, 'SENT', 'UNKNOWN', 'NOTICE_UNCERTAIN'],
  ['Bounce', { type: 'Permanent', status: 'nonsense' }, 'SENT', 'UNKNOWN', 'NOTICE_UNCERTAIN'],
  ['Bounce', { type: 'Transient', subType: 'General', status: '' }, 'SENT', 'AUTOMATIC_REPLY', undefined],
  ['Bounce', { type: 'Transient', subType: 'General', status: '2.0.0' }, 'SENT', 'AUTOMATIC_REPLY', undefined],
])('%s with %o says only what it proves', async (eventType, news, state, delivery, name) => {
  const { event, entry, events } = await afterSending();
  await event(eventType, SENT, news);
  expect(await entry()).toMatchObject({ state, delivery });
  expect(await events()).toEqual(['RECEIVED', ...(name ? [name] : [])]);
});

test('an event that comes before its sender has settled (early) proves that the email is with the mail service', async () => {
  const { event, entry, notices } = await afterSending();
  const sent = await entry();
  if (!sent) throw new Error('not there');
  await notices.saveNotice({ ...sent, state: 'CLAIMED' }, 1);
  await event('DeliveryDelay', SENT, { status: '4.4.1' });
  expect(await entry()).toMatchObject({ state: 'SENT', delivery: 'DELAYED', attempts: 2 });
});

test('the same event again changes nothing and is refused as known (twice)', async () => {
  const { event, events, refusals } = await afterSending();
  for (const eventType of ['DeliveryDelay', 'DeliveryDelay', 'Bounce', 'Bounce']) {
    await event(eventType, SENT, eventType === 'Bounce' ? failed : { status: '4.4.1' });
  }
  expect(await events()).toEqual(['RECEIVED', 'NOTICE_UNCERTAIN', 'NOTICE_FAILED']);
  expect(refusals()).toEqual(['KNOWN_ALREADY', 'KNOWN_ALREADY']);
});

test('a delay that arrives behind the bounce (out of order) is refused as overtaken', async () => {
  const { event, events, state, refusals } = await afterSending();
  await event('Bounce');
  await event('DeliveryDelay', SENT, { status: '4.4.1' });
  expect(await state()).toBe('BOUNCED');
  expect(await events()).toEqual(['RECEIVED', 'NOTICE_FAILED']);
  expect(refusals()).toEqual(['OVERTAKEN']);
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

test.each([
  ['without tags', undefined],
  ['with empty tags, as its rule passes on what is missing', { reference: [''], noticeId: [''] }],
  ['with half of its tags', { reference: ['REF1'], noticeId: [] }],
])('an event %s is refused, because its email is no notice', async (_how, tags) => {
  const { record, events, refusals } = await afterSending();
  await record({ detail: { eventType: 'Bounce', news: failed, mail: tags ? { tags } : {} } });
  expect(await events()).toEqual(['RECEIVED']);
  expect(refusals()).toEqual(['NO_TAGS']);
});

describe('of an alert to the duty mailbox', () => {
  const alarm = 'a'.repeat(64);

  async function afterAlert(id = 'DUTY_ALERT-DUTY') {
    const { record, log, notices } = await afterSending();
    const sent = { ...({ id, reference: alarm, kind: 'DUTY_ALERT', to: 'DUTY', by: MACHINE } as const), claimedAt: at };
    await notices.claimNotice({ ...sent, state: 'SENT', attempts: 1, possibleDuplicate: false, settledAt: at });
    const event = (eventType: string, news: object = failed) =>
      record({ detail: { eventType, news, mail: { tags: { reference: [alarm], noticeId: [id] } } } });
    const told = () => log.lines.flatMap(({ event: name, fields }) => (name === 'duty-not-told' ? [fields] : []));
    return { event, told, notices };
  }

  test.each([
    ['Bounce', failed, 'BOUNCED'],
    ['Bounce', { type: 'Permanent', subType: 'Suppressed' }, 'BOUNCED'],
    ['Bounce', { type: 'Permanent', subType: 'OnAccountSuppressionList' }, 'BOUNCED'],
    ['Complaint', { type: 'abuse', subType: '' }, 'COMPLAINED'],
    ['Reject', {}, 'BOUNCED'],
    ['DeliveryDelay', { type: 'MailboxFull', status: '4.2.2' }, 'DELAYED'],
    ['Bounce', { type: 'Transient', subType: 'MessageTooLarge' }, 'UNKNOWN'],
  ])('%s with %o is told to the operators once, however often it comes', async (eventType, news, why) => {
    const { event, told } = await afterAlert();
    await event(eventType, news);
    await event(eventType, news);
    expect(told()).toEqual([{ reference: alarm, noticeId: 'DUTY_ALERT-DUTY', why }]);
  });

  test.each([
    ['Bounce', { type: 'Transient', subType: 'General' }],
    ['Complaint', { type: 'not-spam' }],
    ['Delivery', {}],
  ])('%s with %o does not say that it did not arrive', async (eventType, news) => {
    const { event, told } = await afterAlert();
    await event(eventType, news);
    expect(told()).toEqual([]);
  });

  test('a bounce behind a delay is told as well, because only then it is certain', async () => {
    const { event, told } = await afterAlert('DUTY_ALERTS-DUTY');
    await event('DeliveryDelay', { status: '4.4.1' });
    await event('Bounce');
    expect(told().map(({ why }) => why)).toEqual(['DELAYED', 'BOUNCED']);
  });
});

test('an email to anyone else that came back does not say that the duty team was not told', async () => {
  const { event, log } = await afterSending();
  await event('Bounce');
  expect(log.lines).toEqual([]);
});

test('an event for a notice that no one sent changes nothing (hostile)', async () => {
  const { event, state, events, refusals } = await afterSending();
  await event('Bounce', 'NO-SUCH-NOTICE');
  expect(await state()).toBe('SENT');
  expect(await events()).toEqual(['RECEIVED']);
  expect(refusals()).toEqual(['UNKNOWN_NOTICE']);
});

test.each([
  ['Delivery', {}],
  ['Open', {}],
  ['Complaint', { type: 'not-spam' }],
])('%s with %o is no news', async (eventType, news) => {
  const { event, state, refusals } = await afterSending();
  await event(eventType, SENT, news);
  expect(await state()).toBe('SENT');
  expect(refusals()).toEqual(['NO_NEWS']);
});

test.each([
  ['no detail', {}, 'detail'],
  ['no kind', { detail: { mail: {} } }, 'detail.eventType'],
  ['no email', { detail: { eventType: 'Bounce' } }, 'detail.mail'],
  ['a tag that is no list', { detail: { eventType: 'Bounce', mail: { tags: { reference: 'REF1' } } } }, 'reference'],
  ['no object', 'Bounce', 'object'],
])(
  'an event with %s is an error that names the field, so that it is kept and seen (malformed)',
  async (_what, event, at) => {
    const { record, events } = await afterSending();
    await expect(record(event)).rejects.toThrow(at);
    expect(await events()).toEqual(['RECEIVED']);
  },
);
