import { expect, test } from 'vitest';
import { alertDuty } from '#application/notices/duty.ts';
import { settleNotice } from '#application/notices/settle-notice.ts';
import { firstEntry } from '#domain/notices/ledger.ts';
import type { Mailer } from '#domain/ports/services.ts';
import { Transient } from '#domain/problems/errors.ts';
import { COPY } from '#test/kit/words/emails.ts';
import { caseWith, inId, listed, manager, reference, taskOf, triager1, withdrawnAfterListing } from './sample.ts';
import { world } from './world.ts';

const triage = caseWith({ status: 'IN_TRIAGE', next: 'TRIAGE', tasks: 1, task: taskOf('TRIAGE') });
const letterId = 'FAMILY_LETTER-FAMILY-0';
const letter = { id: letterId, kind: 'FAMILY_LETTER', to: 'FAMILY:0' } as const;
const requestId = `TRIAGE_REQUEST-${reference}-T1-${inId(triager1)}`;
const request = { id: requestId, kind: 'TRIAGE_REQUEST', to: triager1, taskId: `${reference}-T1` } as const;

test('a letter cut off for two minutes is finished by the sweeper and marked as a possible duplicate (half-finished)', async () => {
  const { stores, deps, clock, settle, post, ledger } = await world(listed('PORTAGE_GROUP'));
  await stores.notices.claimNotice(firstEntry(reference, letter, deps.now()));
  await settle(letterId);
  expect(post.sent).toEqual([]);
  clock.advanceMinutes(2);
  await settle(letterId);
  expect(post.sent.map(({ to, text }) => [to, text.slice(0, COPY.length)])).toEqual([['mother@example.org', COPY]]);
  expect((await ledger())[0]).toMatchObject({ state: 'SENT', possibleDuplicate: true });
});

test('what the index still shows though it is settled is not sent again (late)', async () => {
  const { send, settle, clock, post } = await world(listed('PORTAGE_GROUP'));
  await send('OUTCOME');
  const before = post.sent.length;
  clock.advanceMinutes(10);
  await settle(letterId);
  expect(post.sent).toHaveLength(before);
});

test('a notice that no one knows changes nothing (malformed)', async () => {
  const { settle, post, ledger } = await world(triage);
  await settle('NO-SUCH-NOTICE');
  expect([post.sent, await ledger()]).toEqual([[], []]);
});

test('a request whose task is over is settled without a mail (late)', async () => {
  const { stores, deps, clock, settle, post, ledger } = await world(
    caseWith({ status: 'ON_WAITING_LIST', tasks: 1, task: null }),
  );
  await stores.notices.claimNotice(firstEntry(reference, request, deps.now()));
  clock.advanceMinutes(2);
  await settle(requestId);
  expect(post.sent).toEqual([]);
  expect((await ledger())[0]).toMatchObject({ state: 'FAILED', why: 'NO_LONGER_NEEDED' });
});

test('a request whose task is still being opened is left to the step that opens it (half-finished)', async () => {
  const { stores, deps, clock, settle, post, ledger } = await world(
    caseWith({ status: 'RECEIVED', next: 'TRIAGE', tasks: 0, task: null }),
  );
  await stores.notices.claimNotice(firstEntry(reference, request, deps.now()));
  clock.advanceMinutes(3);
  await settle(requestId);
  expect(post.sent).toEqual([]);
  expect((await ledger())[0]).toMatchObject({ state: 'CLAIMED', attempts: 1 });
});

test('a request whose task is open is sent again with a link of its own', async () => {
  const { stores, deps, clock, settle, post } = await world(triage);
  await stores.notices.claimNotice(firstEntry(reference, request, deps.now()));
  clock.advanceMinutes(2);
  await settle(requestId);
  expect(post.sent[0]?.text).toMatch(/\/triage\/l\/\S{43}\n/);
});

test('after five sends that were cut off the notice has failed, and the history says so for people', async () => {
  const { stores, deps, clock, settle, post, ledger, history } = await world(listed('PORTAGE_GROUP'));
  await stores.notices.claimNotice({ ...firstEntry(reference, letter, deps.now()), attempts: 5 });
  clock.advanceMinutes(2);
  await settle(letterId);
  expect(post.sent).toEqual([]);
  expect((await ledger())[0]).toMatchObject({ state: 'FAILED', why: 'TRIED_TOO_OFTEN' });
  expect((await history()).at(-1)).toMatchObject({ event: 'NOTICE_FAILED', notice: letterId });
});

