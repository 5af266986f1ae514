import { expect, test } from 'vitest';
import { followTelling } from '#application/notices/follow-telling.ts';
import { recordMailEvent } from '#application/notices/record-mail-event.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { tellPeople } from '#application/notices/tell-people.ts';
import { postLetter } from '#application/todos/post-letter.ts';
import type { Case } from '#domain/case/case.ts';
import { familyIsOwed, referrerIsAsked } from '#domain/case/tell-family.ts';
import { familyNews } from '#domain/case/tell-of-end.ts';
import { printedFor } from '#domain/notices/to-print.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import type { Mailer } from '#domain/ports/services.ts';
import { Transient } from '#domain/problems/errors.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { ofFamily } from '#test/kit/words/emails.ts';
import { caseWith, reference, referral } from './sample.ts';
import { world } from './world.ts';

const mother = { name: 'A. Mother', email: 'mother@example.org' };
const father = { name: 'B. Father', email: 'father@example.org' };
const ending = (patch: Partial<Case>): Case => caseWith({ next: 'NOTIFY', outbox: [], ...patch });
const declined = ending({ status: 'DECLINED', outcome: 'DECLINE' });

/** A case whose people are told how it ended, and everything that happens to it after that. */
async function told(theCase: Case, body: Partial<Referral> = {}, mailer?: Mailer) {
  const opened = await world(theCase, { body: { ...referral, ...body }, ...(mailer && { mailer }) });
  const { deps, stores, clock } = opened;
  const use = { ...deps, sendNotices: sendNotices(deps) };
  const tell = () => tellPeople(use)({ referralId: reference, executionName: 'e' });
  await tell();
  const now = async () => (await stores.cases.readCase(reference)) ?? theCase;
  const followed = async () => followTelling(use)(reference);
  return {
    ...opened,
    tell,
    now,
    followed,
    bounce: (noticeId: string, status = '5.1.1') =>
      recordMailEvent({ ...deps, now: clock.now })({
        detail: {
          eventType: 'Bounce',
          news: { type: 'Permanent', subType: 'General', status },
          mail: { tags: { reference: [reference], noticeId: [noticeId] } },
        },
      }),
    todos: async () =>
      (await stores.todos.todosOf(reference))
        .filter(({ kind }) => kind !== 'SEE_STOP')
        .map(({ kind, why }) => `${kind} ${why}`),
    events: async () =>
      (await now()).history.map((event) => ('why' in event ? `${event.event} ${event.why}` : event.event)),
    to: (address: string) => opened.post.sent.filter(({ to }) => to === address),
  };
}

const tooOld = { ...declined, status: 'RECEIVED' } as const;
const ends: readonly [string, Case][] = [
  ['declined', declined],
  ['redirected by people', ending({ status: 'REDIRECTED', outcome: 'REDIRECT' })],
  ['redirected by the rules', { ...tooOld, outcome: 'REDIRECTED_EY_ADVISORY' }],
  ['out of scope', { ...tooOld, outcome: 'OUT_OF_SCOPE' }],
  ['withdrawn', ending({ status: 'WITHDRAWN', outcome: 'WITHDRAWN' })],
];

test.each(ends)(
  'a family of a referral that is %s has our email, once, and no one else is asked',
  async (_how, theCase) => {
    const { tell, now, to, followed, todos } = await told(theCase);
    await tell();
    await followed();
    expect(to('mother@example.org')).toHaveLength(1);
    expect(await now()).toMatchObject({ next: 'DONE', told: [{ about: 'ENDED', how: 'BY_EMAIL', by: MACHINE }] });
    expect([(await now()).tellFamilyAt, familyIsOwed(await now()), await todos()]).toEqual([undefined, false, []]);
  },
);

test.each(ends)('the referrer of a referral that is %s reads that the family was emailed', async (_how, theCase) => {
  const { to } = await told(theCase);
  const [email] = to('referrer@example.org');
  expect(email?.text).toContain(ofFamily.emailed);
  expect(email?.text).not.toContain('Please tell them');
});

