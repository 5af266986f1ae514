import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inFamily, subjects as notices } from '#test/kit/words/emails.ts';
import { decidedWords } from '#web/staff/words.ts';
import { inTriage, statusOf, statusWhen, submit } from './api.ts';
import { leaks, strangeLinks } from './privacy.ts';
import { endAll, type Service, start } from './service.ts';
import { FIRST, SECOND, signIn } from './triage.ts';
import { until } from './until.ts';
import { executionsOf, mailsAbout, move } from './window.ts';

let at: Service;
beforeAll(async () => {
  at = await start({ now: '2026-10-02T09:00' });
});
afterAll(endAll);

// Every test asks for codes to the same two mailboxes: the limit of the test before is over.
beforeEach(() => move(at, { advance: 'PT16M' }));

const settle = () => move(at, { advance: 'PT6M' });
const reason = 'Juniper needs another look, the team agreed';

async function subjects(reference: string, to: string) {
  const mails = (await mailsAbout(at, reference)).filter((mail) => mail.to.includes(to));
  return mails.map(({ subject }) => subject.replace(`Referral ${reference}: `, ''));
}

describe('a decision through the emailed link', () => {
  test('to accept puts the child on the list five minutes later, and not before', async () => {
    const reference = await inTriage(at);
    const triager = await signIn(at, reference);
    expect(triager.page.body).toContain('Quixotica');
    expect(triager.address).not.toContain(triager.link.split('/').at(-1));
    const answer = await triager.send({ outcome: 'ACCEPT_INITIAL_ASSESSMENT', reason: '' });
    expect([answer.status, answer.location]).toEqual([303, triager.address]);
    const shown = await triager.reload();
    for (const said of ['Robin Fielding', 'Portage practitioner', 'Undo']) expect(shown.body).toContain(said);
    expect(await statusOf(at, reference)).toMatchObject({ status: 'IN_TRIAGE', outcome: null });
    await move(at, { advance: 'PT4M' });
    expect(await statusOf(at, reference)).toMatchObject({ status: 'IN_TRIAGE', outcome: null });
    await move(at, { advance: 'PT2M' });
    const status = await statusOf(at, reference);
    expect(status).toMatchObject({ status: 'ON_WAITING_LIST', outcome: 'ACCEPT_INITIAL_ASSESSMENT' });
    expect(await subjects(reference, 'referrer01@example.org')).toEqual([expect.any(String), notices.accepted]);
    const toFamily = (await mailsAbout(at, reference)).filter(({ to }) => to.includes('parent01@example.org'));
    const [receipts, letters] = [inFamily.receipt, inFamily.letter].map((said) =>
      toFamily.filter(({ text }) => text.includes(said)),
    );
    expect([toFamily.length, receipts?.length, letters?.length]).toEqual([2, 1, 1]);
    const execution = (await executionsOf(at)).filter(({ name }) => name.startsWith(reference));
    expect(execution).toMatchObject([{ name: `${reference}-intake-1`, status: 'SUCCEEDED' }]);
  });

  test.each([
    ['INVITE_GROUP', 'ON_WAITING_LIST'],
    ['INVITE_LITTLE_TREASURES', 'ON_WAITING_LIST'],
    ['DECLINE', 'DECLINED'],
    ['REDIRECT', 'REDIRECTED'],
  ])('of %s ends as %s, and the referrer hears of it once', async (outcome, status) => {
    const reference = await inTriage(at);
    const triager = await signIn(at, reference);
    expect((await triager.send({ outcome, reason })).status).toBe(303);
    await settle();
    expect(await statusOf(at, reference)).toMatchObject({ status, outcome });
    expect(await subjects(reference, 'referrer01@example.org')).toHaveLength(2);
  });

  test('to ask for information waits for the referrer, and the question stays out of the email', async () => {
    const reference = await inTriage(at);
    const triager = await signIn(at, reference);
    await triager.send({ outcome: 'REQUEST_INFORMATION', reason });
    await settle();
    expect(await statusOf(at, reference)).toMatchObject({
      status: 'AWAITING_REFERRER',
      outcome: 'REQUEST_INFORMATION',
    });
    const [asked] = (await mailsAbout(at, reference)).filter(({ subject }) => subject.includes(notices.asked));
    expect(asked?.to).toEqual(['referrer01@example.org']);
    expect(asked?.text).not.toContain(reason);
    expect(asked?.text).toMatch(new RegExp(`^${at.url}/referral/\\S+$`, 'm'));
  });

  test('to defer keeps the referral in triage with a new task and new links, and the old page says so', async () => {
    const reference = await inTriage(at);
    const triager = await signIn(at, reference);
    await triager.send({ outcome: 'DEFER_TO_MEETING', reason });
    await settle();
    await statusWhen(at, reference, 'IN_TRIAGE');
    const again = await signIn(at, reference, SECOND);
    expect(again.own.taskId).not.toBe(triager.own.taskId);
    expect((await triager.reload()).body).toContain('Robin Fielding');
    expect((await triager.send({ outcome: 'DECLINE', reason })).status).toBe(409);
    expect((await again.send({ outcome: 'DECLINE', reason })).status).toBe(303);
    await settle();
    expect((await statusOf(at, reference)).status).toBe('DECLINED');
  });

  test('on a possible duplicate lets it go on as a child of its own, or closes it', async () => {
    await submit(at, 'C01');
    const twin = await submit(at, 'C24');
    await statusWhen(at, twin, 'HELD_AS_DUPLICATE');
    const triager = await signIn(at, twin);
    expect((await triager.send({ outcome: 'ACCEPT_INITIAL_ASSESSMENT', reason })).status).toBe(422);
    expect((await triager.send({ outcome: 'NOT_A_DUPLICATE', reason })).status).toBe(303);
    await settle();
    await statusWhen(at, twin, 'IN_TRIAGE');
    expect(await statusOf(at, twin)).toMatchObject({ outcome: null });

    const third = await submit(at, 'C24');
    await statusWhen(at, third, 'HELD_AS_DUPLICATE');
    const other = await signIn(at, third, SECOND);
    await other.send({ outcome: 'CONFIRMED_DUPLICATE', reason });
    await settle();
    expect((await statusOf(at, third)).status).toBe('NOT_ACCEPTED');
    expect((await statusOf(at, twin)).status).toBe('IN_TRIAGE');
  });

  test.each([
    ['half-finished, without an outcome', { reason }],
    ['half-finished, without a reason', { outcome: 'DECLINE', reason: '' }],
    ['half-finished, with a blank reason', { outcome: 'DECLINE', reason: ' \n\t ' }],
    ['half-finished, without a name', { outcome: 'DECLINE', reason, deciderName: ' ' }],
    ['malformed, with an unknown outcome', { outcome: 'ACCEPT', reason }],
    ['hostile, with the name of a property of every object', { outcome: 'constructor', reason }],
  ])('that is %s answers 422 and the form with what was typed', async (_kind, fields) => {
    const reference = await inTriage(at);
    const triager = await signIn(at, reference);
    const answer = await triager.send(fields);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('name="outcome"');
    expect(answer.body).toContain('Portage practitioner');
    if (fields.reason === reason) expect(answer.body).toContain(reason);
    await settle();
    expect((await statusOf(at, reference)).status).toBe('IN_TRIAGE');
  });
});

