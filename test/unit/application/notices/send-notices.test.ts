import { expect, test } from 'vitest';
import { firstEntry } from '#domain/notices/ledger.ts';
import type { Mailer } from '#domain/ports/services.ts';
import { NotSent, Transient } from '#domain/problems/errors.ts';
import { sha256 } from '#domain/values/hash.ts';
import { COPY, digestLines } from '#test/kit/words/emails.ts';
import { baseUrl, caseWith, inId, listed, reference, referral, taskOf, triager1, triager2 } from './sample.ts';
import { world } from './world.ts';

const triage = caseWith({ status: 'IN_TRIAGE', next: 'TRIAGE', task: taskOf('TRIAGE') });
const unsafe = { parents: [{ name: 'A. Mother', email: 'mother@example.org', doNotContact: true }] };

function failing(error: Error): Mailer {
  return { send: async () => Promise.reject(error) };
}

test('each notice is sent to its own mailbox and settled in the ledger with the mail service’s id', async () => {
  const { send, post, entryTo } = await world(triage);
  expect((await send('TASK_OPENED')).map(({ state }) => state)).toEqual(['SENT', 'SENT']);
  expect(post.sent.map(({ to }) => to)).toEqual(['triage-1@example.org', 'triage-2@example.org']);
  expect(post.sent[0]?.tags).toEqual({ reference, noticeId: `TRIAGE_REQUEST-${reference}-T1-${inId(triager1)}` });
  const entries = [await entryTo(triager1), await entryTo(triager2)];
  expect(entries.map((entry) => [entry?.state, entry?.messageId, entry?.attempts])).toEqual([
    ['SENT', 'message-1', 1],
    ['SENT', 'message-2', 1],
  ]);
});

test('what was sent is not sent again (twice)', async () => {
  const { send, post } = await world(triage);
  await send('TASK_OPENED');
  expect((await send('TASK_OPENED')).map(({ state }) => state)).toEqual(['SENT', 'SENT']);
  expect(post.sent).toHaveLength(2);
});

test('of ten senders at the same moment one sends', async () => {
  const { send, post } = await world(triage);
  await Promise.all(Array.from({ length: 10 }, () => send('TASK_OPENED')));
  expect(post.sent).toHaveLength(2);
});

test('every link is new, stored by its hash alone before the mail goes, and bound to its task and mailbox', async () => {
  const links: unknown[] = [];
  const { send, deps, stores } = await world(triage);
  const mailer: Mailer = {
    send: async ({ text }) => {
      const token = text.match(/\/triage\/l\/(\S+)\n/)?.[1] ?? '';
      links.push(await stores.access.readLink(sha256(token)));
      return { messageId: token };
    },
  };
  await send('TASK_OPENED', { mailer });
  const link = { purpose: 'TASK', reference, taskId: `${reference}-T1`, createdAt: deps.now() };
  expect(links).toEqual([
    expect.objectContaining({ ...link, mailbox: 'triage-1@example.org', expiresAt: '2026-10-22T09:00:00.000Z' }),
    expect.objectContaining({ ...link, mailbox: 'triage-2@example.org' }),
  ]);
  const [first, second] = await stores.notices.noticesOf(reference);
  expect(first?.messageId).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(first?.messageId).not.toBe(second?.messageId);
});

test('a mailbox that the mail service refuses is a failed notice, in the history once, and the others are sent', async () => {
  const { send, post, history, entryTo } = await world(triage);
  post.refuse('triage-1@example.org');
  expect((await send('TASK_OPENED')).map(({ state }) => state)).toEqual(['FAILED', 'SENT']);
  await send('TASK_OPENED');
  expect(await entryTo(triager1)).toMatchObject({ state: 'FAILED', why: 'MessageRejected' });
  const noted = (await history()).filter(({ event }) => event === 'NOTICE_FAILED');
  expect(noted).toMatchObject([{ notice: `TRIAGE_REQUEST-${reference}-T1-${inId(triager1)}`, why: 'MessageRejected' }]);
});

test('a parent marked unsafe gets nothing: the ledger and the history name a task for a person, who is told', async () => {
  const { send, post, ledger, history, nextMorning } = await world(listed('INITIAL_ASSESSMENT'), {
    body: { ...referral, family: unsafe },
  });
  await send('OUTCOME');
  await send('OUTCOME');
  await nextMorning();
  expect(post.sent.map(({ to }) => to)).not.toContain('mother@example.org');
  expect(await ledger()).toContainEqual(
    expect.objectContaining({ id: 'FAMILY_LETTER-FAMILY-0', state: 'FOR_A_PERSON', why: 'DO_NOT_WRITE' }),
  );
  expect((await history()).filter(({ event }) => event === 'NOTICE_NEEDS_A_PERSON')).toHaveLength(1);
  const toManager = post.sent.filter(({ to }) => to === 'manager@example.org').map(({ text }) => text);
  expect(toManager).toHaveLength(1);
  expect(toManager.join()).toContain(`${reference}: ${digestLines.tellInPerson}`);
});

test('the ledger never holds an address', async () => {
  const { send, ledger } = await world(listed('INITIAL_ASSESSMENT'));
  await send('RECEIVED');
  await send('OUTCOME');
  expect((await ledger()).length).toBe(6);
  expect(JSON.stringify(await ledger())).not.toContain('@');
});

test('a notice claimed by someone who may still be sending it is left to them (half-finished)', async () => {
  const { send, post, owed, stores, deps } = await world(triage);
  const [first] = owed('TASK_OPENED');
  if (first) await stores.notices.claimNotice(firstEntry(reference, first, deps.now()));
  expect((await send('TASK_OPENED')).map(({ state }) => state)).toEqual(['ELSEWHERE', 'SENT']);
  expect(post.sent.map(({ to }) => to)).toEqual(['triage-2@example.org']);
});