const unsafe: readonly [string, Partial<Referral>, string][] = [
  ['no parent of a child whom the council looks after', { socialCare: { status: 'LOOKED_AFTER' } }, 'LOOKED_AFTER'],
  ['no parent of a child at immediate risk', { immediateRisk: true }, 'IMMEDIATE_RISK'],
  [
    'no parent who does not agree',
    { consent: { parentAgreesToReferral: false, parentUnderstandsAims: true } },
    'NO_AGREEMENT',
  ],
  [
    'no parent who must not be written to',
    { family: { parents: [{ ...mother, doNotContact: true }] } },
    'DO_NOT_WRITE',
  ],
  ['no parent without an email address', { family: { parents: [{ name: 'A' }] } }, 'NO_EMAIL'],
];
test.each(unsafe)('%s is written to: the history says why, and the referrer is asked', async (_who, body, why) => {
  const { now, to, events, post } = await told(declined, body);
  expect(to('mother@example.org')).toEqual([]);
  expect(await events()).toContain(`NOTICE_NEEDS_A_PERSON ${why}`);
  expect([referrerIsAsked(await now()), (await now()).tellFamilyAt]).toEqual([true, '2026-10-08T08:00:00.000Z']);
  expect(post.sent[0]?.text).toContain(ofFamily.notWritten);
});

test('where one parent cannot be written to, the other is, and the referrer is asked to tell the first', async () => {
  const { now, to } = await told(declined, {
    family: { parents: [mother, { ...father, parentalResponsibility: false }] },
  });
  expect([to('mother@example.org').length, to('father@example.org').length]).toEqual([1, 0]);
  expect([familyNews(await now()), referrerIsAsked(await now())]).toEqual(['IN_PART', true]);
  expect(to('referrer@example.org')[0]?.text).toContain(ofFamily.askedInPart);
});

const never: readonly [string, Case][] = [
  ['has no agreement', { ...tooOld, outcome: 'NOT_ACCEPTED_NO_CONSENT' }],
  ['is a duplicate', ending({ status: 'NOT_ACCEPTED', outcome: 'POSSIBLE_DUPLICATE', duplicateOf: 'CDF23456789' })],
  ['no person sent', ending({ status: 'NOT_ACCEPTED', outcome: 'NOT_A_REFERRAL', suspicion: 'STANDS' })],
  ['was returned to be corrected', { ...tooOld, outcome: 'RETURNED_INVALID' }],
  ['has no document yet', { ...tooOld, outcome: 'NOT_ACCEPTED_NO_EVIDENCE' }],
  [
    'was withdrawn while it was compared',
    ending({ status: 'WITHDRAWN', outcome: 'WITHDRAWN', duplicateOf: 'CDF23456789' }),
  ],
];
test.each(never)('the family of a referral that %s gets nothing', async (_how, theCase) => {
  expect((await told(theCase)).to('mother@example.org')).toEqual([]);
});

const byPost = { family: { parents: [{ name: 'A. Mother', address: '1 Example Road, Taunton' }] } };

test.each(ends)(
  'a family without email whose referral is %s gets a letter, and no one else is asked',
  async (_how, theCase) => {
    const { now, todos, followed, tell, to } = await told(theCase, byPost);
    await tell();
    await followed();
    expect(await todos()).toEqual(['PRINT_LETTER ENDED']);
    expect([familyNews(await now()), referrerIsAsked(await now())]).toEqual(['POSTING', false]);
    expect(to('referrer@example.org')[0]?.text).toContain(ofFamily.posting);
  },
);

test('of two parents one is emailed and one gets a letter', async () => {
  const { now, todos, to } = await told(declined, { family: { parents: [mother, ...byPost.family.parents] } });
  expect([to('mother@example.org').length, await todos()]).toEqual([1, ['PRINT_LETTER ENDED']]);
  expect(familyNews(await now())).toBe('POSTING');
});

test('an email that came back becomes a letter to print where there is an address, once', async () => {
  const { bounce, followed, todos, to } = await told(declined, {
    family: { parents: [{ ...mother, address: '1 Example Road, Taunton' }] },
  });
  await bounce('FAMILY_ENDED-FAMILY-0');
  for (let again = 0; again < 2; again += 1) await followed();
  expect(await todos()).toEqual(['PRINT_LETTER CAME_BACK']);
  expect(to('manager@example.org')).toHaveLength(1);
});

