import { describe, expect, it } from 'vitest';
import { reviewOfWait, todoAsked } from '#domain/notices/asked-todos.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { answered } from '#domain/support/answer.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { closingAt } from '#web/staff/closing/address.ts';
import { GROUPS_AT, registerAt } from '#web/staff/groups/address.ts';
import { groupsWords as words } from '#web/staff/groups/words.ts';
import { offersWords } from '#web/staff/offers/words.ts';
import { safePlaceAt } from '#web/staff/safe-place/address.ts';
import { hidden } from '../browser.ts';
import { childOf, entryOf, lists } from './lists-world.ts';

const PLACE = { pathway: 'PORTAGE_GROUP', locality: 'Yeovil' } as const;
const group = {
  change: 'GROUP',
  ...{ id: 'g1', name: 'Yeovil group', venue: 'Example Hall', access: 'Ramp', places: '3' },
  ...{ ...PLACE, day: 'MONDAY', at: '10:00', ends: '11:30', from: '2026-09-07', until: '' },
} as const;
const NAME = `${referralExample.child.firstName} ${referralExample.child.lastName}`;
const before = { now: '2026-09-02T09:00:00.000Z', policyVersion: 1 };
const SESSION = registerAt('g1', '2026-09-21');

/** Two children with a place in a group that met on 7, 14 and 21 September, and a third who has not answered. */
async function registers() {
  const world = await lists([PLACE, PLACE, PLACE], referralExample);
  const { deps, stores, manager } = world;
  await deps.changeCapacity(group, MACHINE);
  for (const n of [0, 1, 2]) {
    const [reference, id] = [childOf(n), `O${n}`];
    const slot = { id: `g1-${n + 1}`, ...PLACE, day: 'MONDAY', at: '10:00' };
    const offered = offerMade(newSupport(reference, entryOf(n, PLACE), before), before, { id, slot, by: MACHINE });
    const yes = { offer: id, what: 'ACCEPTED', way: 'STAFF', by: MACHINE } as const;
    const support = offered && n < 2 ? answered(offered, before, yes, defaultPolicy) : offered;
    if (support) await stores.supports.createSupport(support);
    await stores.slots.claimSlot(slot.id, { offer: id, reference, at: before.now });
  }
  const open = async (at = SESSION) => {
    const page = await manager.get(at);
    const own = { csrf: hidden(page, 'csrf'), seen: hidden(page, 'seen') };
    return { page, save: (missed: Record<string, string> = {}) => manager.post(at, { ...own, ...missed }) };
  };
  const cameOf = async (n: number) =>
    (await stores.supports.readSupport(childOf(n)))?.attendance?.map((a) => a.isPresent);
  return { ...world, open, cameOf };
}
const missed = (n: number) => ({ [`missed-${childOf(n)}`]: 'yes' });

