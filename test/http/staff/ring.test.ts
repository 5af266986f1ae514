import { describe, expect, it } from 'vitest';
import { todoAsked } from '#domain/notices/asked-todos.ts';
import { ringFamily } from '#domain/notices/offer-todos.ts';
import { personActor } from '#domain/people/actor.ts';
import type { Person } from '#domain/people/person.ts';
import { seededId, seededTeam } from '#domain/people/seed.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { answered, notAnswered } from '#domain/support/answer.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import type { Support } from '#domain/support/support.ts';
import { anEntry } from '#test/contract/samples.ts';
import { ringFaultWords, ringWords } from '#web/staff/todo/ring-words.ts';
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
const offered = (support: Support) => offerMade(support, moment, { id: 'O1', slot, by });
const callMe = (support: Support) =>
  answered(
    support,
    moment,
    { offer: 'O1', what: 'CALL_ME', way: 'LINK', by: { kind: 'HOLDER', of: 'FAMILY' } },
    defaultPolicy,
  );

/** A family that is to be rung: they asked for it, or did not answer in time. */
async function world(why: 'CALL_ME' | 'NO_ANSWER') {
  const made = await triageWorld({
    theCase: {
      ...{ ...caseOnReceipt(), ...({ status: 'IN_SUPPORT', next: 'DONE' } as const) },
      ...{ outbox: [], toSupport: { at, doneAt: at } },
    },
  });
  const open = offered(newSupport(reference, anEntry('1#a'), moment));
  const support = open && (why === 'CALL_ME' ? callMe(open) : notAnswered(open, moment));
  if (!support) throw new Error('No one is to be rung.');
  await made.stores.supports.createSupport(support);
  const team = seededTeam(testConfig);
  await made.stores.team.saveTeam({ ...team, version: team.version + 1, people: [...team.people, manager] });
  const asked = { ...ringFamily, cause: `RING1${why.replace('_', '')}`, why };
  const todo = todoAsked(asked, reference, made.clock.now(), defaultPolicy);
  await made.stores.todos.createTodo(todo);
  const link = await made.putLink('a call', { mailbox: MANAGER, to: `PERSON:${manager.id}`, taskId: todo.id });
  const using = await made.signIn(link);
  const address = `/triage/tasks/${todo.id}`;
  const page = await using.get(address);
  const csrf = hidden(page, 'csrf');
  return {
    ...{ ...made, page },
    enter: (fields: Record<string, string>) => using.post(address, { csrf, taskId: todo.id, ...fields }),
    support: async () => (await made.stores.supports.readSupport(reference)) ?? expect.fail('It is gone.'),
    isDone: async () => (await made.stores.todos.readTodo(reference, todo.id))?.done !== undefined,
  };
}

const words = 'The mother, by phone';

describe('a family that did not answer an offer', () => {
  it('is shown with the reason and the offer, and opening the page does nothing', async () => {
    const { page, isDone } = await world('NO_ANSWER');
    expect(page.status).toBe(200);
    for (const said of [ringWords.whys.NO_ANSWER, ringWords.offered('weekly visits at home', 'every Monday, 9:30am')])
      expect(page.body).toContain(said);
    expect(await isDone()).toBe(false);
  });

  it.each([
    ['NEXT', undefined],
    ['LATER', '2026-12-17'],
    ['NOT_NOW', 'open'],
    ['NOT_REACHED', undefined],
  ])('can be offered again after %s, keeps the place, and what was said stands', async (said, until) => {
    const one = await world('NO_ANSWER');
    expect((await one.enter({ said, words })).status).toBe(303);
    const { toRing, list, history } = await one.support();
    expect(toRing).toBeUndefined();
    expect(list?.hold && (list.hold.until ?? 'open')).toBe(until);
    expect(history).toContainEqual(expect.objectContaining({ event: 'FAMILY_RUNG', said, text: words }));
    expect(await one.isDone()).toBe(true);
  });

  it.each(['LATER', 'NOT_NOW'])(
    'is told in writing that the place is on hold after %s, as after every other hold',
    async (said) => {
      const one = await world('NO_ANSWER');
      await one.enter({ said, words });
      const { list, history } = await one.support();
      const held = history.find(({ event }) => event === 'LIST_HELD');
      expect(list?.changed).toMatchObject({ what: 'LIST_HELD', at: held?.at, toTell: held?.at });
    },
  );

  it.each(['NEXT', 'NOT_REACHED'])('is told of no hold after %s', async (said) => {
    const one = await world('NO_ANSWER');
    await one.enter({ said, words });
    expect((await one.support()).list?.changed?.what).not.toBe('LIST_HELD');
  });

  it('cannot accept what went to another child (late)', async () => {
    const one = await world('NO_ANSWER');
    const answer = await one.enter({ said: 'ACCEPTED', words });
    expect([answer.status, answer.body.includes(ringFaultWords.SAID_MISSING)]).toEqual([422, true]);
    expect((await one.support()).toRing).toBeDefined();
  });

  it.each([
    ['nothing', {}, ringFaultWords.SAID_MISSING],
    ['no words (half-finished)', { said: 'NEXT' }, ringFaultWords.WORDS_MISSING],
    ['what cannot be said (hostile)', { said: 'REMOVE', words }, ringFaultWords.SAID_MISSING],
  ])('is not entered with %s, and what was typed is kept', async (_what, fields, message) => {
    const one = await world('NO_ANSWER');
    const answer = await one.enter(fields);
    expect([answer.status, answer.body.includes(message)]).toEqual([422, true]);
    if ('words' in fields) expect(answer.body).toContain(words);
    expect(await one.isDone()).toBe(false);
  });

  it('is entered once (twice)', async () => {
    const one = await world('NO_ANSWER');
    await one.enter({ said: 'NEXT', words });
    expect((await one.enter({ said: 'LATER', words })).status).toBe(409);
    const rung = (await one.support()).history.filter(({ event }) => event === 'FAMILY_RUNG');
    expect(rung).toHaveLength(1);
  });
});

describe('a family that asked to be called', () => {
  it.each(['ACCEPTED', 'LATER', 'DECLINED'])('answers %s by phone, and need not be rung again', async (said) => {
    const one = await world('CALL_ME');
    expect((await one.enter({ said, words })).status).toBe(303);
    const { toRing, offers } = await one.support();
    expect([toRing, await one.isDone()]).toEqual([undefined, true]);
    expect(offers[0]?.answer).toMatchObject({ what: said, way: 'STAFF' });
  });

  it('keeps the offer when no one reached them, and is to be called again', async () => {
    const one = await world('CALL_ME');
    await one.enter({ said: 'NOT_REACHED', words });
    const { toRing, offers, history } = await one.support();
    expect([toRing?.why, offers[0]?.answer, await one.isDone()]).toEqual(['CALL_ME', undefined, false]);
    expect(history.at(-1)).toMatchObject({ event: 'FAMILY_RUNG', said: 'NOT_REACHED' });
  });
});