test('a second email that comes back after the letter for the first was posted becomes a letter of its own (late)', async () => {
  const { bounce, followed, stores, now, deps, todos } = await told(declined, {
    family: {
      parents: [
        { ...mother, address: '1 Example Road, Taunton' },
        { ...father, address: '2 Example Road, Taunton' },
      ],
    },
  });
  await bounce('FAMILY_ENDED-FAMILY-0');
  await followed();
  const [first] = (await stores.todos.todosOf(reference)).filter(({ kind }) => kind === 'PRINT_LETTER');
  const post = postLetter({ ...deps, todos: stores.todos });
  const by = personActor('p', 'Ada Min', 'Administrator');
  await post(first ?? expect.fail('No letter.'), by, { posted: 'YES', on: '2026-09-24', words: '' });
  await bounce('FAMILY_ENDED-FAMILY-1');
  for (let again = 0; again < 2; again += 1) await followed();
  expect(await todos()).toEqual(['PRINT_LETTER CAME_BACK', 'PRINT_LETTER CAME_BACK_2']);
  const parents = { ...referral, family: { parents: [mother, father].map((one) => ({ ...one, address: '1 Road' })) } };
  expect(printedFor('CAME_BACK', await now(), parents)).toEqual([0]);
  expect(printedFor('CAME_BACK_2', await now(), parents)).toEqual([1]);
  expect(familyNews(await now())).toBe('CAME_BACK');
  const second = (await stores.todos.todosOf(reference)).find(({ why }) => why === 'CAME_BACK_2');
  const result = await post(second ?? expect.fail('No letter.'), by, { posted: 'YES', on: '2026-09-24', words: '' });
  expect([result.kind, familyNews(await now())]).toEqual(['DONE', 'TOLD']);
});

test('two emails that come back before anyone was asked become one thing to do', async () => {
  const { bounce, followed, todos } = await told(declined, {
    family: { parents: [mother, father].map((one) => ({ ...one, address: '1 Example Road, Taunton' })) },
  });
  await bounce('FAMILY_ENDED-FAMILY-0');
  await bounce('FAMILY_ENDED-FAMILY-1');
  await followed();
  expect(await todos()).toEqual(['PRINT_LETTER CAME_BACK']);
});

test('when our email comes back, the service managers are asked, once, to tell the family in person', async () => {
  const { now, bounce, followed, todos, to } = await told(declined);
  await bounce('FAMILY_ENDED-FAMILY-0');
  expect([familyNews(await now()), familyIsOwed(await now())]).toEqual(['CAME_BACK', true]);
  for (let again = 0; again < 2; again += 1) await followed();
  await bounce('FAMILY_ENDED-FAMILY-0');
  await followed();
  expect(await todos()).toEqual(['TELL_IN_PERSON CAME_BACK']);
  expect(to('manager@example.org')).toHaveLength(1);
});

test.each(['4.4.1', '2.1.5', '9.9.9'])('no one is asked for an event that proves no failure: %s', async (status) => {
  const { now, bounce, followed, todos } = await told(declined);
  await bounce('FAMILY_ENDED-FAMILY-0', status);
  await followed();
  expect([await todos(), familyIsOwed(await now())]).toEqual([[], false]);
});

test('no one is asked to tell a family whose child has died since (late)', async () => {
  const { now, bounce, followed, todos, stores } = await told(declined);
  const before = { status: 'DECLINED', outcome: 'DECLINE', next: 'DONE', list: null } as const;
  const seen = await now();
  const by = personActor('sam', 'Sam Field', 'Portage practitioner');
  await stores.cases.saveCase({ ...seen, version: seen.version + 1, death: { at: seen.updatedAt, by, before } });
  await bounce('FAMILY_ENDED-FAMILY-0');
  await followed();
  expect(await todos()).toEqual([]);
});

test('an email that cannot go yet is not said to have gone; once it has, the family is told', async () => {
  let isDown = true;
  const sent: string[] = [];
  const mailer: Mailer = {
    send: async ({ to }) => {
      if (isDown) throw new Transient('The mail service is out of reach.');
      sent.push(to);
      return { messageId: 'm' };
    },
  };
  const { now, settle, clock } = await told(declined, {}, mailer);
  expect([familyNews(await now()), referrerIsAsked(await now())]).toEqual(['EMAILING', false]);
  expect((await now()).tellFamilyAt).toBeDefined();
  isDown = false;
  clock.advanceMinutes(3);
  await settle('FAMILY_ENDED-FAMILY-0');
  expect(sent).toEqual(['mother@example.org']);
  expect([familyNews(await now()), (await now()).tellFamilyAt]).toEqual(['EMAILED', undefined]);
});