describe('the register of a group', () => {
  it('leads to where it is recorded that a family moved to a safe place, for the practitioner who runs it', async () => {
    const { open, deps, enter } = await registers();
    const mailbox = 'lou@example.org';
    await deps.changeTeam({ change: 'JOIN', id: 'lou', name: 'Lou', mailbox, roles: ['PRACTITIONER'] }, MACHINE);
    await (await open()).save();
    const lou = await enter(mailbox);
    const at = safePlaceAt(childOf(0));
    expect((await lou.get(SESSION)).body).toContain(`href="${at}"`);
    const page = await lou.get(at);
    expect([page.status, page.body.includes(`href="${GROUPS_AT}"`)]).toEqual([200, true]);
  });

  it('ends the review of a long wait with the first session that a child came to', async () => {
    const { open, stores, clock } = await registers();
    for (const n of [0, 1])
      await stores.todos.createTodo(todoAsked(reviewOfWait, childOf(n), clock.now(), defaultPolicy));
    const { save } = await open();
    await save(missed(1));
    const over = async (n: number) => (await stores.todos.todosOf(childOf(n))).map(({ done }) => done?.why);
    expect([await over(0), await over(1)]).toEqual([['NOT_LISTED'], [undefined]]);
  });

  it('is filled in by two presses: open the session, and save', async () => {
    const { manager, open, cameOf, stores } = await registers();
    const overview = await manager.get(GROUPS_AT);
    expect(overview.body).toContain(`${SESSION}"`);
    expect(overview.body).toContain(words.notRecorded);
    expect(overview.body).not.toContain(NAME);
    const { page, save } = await open();
    expect(page.body).toContain(words.child(NAME, childOf(0)));
    expect(page.body).not.toContain(childOf(2));
    expect((await save()).status).toBe(303);
    expect([await cameOf(0), await cameOf(1), await cameOf(2)]).toEqual([[true], [true], undefined]);
    const started = await stores.supports.readSupport(childOf(0));
    expect(started).toMatchObject({ status: 'STARTED', list: null, started: { on: '2026-09-21' } });
    expect((await manager.get(GROUPS_AT)).body).toContain(words.counts(2, 0));
  });

  it('leads to where a child leaves the group: their place is free, and the next register is without them', async () => {
    const { manager, open, stores } = await registers();
    await (await open()).save();
    const at = closingAt(childOf(0));
    expect((await open()).page.body).toContain(`href="${at}"`);
    const form = await manager.get(at);
    const left = await manager.post(at, { csrf: hidden(form, 'csrf'), why: 'FINISHED', report: 'The term has ended' });

    expect(left.status).toBe(303);
    expect((await stores.supports.readSupport(childOf(0)))?.ended).toMatchObject({ why: 'FINISHED' });
    expect((await stores.slots.readSlot('g1-1'))?.claim).toBeUndefined();
    const { body } = (await open(registerAt('g1', '2026-09-14'))).page;
    expect([body.includes(childOf(0)), body.includes(childOf(1))]).toEqual([false, true]);
  });

  it('starts no support for a child who did not come', async () => {
    const { manager, open, cameOf, stores } = await registers();
    await (await open()).save(missed(1));
    expect([await cameOf(0), await cameOf(1)]).toEqual([[true], [false]]);
    const { body } = await manager.get(`/staff/records/${childOf(1)}/offer`);
    expect(body).toContain(offersWords.missed('21 September 2026'));
    expect((await stores.supports.readSupport(childOf(1)))?.status).toBe('ACCEPTED');
  });

  it('sent twice is one record (double press)', async () => {
    const { open, stores } = await registers();
    const { save } = await open();
    await save(missed(1));
    const once = await stores.supports.readSupport(childOf(0));
    expect((await save(missed(1))).status).toBe(303);
    expect(await stores.supports.readSupport(childOf(0))).toEqual(once);
  });

  it('of the second of two people is not saved over the first, and keeps what they selected (race)', async () => {
    const { open, cameOf } = await registers();
    const [first, second] = [await open(), await open()];
    await first.save();
    const answer = await second.save(missed(0));
    expect([answer.status, answer.body.includes(words.changed)]).toEqual([409, true]);
    expect(answer.body).toMatch(new RegExp(`name="missed-${childOf(0)}"[^>]* checked`));
    expect(await cameOf(0)).toEqual([true]);
  });

  it('can be corrected', async () => {
    const { open, cameOf } = await registers();
    await (await open()).save();
    await (await open()).save(missed(1));
    expect(await cameOf(1)).toEqual([false]);
  });

  it('asks a person to look at a child who did not come for the second time, once', async () => {
    const { open, stores } = await registers();
    const toLook = async () => (await stores.todos.todosOf(childOf(1))).filter(({ kind }) => kind === 'LOOK_AT_MISSED');
    await (await open(registerAt('g1', '2026-09-14'))).save(missed(1));
    expect(await toLook()).toEqual([]);
    const { save } = await open();
    await save(missed(1));
    await save(missed(1));
    expect(await toLook()).toMatchObject([{ why: 'MISSED_TWICE', for: 'ROLE:SERVICE_MANAGER' }]);
  });

  it('that is corrected to "came" ends the question about the missed session by the same press (out of order)', async () => {
    const { open, stores } = await registers();
    const looks = async () =>
      (await stores.todos.todosOf(childOf(1))).flatMap(({ kind, done }) =>
        kind === 'LOOK_AT_MISSED' ? [done?.why] : [],
      );
    await (await open(registerAt('g1', '2026-09-07'))).save();
    for (const at of [registerAt('g1', '2026-09-14'), SESSION]) await (await open(at)).save(missed(1));
    expect(await looks()).toEqual([undefined]);
    await (await open()).save();
    expect(await looks()).toEqual(['NOT_MISSED']);
  });

  it.each([
    ['a day on which the group does not meet', registerAt('g1', '2026-09-22')],
    ['a day to come', registerAt('g1', '2026-09-28')],
    ['no group', registerAt('nobody', '2026-09-21')],
    ['no date', registerAt('g1', 'tomorrow')],
  ])('is not there for %s', async (_, at) => {
    const { manager } = await registers();
    expect((await manager.get(at)).status).toBe(404);
  });

  it('records who read the names', async () => {
    const { open, stores } = await registers();
    await open();
    expect(await stores.access.readingsOf(childOf(0))).toMatchObject([{ what: 'RECORD' }]);
  });
});