describe('two triagers', () => {
  test('of whom one decides: the other is told who, what and when, on GET and POST, in the window and after', async () => {
    const reference = await inTriage(at);
    const [one, other] = [await signIn(at, reference), await signIn(at, reference, SECOND)];
    await one.send({ outcome: 'INVITE_GROUP', reason });
    const told = async (says: string) => {
      const [got, posted] = [await other.reload(), await other.send({ outcome: 'DECLINE', reason: 'No' })];
      expect([got.status, posted.status]).toEqual([200, 409]);
      for (const { body } of [got, posted]) {
        for (const said of ['Robin Fielding', 'Portage practitioner', 'Invite', says]) expect(body).toContain(said);
        expect(body).toMatch(/2 October 2026 at \d+:\d\d[ap]m/);
      }
    };
    await told('until');
    await settle();
    await told(decidedWords.cannotUndo);
    expect(await statusOf(at, reference)).toMatchObject({ outcome: 'INVITE_GROUP' });
  });

  test('who decide at the same moment make one decision', async () => {
    const reference = await inTriage(at);
    const [one, other] = [await signIn(at, reference), await signIn(at, reference, SECOND)];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        (n % 2 ? one : other).send({ outcome: n % 2 ? 'DECLINE' : 'INVITE_GROUP', reason: `Reason ${n}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    await settle();
    const winner = answers.findIndex(({ status }) => status === 303) % 2 ? 'DECLINE' : 'INVITE_GROUP';
    expect((await statusOf(at, reference)).outcome).toBe(winner);
  });

  test('who send the same twice are not told of a race', async () => {
    const reference = await inTriage(at);
    const triager = await signIn(at, reference);
    const twice = { outcome: 'DECLINE', reason };
    expect((await triager.send(twice)).status).toBe(303);
    expect((await triager.send(twice)).status).toBe(303);
    await settle();
    expect(await subjects(reference, 'referrer01@example.org')).toHaveLength(2);
  });
});

describe('one child', () => {
  test('referred ten times at once (twice) goes to triage once, and the others are held for a person', async () => {
    const child = { firstName: 'Juniper', lastName: 'Quixotica', dob: '2024-09-10', nhsNumber: '9990014620' };
    const references = await Promise.all(Array.from({ length: 10 }, () => submit(at, 'C01', { child })));
    const statuses = await Promise.all(
      references.map((reference) =>
        until(`${reference} was checked`, async () => {
          const { status } = await statusOf(at, reference);
          return status === 'RECEIVED' ? undefined : status;
        }),
      ),
    );
    expect(statuses.sort()).toEqual([...Array(9).fill('HELD_AS_DUPLICATE'), 'IN_TRIAGE']);
  });

  test('with a script in every text (hostile) is shown as it was typed, and mailed to no one', async () => {
    const script = '<script>alert("Juniper")</script>';
    const reference = await inTriage(at, {
      child: { firstName: script, lastName: 'Quixotica', dob: '2024-09-10' },
      diagnosis: script,
      homeSafetyNotes: `{{ 7 * 7 }} ${script}`,
    });
    const { page } = await signIn(at, reference);
    expect(page.body).not.toContain('<script>alert');
    expect(page.body).toContain('&lt;script&gt;alert');
    expect(page.body).toContain('{{ 7 * 7 }}');
  });
});

describe('undoing', () => {
  test('opens the task again for both, and no one is told of what was undone', async () => {
    const reference = await inTriage(at);
    const [one, other] = [await signIn(at, reference), await signIn(at, reference, SECOND)];
    await one.send({ outcome: 'DECLINE', reason });
    expect((await other.undo()).status).toBe(303);
    expect((await one.reload()).body).toContain('name="outcome"');
    await settle();
    expect(await statusOf(at, reference)).toMatchObject({ status: 'IN_TRIAGE', outcome: null });
    expect(await subjects(reference, 'referrer01@example.org')).toHaveLength(1);
    await one.send({ outcome: 'INVITE_GROUP', reason });
    await settle();
    expect((await statusOf(at, reference)).outcome).toBe('INVITE_GROUP');
  });

  test('too late is refused with what stands', async () => {
    const reference = await inTriage(at);
    const triager = await signIn(at, reference);
    await triager.send({ outcome: 'DECLINE', reason });
    await settle();
    const late = await triager.undo();
    expect(late.status).toBe(409);
    expect(late.body).toContain('too late');
    expect((await statusOf(at, reference)).status).toBe('DECLINED');
  });

  test('twice (out of order) undoes nothing that came between', async () => {
    const reference = await inTriage(at);
    const triager = await signIn(at, reference);
    await triager.send({ outcome: 'DECLINE', reason });
    await Promise.all([triager.undo(), triager.undo()]);
    await triager.send({ outcome: 'INVITE_GROUP', reason });
    await settle();
    expect((await statusOf(at, reference)).outcome).toBe('INVITE_GROUP');
  });
});

describe('after all of that', () => {
  test('no email, history or log line says who anyone is, even where a reason did', async () => {
    expect(await leaks(at)).toEqual([]);
  });

  test('every link in an email begins with the base URL and ends at white space', async () => {
    expect(await strangeLinks(at)).toEqual([]);
  });

  test('each notice was sent once', async () => {
    const references = (await executionsOf(at)).map(({ name }) => name.split('-')[0] ?? '');
    for (const reference of references) {
      const asked = (await subjects(reference, FIRST)).filter((subject) => subject === notices.triage);
      expect(asked.length).toBeLessThanOrEqual(2);
      const accepted = (await subjects(reference, 'referrer01@example.org')).filter(
        (subject) => subject === notices.accepted,
      );
      expect(accepted.length).toBeLessThanOrEqual(1);
    }
  });
});