test('a notice claimed two minutes ago and never settled is sent again, marked as a possible duplicate (half-finished)', async () => {
  const { send, post, owed, stores, deps, clock, entryTo } = await world(triage);
  const [first] = owed('TASK_OPENED');
  if (first) await stores.notices.claimNotice(firstEntry(reference, first, deps.now()));
  clock.advanceMinutes(2);
  await send('TASK_OPENED');
  expect(post.sent[0]?.text).toMatch(new RegExp(`^${COPY}`));
  expect(post.sent[1]?.text).toMatch(/^Referral/);
  expect(await entryTo(triager1)).toMatchObject({ state: 'SENT', attempts: 2, possibleDuplicate: true });
});

test('a mail service out of reach holds no one up: the notices stay claimed and the next try marks them', async () => {
  const { send, post, ledger } = await world(triage);
  const down = failing(new Transient('The answer was lost.'));
  expect((await send('TASK_OPENED', { mailer: down })).map(({ state }) => state)).toEqual(['CLAIMED', 'CLAIMED']);
  expect((await ledger()).map(({ state, why }) => [state, why])).toEqual([
    ['CLAIMED', 'MAYBE_SENT'],
    ['CLAIMED', 'MAYBE_SENT'],
  ]);
  expect((await send('TASK_OPENED')).map(({ state }) => state)).toEqual(['SENT', 'SENT']);
  expect(post.sent.every(({ text }) => text.startsWith(COPY))).toBe(true);
});

test('a mail that certainly did not go is sent again without a mark', async () => {
  const { send, post } = await world(triage);
  await send('TASK_OPENED', { mailer: failing(new NotSent('Throttled.')) });
  await send('TASK_OPENED');
  expect(post.sent.map(({ text }) => text.startsWith('Referral'))).toEqual([true, true]);
});

test('a link that cannot be stored is no email: nothing has gone, and the next try carries no mark (half-finished)', async () => {
  const { send, post, stores } = await world(triage);
  const putLink = async () => Promise.reject(new Transient('The table is out of reach.'));
  await send('TASK_OPENED', { access: { ...stores.access, putLink } });
  expect(post.sent).toEqual([]);
  await send('TASK_OPENED');
  expect(post.sent.map(({ text }) => text.startsWith('Referral'))).toEqual([true, true]);
});

test('a ledger out of reach is an error, after the other notices were tried', async () => {
  const { send, post, stores } = await world(triage);
  const claimNotice: typeof stores.notices.claimNotice = async (notice) => {
    if (notice.to === triager1) throw new Transient('The table is out of reach.');
    return stores.notices.claimNotice(notice);
  };
  await expect(send('TASK_OPENED', { notices: { ...stores.notices, claimNotice } })).rejects.toThrow(Transient);
  expect(post.sent.map(({ to }) => to)).toEqual(['triage-2@example.org']);
});

test('a mail that went and could not be settled is never taken for one that did not go (half-finished)', async () => {
  const { send, settle, stores, clock, post, ledger } = await world(listed('PORTAGE_GROUP'));
  const saveNotice: typeof stores.notices.saveNotice = async (notice, attempts) => {
    if (notice.state === 'SENT') throw new Error('DynamoDB refused the request.');
    return stores.notices.saveNotice(notice, attempts);
  };
  await expect(send('OUTCOME', { notices: { ...stores.notices, saveNotice } })).rejects.toThrow('refused');
  clock.advanceMinutes(2);
  await settle('FAMILY_LETTER-FAMILY-0');
  expect((await ledger()).find(({ kind }) => kind === 'FAMILY_LETTER')).toMatchObject({ possibleDuplicate: true });
  expect(post.sent.at(-1)?.text).toContain(COPY);
});

test('a sender who was slow and has been overtaken does not settle what is another’s now (out of order)', async () => {
  const { send, post, clock, owed, entryTo } = await world(triage);
  let overtaken = false;
  const slow: Mailer = {
    send: async (email) => {
      if (!overtaken) {
        overtaken = true;
        clock.advanceMinutes(3);
        await send('TASK_OPENED');
      }
      return post.send(email);
    },
  };
  const [first] = await send('TASK_OPENED', { mailer: slow });
  expect(first).toMatchObject({ owed: owed('TASK_OPENED')[0], state: 'ELSEWHERE' });
  expect(await entryTo(triager1)).toMatchObject({ state: 'SENT', attempts: 2, messageId: 'message-1' });
});

test('the emailed link begins with the base URL, stage path and all', async () => {
  const { send, post } = await world(triage);
  await send('RECEIVED');
  expect(post.sent[0]?.text).toContain(`\n${baseUrl}/referral/l/`);
});

test.each([
  ['a code', 'HV-0143', ['referrer@example.org', 'team@example.org']],
  ['a name', 'Poppy Testerfield', []],
  ['a date of birth', '12.03.2024', []],
  ['an NHS number', '9990007314', []],
])(
  'the referrer’s own reference is in every email to them where it is %s, and in no other email',
  async (kind, own, to) => {
    const body = { ...referral, referrer: { ...referral.referrer, ownReference: own } };
    const { send, post } = await world({ ...listed('INITIAL_ASSESSMENT'), task: taskOf('REFERRER') }, { body });
    for (const moment of ['RECEIVED', 'TASK_OPENED', 'TASK_REMINDED', 'OUTCOME'] as const) await send(moment);
    const holding = post.sent.filter(({ text }) => text.includes(own)).map((mail) => mail.to);
    expect([...new Set(holding)]).toEqual(to);
    if (kind === 'a code') expect(holding).toHaveLength(8);
    expect(post.sent.filter(({ subject }) => subject.includes(own))).toEqual([]);
  },
);
