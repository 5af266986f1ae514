import { describe, expect, it } from 'vitest';
import type { Notice } from '#domain/notices/notice.ts';
import { aNotice } from '#test/contract/samples.ts';
import { noticeAt, queueAt } from '#web/console/address.ts';
import { noticeReasonWords, putRightWhats, refusalWords, noticeWords as words } from '#web/console/notice/words.ts';
import { type Browser, hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { consoleWorld } from './world.ts';

const ID = 'ACKNOWLEDGEMENT-REFERRER';
const AT = noticeAt(reference, ID);
const reason = 'The mailbox was full';

/** An email of this kind in the ledger, and an operator. */
async function withNotice(changes: Partial<Notice>) {
  const world = await consoleWorld();
  await world.stores.notices.claimNotice(aNotice(reference, ID, { settledAt: world.clock.now(), ...changes }));
  const using = await world.as('OPERATOR');
  const read = async () => world.stores.notices.readNotice(reference, ID);
  return { ...world, using, read };
}

async function press(using: Browser, what: string, why = reason) {
  const csrf = hidden(await using.get(AT), 'csrf');
  return using.post(AT, { csrf, what, reason: why });
}

const back = { state: 'BOUNCED', delivery: 'PERMANENT', messageId: 'm1' } as const;

describe('an email that reached no one', () => {
  it('is found on its list, goes again with the next sweep, and leaves the list', async () => {
    const { using, read, stores, clock } = await withNotice(back);
    expect((await using.get(queueAt('mail'))).body).toContain(AT);
    const { status, body } = await press(using, 'SENT_AGAIN');
    expect([status, body.includes(putRightWhats.SENT_AGAIN)]).toEqual([200, true]);
    expect(await read()).toMatchObject({
      ...{ state: 'CLAIMED', why: 'NOT_SENT', possibleDuplicate: false },
      putRight: [{ what: 'SENT_AGAIN', reason, by: { id: 'olly' } }],
    });
    expect(await stores.indexes.due('NOTICE', clock.now(), 10)).toMatchObject([{ noticeId: ID }]);
    expect((await using.get(queueAt('mail'))).body).not.toContain(AT);
  });

  it('is sent again once, however often that is pressed (twice)', async () => {
    const { using, read } = await withNotice(back);
    const csrf = hidden(await using.get(AT), 'csrf');
    await using.post(AT, { csrf, what: 'SENT_AGAIN', reason });
    const again = await using.post(AT, { csrf, what: 'SENT_AGAIN', reason });
    expect([again.status, again.body.includes(refusalWords.UNDER_WAY)]).toEqual([409, true]);
    expect((await read())?.putRight).toHaveLength(1);
  });

  it('leaves the list once nothing more is to be done, and is shown as it was', async () => {
    const { using, read } = await withNotice(back);
    await press(using, 'SEEN');
    expect((await using.get(queueAt('mail'))).body).not.toContain(AT);
    expect(await read()).toMatchObject({ state: 'BOUNCED', putRight: [{ what: 'SEEN' }] });
    expect((await using.get(AT)).body).toContain(putRightWhats.SEEN);
  });

  it('stays as it is without a reason (half-finished)', async () => {
    const { using, read } = await withNotice(back);
    const { status, body } = await press(using, 'SENT_AGAIN', ' ');
    expect([status, body.includes(String(noticeReasonWords.REASON_MISSING))]).toEqual([422, true]);
    expect((await read())?.state).toBe('BOUNCED');
  });

  it('never shows the reason that was typed', async () => {
    const { using } = await withNotice(back);
    expect((await press(using, 'SENT_AGAIN')).body).not.toContain(reason);
  });
});

describe('an email that must not go again', () => {
  it.each([
    ['is being sent', { state: 'CLAIMED' }, 'UNDER_WAY'],
    ['someone tells in person', { state: 'FOR_A_PERSON' }, 'NEEDS_A_PERSON'],
    ['was reported as unwanted', { state: 'COMPLAINED' }, 'UNWANTED'],
    ['alerts the duty team', { state: 'FAILED', to: 'DUTY' }, 'OF_DUTY'],
  ] as const)('because it %s is left as it is', async (_why, changes, why) => {
    const { using, read, stranger } = await withNotice(changes);
    const csrf = hidden(await using.get(queueAt('mail')), 'csrf');
    const { status, body } = await using.post(AT, { csrf, what: 'SENT_AGAIN', reason });
    expect([status, body.includes(refusalWords[why])]).toEqual([409, true]);
    expect((await read())?.putRight).toBeUndefined();
    expect((await stranger().post(AT, { csrf, what: 'SENT_AGAIN', reason })).status).not.toBe(200);
  });
});

it('an email that arrived may be sent again for its link, marked as a possible duplicate', async () => {
  const { using, read } = await withNotice({ state: 'SENT' });
  expect((await using.get(AT)).body).not.toContain(words.seen);
  await press(using, 'SENT_AGAIN');
  expect(await read()).toMatchObject({ state: 'CLAIMED', possibleDuplicate: true });
});

it.each([
  ['an id that there is not', 'another'],
  ['a path (hostile)', '..%2F..'],
  ['markup (hostile)', '%3Cb%3E'],
])('%s is not found', async (_what, id) => {
  const { using } = await withNotice(back);
  expect((await using.get(noticeAt(reference, id))).status).toBe(404);
});
