import { expect, it } from 'vitest';
import { todoAsked } from '#domain/notices/asked-todos.ts';
import { printOfOffer, tellOfOffer } from '#domain/notices/offer-todos.ts';
import { personActor } from '#domain/people/actor.ts';
import type { Person } from '#domain/people/person.ts';
import { seededId, seededTeam } from '#domain/people/seed.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import type { OfferedSlot } from '#domain/support/offer.ts';
import { anEntry } from '#test/contract/samples.ts';
import { offerNewsWords } from '#web/staff/todo/offer-news.ts';
import { hidden } from '../browser.ts';
import { caseOnReceipt, reference } from '../records.ts';
import { testConfig } from '../service-config.ts';
import { triageWorld } from './world.ts';

const MANAGER = 'manager@example.org';
const manager: Person = {
  ...{ id: seededId(MANAGER), name: 'Pat Green', mailbox: MANAGER, roles: ['SERVICE_MANAGER'] },
  ...{ leave: [], isActive: true },
};
const at = '2026-09-24T08:00:00.000Z';
const moment = { now: at, policyVersion: 1 };
const slot = { id: 'V1', pathway: 'HOME_VISITING', locality: 'Taunton', day: 'MONDAY', at: '09:30' };
const by = personActor('pat', 'Pat Green', 'Service manager');
const parents = [{ name: 'A. Mother', address: '1 Example Road, Taunton, TA1 9ZZ' }];
const today = { 'on-day': '24', 'on-month': '9', 'on-year': '2026' };

/** A family without email that was offered a weekly visit, and the manager at the TODO of it. */
async function world(asked: typeof printOfOffer, isClosed = false, offeredSlot: OfferedSlot = slot) {
  const theCase = { ...caseOnReceipt(), ...({ status: 'IN_SUPPORT', next: 'DONE' } as const), outbox: [] };
  const made = await triageWorld({
    theCase: { ...theCase, toSupport: { at, doneAt: at } },
    referral: { family: { parents } },
  });
  const support = newSupport(reference, anEntry('1#a'), moment);
  const offered = isClosed ? support : offerMade(support, moment, { id: 'O1', slot: offeredSlot, by });
  if (offered) await made.stores.supports.createSupport(offered);
  const team = seededTeam(testConfig);
  await made.stores.team.saveTeam({ ...team, version: team.version + 1, people: [...team.people, manager] });
  const todo = todoAsked(asked, reference, made.clock.now(), defaultPolicy);
  await made.stores.todos.createTodo(todo);
  const link = await made.putLink('a TODO', { mailbox: MANAGER, to: `PERSON:${manager.id}`, taskId: todo.id });
  const using = await made.signIn(link);
  const address = `/triage/tasks/${todo.id}`;
  const page = await using.get(address);
  const enter = (fields: Record<string, string>) =>
    using.post(address, { csrf: hidden(page, 'csrf'), taskId: todo.id, ...fields });
  return {
    ...made,
    using,
    address,
    page,
    enter,
    told: async () => (await made.stores.cases.readCase(reference))?.told,
  };
}

it('prints the letter of an offer: what is offered, and on which day', async () => {
  const { using, address, page } = await world(printOfOffer);
  expect(page.status).toBe(200);
  const letter = await using.get(`${address}/letter/0`);
  expect(letter.status).toBe(200);
  for (const said of ['Dear A. Mother', 'weekly visits at home', 'every Monday, 9:30am', reference])
    expect(letter.body).toContain(said);
});

const group = {
  ...{ ...slot, pathway: 'PORTAGE_GROUP', ends: '11:00' },
  where: { venue: 'Example Hall', facts: ['STEP_FREE' as const], access: 'Ramp at the side.' },
};

it('prints where a group meets and how people get in', async () => {
  const { using, address } = await world(printOfOffer, false, group);
  const { body } = await using.get(`${address}/letter/0`);
  for (const said of [
    'every Monday, 9:30am to 11am',
    'Example Hall, which has a step-free entrance',
    'Ramp at the side',
  ])
    expect(body).toContain(said);
});

it('records by itself that the letter of an offer was posted, so that others can be told besides', async () => {
  const { enter, told } = await world(printOfOffer);
  expect((await enter({ posted: 'YES', ...today })).status).toBe(303);
  expect(await told()).toMatchObject([{ about: 'OFFERED_BY_POST', how: 'BY_POST', on: '2026-09-24' }]);
});

it('says what to tell a family that no letter may reach: what is offered, and that it has until when', async () => {
  const { page } = await world(tellOfOffer);
  for (const line of offerNewsWords.open('weekly visits at home', 'every Monday, 9:30am', '8 October 2026'))
    expect(page.body).toContain(line);
});

it('says where a group meets to whoever tells a family', async () => {
  const { page } = await world(tellOfOffer, false, group);
  expect(page.body).toContain('It is at Example Hall, which has a step-free entrance.');
});

it('says that an offer is closed to those who come to tell of it (late)', async () => {
  const { page } = await world(tellOfOffer, true);
  for (const line of offerNewsWords.closed) expect(page.body).toContain(line);
});
