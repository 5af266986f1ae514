import { expect, test } from 'vitest';
import { recordFamilyEmail } from '#application/intake/record-family-email.ts';
import { recordResponsibility } from '#application/intake/record-responsibility.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { tellPeople } from '#application/notices/tell-people.ts';
import type { Case } from '#domain/case/case.ts';
import { familyNews } from '#domain/case/tell-of-end.ts';
import type { NoticeMoment } from '#domain/notices/plan.ts';
import { personActor } from '#domain/people/actor.ts';
import type { Mailer } from '#domain/ports/services.ts';
import { NotSent } from '#domain/problems/errors.ts';
import { digestLines, ofFamily } from '#test/kit/words/emails.ts';
import { caseWith, listed, reference, referral } from './sample.ts';
import { world } from './world.ts';

const by = personActor('sam', 'Sam Field', 'Portage practitioner');
const noFamilyEmail = { at: '2026-09-24T08:30:00.000Z', by, reason: 'He reads her emails' };
const [mother, father] = ['mother@example.org', 'father@example.org'];
const family = {
  parents: [
    { name: 'A. Mother', email: mother },
    { name: 'B. Father', email: father },
  ],
};
const accepted: Case = { ...listed('INITIAL_ASSESSMENT'), next: 'NOTIFY', outbox: [] };
const declined = caseWith({ status: 'DECLINED', outcome: 'DECLINE', next: 'NOTIFY', outbox: [] });

/** Two parents to whom everything in the referral lets the service write. */
async function opened(theCase: Case, mailer?: Mailer) {
  const one = await world(theCase, { body: { ...referral, family }, ...(mailer && { mailer }) });
  const record = recordFamilyEmail(one.deps);
  const said = { reference, by, reason: noFamilyEmail.reason };
  return {
    ...one,
    stop: () => record({ ...said, isAllowed: false }),
    allow: () => record({ ...said, isAllowed: true }),
    tell: () =>
      tellPeople({ ...one.deps, sendNotices: sendNotices(one.deps) })({ referralId: reference, executionName: 'e' }),
    now: async () => (await one.stores.cases.readCase(reference)) ?? theCase,
    todos: async () => (await one.stores.todos.todosOf(reference)).map(({ kind, why }) => `${kind} ${why}`),
    /** What went to these addresses. */
    to: (...addresses: string[]) => one.post.sent.filter(({ to }) => addresses.includes(to)),
  };
}

/** A mail service that is out of reach until it is opened. */
function shutMailer(post: Mailer) {
  let isOpen = false;
  const mailer: Mailer = {
    send: async (email) => (isOpen ? post.send(email) : Promise.reject(new NotSent('out of reach'))),
  };
  return { mailer, open: () => (isOpen = true) };
}

const at = '2026-09-20T09:00:00.000Z';
const moments: readonly [NoticeMoment, string, Case][] = [
  ['FAMILY_RECEIPT', 'a receipt', caseWith({})],
  ['OUTCOME', 'a letter about the list', accepted],
  ['FAMILY_ENDED', 'news of an end', declined],
  ['PARKED', 'news of a delay', caseWith({ parked: { at, why: 'Bug' }, status: 'IN_TRIAGE', triageSince: at })],
];
test.each(moments)('at %s no parent gets %s once staff said no', async (moment, _what, theCase) => {
  const { send, to } = await opened({ ...theCase, noFamilyEmail });
  await send(moment);
  expect(to(mother, father)).toEqual([]);
});

test.each(moments)('at %s they do get %s without that', async (moment, _what, theCase) => {
  const { send, to } = await opened(theCase);
  await send(moment);
  expect(to(mother, father)).toHaveLength(2);
});

test('a child joins the list: no family email, and the service manager is asked to tell both in person', async () => {
  const { stop, tell, to, todos, nextMorning } = await opened(accepted);
  await stop();
  await tell();
  await nextMorning();
  expect(to(mother, father)).toEqual([]);
  expect(await todos()).toContain('TELL_IN_PERSON LISTED');
  const text = to('manager@example.org')
    .map((email) => email.text)
    .join();
  expect(text).toContain(`${reference}: ${digestLines.tellInPerson}`);
  expect(text).not.toContain(noFamilyEmail.reason);
});

test('a referral is declined: no family email, and the referrer is asked to tell them', async () => {
  const { stop, tell, to, history } = await opened(declined);
  await stop();
  await tell();
  expect(to(mother, father)).toEqual([]);
  expect(to('referrer@example.org')[0]?.text).toContain(ofFamily.notWritten);
  expect((await history()).filter((event) => 'why' in event && event.why === 'STAFF_SAID_NO')).toHaveLength(2);
});

test('after an undo the family is written to as before', async () => {
  const { stop, allow, tell, to } = await opened(accepted);
  await stop();
  await allow();
  await tell();
  expect(to(mother, father)).toHaveLength(2);
});

test('recorded after the case was read for sending (late): no family email, and the manager is asked', async () => {
  const { stop, send, to, todos } = await opened(accepted);
  await stop();
  await send('OUTCOME');
  expect(to(mother, father)).toEqual([]);
  expect(await todos()).toContain('TELL_IN_PERSON LISTED');
});

test('a letter that waited for the mail service is not sent later, and the manager is asked instead', async () => {
  const { post } = await world(caseWith({}));
  const shut = shutMailer(post);
  const { stop, tell, ledger, settle, clock, todos } = await opened(accepted, shut.mailer);
  await tell();
  await stop();
  shut.open();
  clock.advanceMinutes(60);
  for (const { id } of await ledger()) await settle(id);
  expect(post.sent.filter(({ to }) => [mother, father].includes(to))).toEqual([]);
  expect(await todos()).toContain('TELL_IN_PERSON LISTED');
});

test('a letter that waited is not sent to a parent whose responsibility staff denied since, and the manager is asked', async () => {
  const { post } = await world(caseWith({}));
  const shut = shutMailer(post);
  const { tell, ledger, settle, clock, todos, deps } = await opened(accepted, shut.mailer);
  await tell();
  await recordResponsibility(deps)({ reference, by, parent: '1', holds: 'NO', mayEmail: 'no', reason: 'Court order' });
  shut.open();
  clock.advanceMinutes(60);
  for (const { id } of await ledger()) await settle(id);
  expect(post.sent.filter(({ to }) => to === father)).toEqual([]);
  expect(await todos()).toContain('TELL_IN_PERSON LISTED');
});

test('news of an end that waited for the mail service is not sent later, and no page says that it is', async () => {
  const { post } = await world(caseWith({}));
  const shut = shutMailer(post);
  const { stop, tell, ledger, settle, clock, now } = await opened(declined, shut.mailer);
  await tell();
  expect(familyNews(await now())).toBe('EMAILING');
  await stop();
  shut.open();
  clock.advanceMinutes(60);
  for (const { id } of await ledger()) await settle(id);
  expect(post.sent.filter(({ to }) => [mother, father].includes(to))).toEqual([]);
  expect([familyNews(await now()), (await now()).tellFamilyAt]).toEqual(['IN_PART', '2026-10-08T08:00:00.000Z']);
});
