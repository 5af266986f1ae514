import { expect, test } from 'vitest';
import { putNoticeRight } from '#application/operations/put-notice-right.ts';
import { personActor } from '#domain/people/actor.ts';
import { instance } from '#test/workflow/instance.ts';
import { refer } from '#test/workflow/road.ts';

const olly = personActor('olly', 'Olly Operator', 'operator');
const reason = 'The mailbox was full';

/** A referral whose acknowledgement came back, and how an operator puts that right. */
async function bounced() {
  const one = instance();
  const reference = await refer(one, 'C01');
  const acknowledged = (await one.notices.noticesOf(reference)).find(({ kind }) => kind === 'ACKNOWLEDGEMENT');
  if (!acknowledged) throw new Error('The referrer was written to.');
  const { id, attempts } = acknowledged;
  await one.notices.saveNotice({ ...acknowledged, state: 'BOUNCED', attempts: attempts + 1 }, attempts);
  const putRight = putNoticeRight({ ...one, now: one.clock.now });
  const press = (what: 'SENT_AGAIN' | 'SEEN' | 'LINK_RENEWED') =>
    putRight({ reference, noticeId: id, what, reason }, olly);
  return { one, press, read: () => one.notices.readNotice(reference, id) };
}

test('an email that is sent again leaves with the next sweep, with a new link, once', async () => {
  const { one, press, read } = await bounced();
  const before = one.mail.length;
  expect(await press('SENT_AGAIN')).toEqual({ kind: 'DONE', what: 'SENT_AGAIN' });
  await one.sweep();
  await one.sweep();
  const sent = one.mail.slice(before);
  expect(sent.map(({ text }) => /\/referral\/l\/[\w-]{43}/.test(text))).toEqual([true]);
  expect(await read()).toMatchObject({ state: 'SENT', putRight: [{ what: 'SENT_AGAIN', reason, by: olly }] });
});

test('of two operators who press at the same moment one sends it again, and the other is told', async () => {
  const { press, read } = await bounced();
  const results = await Promise.all([press('SENT_AGAIN'), press('SENT_AGAIN')]);
  expect(results.map(({ kind }) => kind).sort()).toEqual(['DONE', 'REFUSED']);
  expect((await read())?.putRight).toHaveLength(1);
});

test('an email about which nothing more is to be done leaves the queue and is not sent', async () => {
  const { one, press } = await bounced();
  const before = one.mail.length;
  expect(await one.indexes.mailFailed(10)).toHaveLength(1);
  await press('SEEN');
  await one.sweep();
  expect([(await one.indexes.mailFailed(10)).length, one.mail.length]).toEqual([0, before]);
});