test('a mail that our own settings keep from going is sent once they are put right, however long that takes', async () => {
  let areWrong = true;
  const sent: string[] = [];
  const mailer: Mailer = {
    send: async ({ to }) => {
      if (areWrong) throw new Error('SES refused the request (AccessDenied).');
      sent.push(to);
      return { messageId: 'm1' };
    },
  };
  const { send, settle, clock, ledger } = await world(triage, { mailer });
  expect((await send('TASK_OPENED')).map(({ state, why }) => [state, why])).toContainEqual(['CLAIMED', 'NOT_SENT']);
  for (let tries = 0; tries < 20; tries += 1) {
    clock.advanceMinutes(2);
    await settle(requestId);
  }
  areWrong = false;
  clock.advanceMinutes(2);
  await settle(requestId);
  expect(sent).toEqual(['triage-1@example.org']);
  expect((await ledger()).find(({ id }) => id === requestId)).toMatchObject({
    state: 'SENT',
    possibleDuplicate: false,
  });
});

test('the sweeper finds a notice that was cut off, two minutes after it was claimed and not before', async () => {
  const { stores, deps, clock } = await world(caseWith({ next: 'DONE', outbox: [] }));
  await stores.notices.claimNotice(firstEntry(reference, letter, deps.now()));
  clock.advanceMinutes(1);
  expect(await stores.indexes.due('NOTICE', deps.now(), 10)).toEqual([]);
  clock.advanceMinutes(1);
  expect(await stores.indexes.due('NOTICE', deps.now(), 10)).toMatchObject([{ reference, noticeId: letterId }]);
});

test('a declaration of immediate risk is told to the duty mailbox, once for one alarm (twice)', async () => {
  const { alert, post } = await world(triage);
  const id = 'a1b2c3d4e5f6'.repeat(5);
  expect(await alert({ id })).toMatchObject({ state: 'SENT' });
  await alert({ id });
  expect(post.sent.map(({ to }) => to)).toEqual(['duty@example.org']);
  expect(post.sent[0]?.text).toContain('alert a1b2c3d4e5f6.');
});

test('an alarm that could not go is sent by the sweeper, though it has no case (half-finished)', async () => {
  const { deps, alert, post, stores } = await world(triage);
  post.setOutOfReach(true);
  expect(await alert({ id: 'alarm-1' })).toMatchObject({ state: 'CLAIMED' });
  post.setOutOfReach(false);
  await settleNotice(deps)('alarm-1', 'DUTY_ALERT-DUTY');
  expect(post.sent.map(({ to }) => to)).toEqual(['duty@example.org']);
  expect(await stores.notices.readNotice('alarm-1', 'DUTY_ALERT-DUTY')).toMatchObject({ state: 'SENT' });
});

test('an alarm that the ledger cannot take is an error for the caller', async () => {
  const { deps, stores } = await world(triage);
  const claimNotice = async () => Promise.reject(new Transient('The table is out of reach.'));
  const broken = alertDuty({ ...deps, notices: { ...stores.notices, claimNotice } });
  await expect(broken({ id: 'alarm-1' })).rejects.toThrow(Transient);
});

test('a colleague who was asked is not written to once a newer request has passed it, or it is theirs (out of order)', async () => {
  const id = `${reference}-H1`;
  const asked = {
    id: `HAND_OVER_REQUEST-${id}-COLLEAGUE`,
    kind: 'HAND_OVER_REQUEST',
    to: 'COLLEAGUE',
    taskId: id,
  } as const;
  const newer = { id: `${reference}-H2`, name: 'C', role: 'GP', email: 'c@example.org', by: 'referrer@example.org' };
  const times = { askedAt: '2026-09-24T09:00:00.000Z', expiresAt: '2026-10-22T09:00:00.000Z' };
  const { stores, deps, clock, settle, post, ledger } = await world(caseWith({ handOver: { ...newer, ...times } }));
  await stores.notices.claimNotice(firstEntry(reference, asked, deps.now()));
  clock.advanceMinutes(2);
  await settle(asked.id);
  expect(post.sent).toEqual([]);
  expect((await ledger())[0]).toMatchObject({ state: 'FAILED', why: 'NO_LONGER_NEEDED' });
});

test.each([
  letter,
  { id: 'OUTCOME_LISTED-REFERRER', kind: 'OUTCOME_LISTED', to: 'REFERRER' },
  { id: `TEAM_LISTED-${inId(triager1)}`, kind: 'TEAM_LISTED', to: triager1 },
  { id: `TEAM_TELL_IN_PERSON-${inId(manager)}`, kind: 'TEAM_TELL_IN_PERSON', to: manager },
] as const)(
  '$kind was put off until the referral was withdrawn (late): nobody hears of a place that is gone',
  async (owed) => {
    const { stores, deps, clock, settle, post, ledger } = await world(withdrawnAfterListing());
    await stores.notices.claimNotice(firstEntry(reference, owed, deps.now()));
    clock.advanceMinutes(2);
    await settle(owed.id);
    expect(post.sent).toEqual([]);
    expect((await ledger())[0]).toMatchObject({ state: 'FAILED', why: 'NO_LONGER_NEEDED' });
  },
);
