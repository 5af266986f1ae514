import { expect, test } from 'vitest';
import { recordMailEvent } from '#application/notices/record-mail-event.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { caseDueAt } from '#domain/case/index-keys.ts';
import { afterSubmission } from './examples.ts';
import { reference, referral } from './sample.ts';
import { world } from './world.ts';

type Kind =
  | 'ASSESSMENT_BOOKED'
  | 'ASSESSMENT_MOVED'
  | 'ASSESSMENT_REMINDER'
  | 'ASSESSMENT_MISSED'
  | 'ASSESSMENT_OUTCOME';
const mother = { name: 'A. Mother', email: 'mother@example.org' };

/** What staff are asked for once an email of this kind to the mother came back, after it was sent and was owed no more. */
async function cameBack(kind: Kind) {
  const { at, theCase } = afterSubmission(kind);
  const body = { ...referral, family: { parents: [mother] } };
  const { deps, stores, clock, post } = await world(theCase, { body });
  const send = sendNotices(deps);
  const now = async () => (await stores.cases.readCase(reference)) ?? theCase;
  const sent = await send(at, await now(), body);
  const seen = await now();
  const { owed: _told, ...assessment } = seen.assessment ?? { bookings: 0, missed: [] };
  await stores.cases.saveCase({ ...seen, assessment, version: seen.version + 1 });
  const noticeId = sent.find(({ owed }) => owed.kind === kind)?.owed.id ?? '';
  const mails = post.sent.length;
  const news = { type: 'Permanent', subType: 'General', status: '5.1.1' };
  await recordMailEvent({ ...deps, now: clock.now })({
    detail: { eventType: 'Bounce', news, mail: { tags: { reference: [reference], noticeId: [noticeId] } } },
  });
  expect(caseDueAt(await now())).toBeDefined();
  await send(at, await now(), body);
  const toMother = post.sent.slice(mails).filter(({ to }) => to === mother.email);
  return { toMother, todos: (await stores.todos.todosOf(reference)).map((one) => one.kind) };
}

test.each<Kind>([
  'ASSESSMENT_BOOKED',
  'ASSESSMENT_MOVED',
  'ASSESSMENT_REMINDER',
  'ASSESSMENT_MISSED',
  'ASSESSMENT_OUTCOME',
])('%s that came back is told by staff, and no email goes twice', async (kind) => {
  const { toMother, todos } = await cameBack(kind);
  expect(toMother).toEqual([]);
  expect(todos).toContain('TELL_IN_PERSON');
});
