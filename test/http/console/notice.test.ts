import { describe, expect, it } from 'vitest';
import type { Notice } from '#domain/notices/notice.ts';
import { Refused } from '#domain/problems/errors.ts';
import { aNotice } from '#test/contract/samples.ts';
import { FAILED } from '#web/console/acts/act.ts';
import { caseAt, noticeAt, queueAt } from '#web/console/address.ts';
import {
  noticeReasonWords,
  noticeStateInWords,
  putRightWhats,
  refusalWords,
  noticeWords as words,
} from '#web/console/notice/words.ts';
import { putRightWords, sendAgainWords } from '#web/console/put-right-words.ts';
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
    expect(body).toContain(noticeStateInWords('CLAIMED'));
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

describe('an email with a link', () => {
  const hash = 'a'.repeat(64);
  const link = { hash, purpose: 'STATUS', reference, to: 'REFERRER', mailbox: 'r@example.org' } as const;
  const [createdAt, expiresAt] = ['2026-09-20T08:00:00.000Z', '2026-10-20T08:00:00.000Z'];

  it('is found from its link on the case, and sent again with a new one, while the one before ends', async () => {
    const { using, read, stores, clock } = await withNotice({ state: 'SENT', to: 'REFERRER' });
    await stores.access.putLink({ ...link, createdAt, expiresAt });
    expect((await using.get(caseAt(reference))).body.split(`href="${AT}"`)).toHaveLength(3);
    const { status, body } = await press(using, 'LINK_RENEWED');
    expect([status, body.includes(putRightWhats.LINK_RENEWED)]).toEqual([200, true]);
    expect((await stores.access.readLink(hash))?.expiresAt).toBe(clock.now());
    expect(await read()).toMatchObject({ state: 'CLAIMED', putRight: [{ what: 'LINK_RENEWED', reason }] });
  });

  it('leaves the links of others, and for other things, as they are', async () => {
    const { using, stores } = await withNotice({ state: 'SENT', to: 'REFERRER' });
    const others = [{ to: 'COLLEAGUE' }, { purpose: 'ANSWER' }, { taskId: 'another' }] as const;
    for (const [n, other] of others.entries()) {
      await stores.access.putLink({ ...link, ...other, hash: `${n}`.repeat(64), createdAt, expiresAt });
    }
    await press(using, 'LINK_RENEWED');
    const after = await Promise.all(others.map((_, n) => stores.access.readLink(`${n}`.repeat(64))));
    expect(after.map((one) => one?.expiresAt)).toEqual([expiresAt, expiresAt, expiresAt]);
  });

  it('is not renewed where there is none in it', async () => {
    const { using, read } = await withNotice({ state: 'SENT', kind: 'FAMILY_RECEIPT', to: 'FAMILY:0' });
    expect((await using.get(AT)).body).not.toContain(words.renew);
    const { status, body } = await press(using, 'LINK_RENEWED');
    expect([status, body.includes(refusalWords.NO_LINK)]).toEqual([409, true]);
    expect((await read())?.putRight).toBeUndefined();
  });
});

it.each(['SENT_AGAIN', 'SEEN', 'LINK_RENEWED'])(
  '%s stands in the history of the case, once, with who and why',
  async (what) => {
    const { using, stores } = await withNotice(back);
    const csrf = hidden(await using.get(AT), 'csrf');
    await using.post(AT, { csrf, what, reason });
    await using.post(AT, { csrf, what: 'SENT_AGAIN', reason: ' ' });
    const { history = [] } = (await stores.cases.readCase(reference)) ?? {};
    expect(history.filter(({ event }) => event === 'NOTICE_PUT_RIGHT')).toMatchObject([
      { notice: ID, what, text: reason, by: { id: 'olly' } },
    ]);
  },
);

describe('emails that reached no one, all at once', () => {
  const MAIL = queueAt('mail');

  /** So many emails that came back, every third because the mailbox is unknown. */
  async function withMany(count: number) {
    const world = await consoleWorld();
    const ids = Array.from({ length: count }, (_, n) => `ACKNOWLEDGEMENT-${n}`);
    for (const [n, id] of ids.entries()) {
      const why = n % 3 === 2 ? 'BLOCKED' : 'MAILBOX_FULL';
      await world.stores.notices.claimNotice(aNotice(reference, id, { ...back, why, settledAt: world.clock.now() }));
    }
    const using = await world.as('OPERATOR');
    const states = async () =>
      (await Promise.all(ids.map((id) => world.stores.notices.readNotice(reference, id)))).map((one) => one?.state);
    return { ...world, using, states };
  }

  const own = (page: Awaited<ReturnType<Browser['get']>>) => ({
    csrf: hidden(page, 'csrf'),
    references: hidden(page, 'references'),
  });

  it('are sent again in two presses: the list, and its one button, with a result each', async () => {
    const { using, states } = await withMany(12);
    const answer = await using.post(MAIL, { ...own(await using.get(MAIL)), reason });
    expect([answer.status, answer.body.includes(sendAgainWords.done(12, 12))]).toEqual([200, true]);
    expect(answer.body.split(sendAgainWords.again)).toHaveLength(13);
    expect(new Set(await states())).toEqual(new Set(['CLAIMED']));
  });

  it('are only those that the filter shows', async () => {
    const { using, states } = await withMany(3);
    const answer = await using.post(MAIL, {
      ...own(await using.get(MAIL, { why: 'BLOCKED' })),
      reason,
      why: 'BLOCKED',
    });
    expect(answer.body).toContain(sendAgainWords.done(1, 1));
    expect(await states()).toEqual(['BOUNCED', 'BOUNCED', 'CLAIMED']);
  });

  it('are sent again once, and each says so when it is pressed twice', async () => {
    const { using } = await withMany(2);
    const fields = { ...own(await using.get(MAIL)), reason };
    await using.post(MAIL, fields);
    const again = await using.post(MAIL, fields);
    expect(again.body.split(refusalWords.UNDER_WAY)).toHaveLength(3);
  });

  it('stay as they are without a reason (half-finished), and for a name that is none (malformed)', async () => {
    const { using, states } = await withMany(1);
    const page = await using.get(MAIL);
    const refused = await using.post(MAIL, { ...own(page), reason: ' ' });
    expect([refused.status, refused.body.includes(sendAgainWords.missing)]).toEqual([422, true]);
    const none = await using.post(MAIL, { csrf: hidden(page, 'csrf'), references: 'x/y <b>', reason });
    expect(none.body).toContain(refusalWords.UNKNOWN);
    expect(none.body).not.toContain('<b>');
    expect(await states()).toEqual(['BOUNCED']);
  });

  it('say because of what one failed, and the others go', async () => {
    const { using, stores, states } = await withMany(2);
    const save = stores.notices.saveNotice;
    stores.notices.saveNotice = (notice, ...rest) =>
      notice.id.endsWith('-1') ? Promise.reject(new Refused('no')) : save(notice, ...rest);
    const answer = await using.post(MAIL, { ...own(await using.get(MAIL)), reason });
    expect(answer.body).toContain(sendAgainWords.done(1, 2));
    expect(answer.body).toContain(putRightWords.because(FAILED, 'Refused'));
    expect(await states()).toEqual(['CLAIMED', 'BOUNCED']);
  });

  it('cannot be pressed on a list that the service puts right by itself', async () => {
    const { using } = await withMany(1);
    const csrf = hidden(await using.get(MAIL), 'csrf');
    expect((await using.post(queueAt('put-off'), { csrf, references: 'x', reason })).status).toBe(404);
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
