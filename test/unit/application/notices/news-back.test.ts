import { expect, test } from 'vitest';
import { followTelling } from '#application/notices/follow-telling.ts';
import { recordMailEvent } from '#application/notices/record-mail-event.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { caseDueAt } from '#domain/case/index-keys.ts';
import { deadMailboxes } from '#domain/case/news-back.ts';
import { whyTodoIsOver } from '#domain/case/todo-over.ts';
import { personActor } from '#domain/people/actor.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { afterSubmission } from './examples.ts';
import { reference, referral } from './sample.ts';
import { world } from './world.ts';

type Kind =
  | 'FAMILY_ASKED'
  | 'FAMILY_NOT_ANSWERED'
  | 'FAMILY_DELAYED'
  | 'FAMILY_REOPENED'
  | 'FAMILY_PLACE'
  | 'FAMILY_SCHOOL'
  | 'FAMILY_PLAY'
  | 'FAMILY_CHECK_IN';
type Parents = Referral['family']['parents'];

const email = { name: 'A. Mother', email: 'mother@example.org' };
const both = { ...email, address: '1 Example Road, Taunton' };
const second = { name: 'B. Father', email: 'father@example.org', address: '2 Example Road, Taunton' };

/** A family that was emailed this kind of news, and what becomes of it. */
async function emailed(kind: Kind, parents: Parents) {
  const { at, theCase } = afterSubmission(kind);
  const body = { ...referral, family: { parents } };
  const opened = await world(theCase, { body });
  const { deps, stores, clock } = opened;
  const use = { ...deps, sendNotices: sendNotices(deps) };
  const now = async () => (await stores.cases.readCase(reference)) ?? theCase;
  const send = async () => use.sendNotices(at, await now(), body);
  const sent = await send();
  return {
    ...opened,
    now,
    send,
    id: (place: number) => sent.find(({ owed }) => owed.kind === kind && owed.to === `FAMILY:${place}`)?.owed.id ?? '',
    followed: () => followTelling(use)(reference),
    bounce: (noticeId: string) =>
      recordMailEvent({ ...deps, now: clock.now })({
        detail: {
          eventType: 'Bounce',
          news: { type: 'Permanent', subType: 'General', status: '5.1.1' },
          mail: { tags: { reference: [reference], noticeId: [noticeId] } },
        },
      }),
    asked: async () =>
      (await stores.todos.todosOf(reference)).filter(
        ({ kind: is }) => is === 'PRINT_LETTER' || is === 'TELL_IN_PERSON',
      ),
    to: (address: string) => opened.post.sent.filter((one) => one.to === address),
  };
}

/** How each reaches who has an address, and who has none, once the email came back: as it reaches who gets no email. */
const heard: readonly [Kind, string, string][] = [
  ['FAMILY_ASKED', 'TELL_IN_PERSON ASKED', 'TELL_IN_PERSON ASKED'],
  ['FAMILY_NOT_ANSWERED', 'TELL_IN_PERSON NOT_ANSWERED', 'TELL_IN_PERSON NOT_ANSWERED'],
  ['FAMILY_DELAYED', 'TELL_IN_PERSON DELAYED', 'TELL_IN_PERSON DELAYED'],
  ['FAMILY_REOPENED', 'PRINT_LETTER REOPENED', 'TELL_IN_PERSON REOPENED'],
  ['FAMILY_PLACE', 'PRINT_LETTER PLACE_CHANGED', 'TELL_IN_PERSON PLACE_CHANGED'],
  ['FAMILY_SCHOOL', 'PRINT_LETTER STARTING_SCHOOL', 'TELL_IN_PERSON STARTING_SCHOOL'],
  ['FAMILY_PLAY', 'PRINT_LETTER STAY_AND_PLAY', 'TELL_IN_PERSON STAY_AND_PLAY'],
  ['FAMILY_CHECK_IN', 'PRINT_LETTER CHECK_IN', 'TELL_IN_PERSON CHECK_IN'],
];

test.each(heard)('%s that came back is told another way, once, and the work stands', async (kind, byPost, byVoice) => {
  for (const [parent, expected] of [
    [both, byPost],
    [email, byVoice],
  ] as const) {
    const { id, bounce, followed, asked, now } = await emailed(kind, [parent]);
    expect(await asked()).toEqual([]);
    await bounce(id(0));
    expect(caseDueAt(await now())).toBeDefined();
    for (let again = 0; again < 2; again += 1) await followed();
    await bounce(id(0));
    await followed();
    const todos = await asked();
    expect(todos.map((one) => `${one.kind} ${one.why}`)).toEqual([expected]);
    const theCase = await now();
    expect(todos.map((one) => whyTodoIsOver(one, theCase))).toEqual([undefined]);
  }
});

test('what comes back after staff were asked is asked anew (late)', async () => {
  const { id, bounce, followed, asked } = await emailed('FAMILY_ASKED', [both, second]);
  for (const place of [0, 1]) {
    await bounce(id(place));
    await followed();
  }
  expect(await asked()).toHaveLength(2);
});

test('the next news goes to no address from which an email came back, until staff record one', async () => {
  const { id, stores, bounce, now, send, to, asked } = await emailed('FAMILY_REOPENED', [both]);
  const before = await now();
  await bounce(id(0));
  const reached = to('mother@example.org').length;
  const lookAgain = { ...(before.lookAgain ?? expect.fail('It was asked for.')), at: '2026-09-25T10:00:00.000Z' };
  const next = async (patch: object) => {
    const seen = await now();
    await stores.cases.saveCase({ ...seen, ...patch, version: seen.version + 1 });
    await send();
  };
  await next({ lookAgain });
  expect([to('mother@example.org').length - reached, (await asked()).map(({ kind }) => kind)]).toEqual([
    0,
    ['PRINT_LETTER'],
  ]);
  const by = personActor('sam', 'Sam Field', 'Portage practitioner');
  const said = { place: 0, channel: 'EMAIL', value: 'new@example.org', by, reason: 'They rang.' } as const;
  await next({
    contacts: [{ ...said, at: '2027-09-24T10:00:00.000Z' }],
    lookAgain: { ...lookAgain, at: '2026-09-26T10:00:00.000Z' },
  });
  expect([to('mother@example.org').length - reached, to('new@example.org').length]).toEqual([0, 1]);
});

test.each([
  ['FAMILY_RECEIPT-FAMILY-0', 'BOUNCED', [{ place: 0 }]],
  ['FAMILY_LETTER-AGAIN1-FAMILY-1', 'BOUNCED', [{ place: 1 }]],
  ['FAMILY_RECEIPT-FAMILY-0', 'DELAYED', []],
  ['FAMILY_RECEIPT-FAMILY-0', 'COMPLAINED', []],
  ['TRIAGE_REQUEST-PERSON-a', 'BOUNCED', []],
])('%s that was %s proves which address is dead', (notice, why, dead) => {
  expect(deadMailboxes({ unreached: [{ notice, why }] })).toEqual(dead);
});
