import { describe, expect, test } from 'vitest';
import { openVisit, sessionsOf } from '#domain/support/block.ts';
import { supportStates as states } from '#test/kit/words/support-states.ts';
import { instance } from '../instance.ts';
import { letRetriesRun, statesOf, waitInVain } from '../road.ts';
import { answer, manager, supportOf } from './offered.ts';
import { type Visited, visitNow, visitsAccepted } from './visited.ts';

const pats = { id: 'pat', name: 'Pat Green', mailbox: 'pat@example.org', leave: [], isActive: true };

const blockOf = async (one: Visited, reference: string) => {
  const { block } = await supportOf(one, reference);
  return block ?? expect.fail('There is no block.');
};

describe('a child who is visited at home', () => {
  test('begins with the first session: the workflow then waits for the visits to end', async () => {
    const one = instance();
    const reference = await visitsAccepted(one);
    await visitNow(one, reference);
    expect(await supportOf(one, reference)).toMatchObject({ status: 'ACCEPTED', task: { kind: 'BEGIN' } });

    await visitNow(one, reference);
    expect(await supportOf(one, reference)).toMatchObject({
      ...{ status: 'STARTED', next: 'BLOCK', list: null, task: { kind: 'BLOCK' } },
      started: { pathway: 'HOME_VISITING' },
    });
    expect(statesOf(one, `${reference}-support-1`).slice(-3)).toEqual([states.begin, states.decide, states.block]);
  });

  test('has 18 sessions and no 19th, while a fresh execution takes over in time', async () => {
    const one = instance();
    const reference = await visitsAccepted(one);
    for (let visit = 0; visit < 19; visit += 1) await visitNow(one, reference);
    const block = await blockOf(one, reference);
    expect([sessionsOf(block), openVisit(block)]).toEqual([18, undefined]);
    const plan = { on: '2027-06-01', at: '09:30', where: 'HOME' };
    expect(await one.planVisit(reference, plan, manager)).toMatchObject({ refused: 'NO_SESSION_LEFT' });

    await waitInVain(one);
    await one.sweep();
    expect(statesOf(one, `${reference}-support-1`).at(-1)).toBe(states.fresh);
    expect(statesOf(one, `${reference}-support-2`).at(-1)).toBe(states.block);
    expect(await supportOf(one, reference)).toMatchObject({ run: 2, next: 'BLOCK', parked: null });
  });

  test('has further sessions asked for: the manager is asked, decides once, and the practitioner hears of it', async () => {
    const one = instance();
    const reference = await visitsAccepted(one);
    for (let visit = 0; visit < 19; visit += 1) await visitNow(one, reference);
    await one.askExtension(reference, { sessions: '6', reason: 'She has begun to walk' }, manager);
    await one.sweep();
    expect(await supportOf(one, reference)).toMatchObject({ next: 'EXTENSION', task: { kind: 'EXTENSION' } });
    const todo = (await one.todos.todosOf(reference)).find(({ kind }) => kind === 'DECIDE_EXTENSION');
    if (!todo) throw new Error('No one is asked to decide.');
    expect(one.mail.some(({ tags }) => tags.noticeId?.startsWith('TEAM_EXTENSION_ASKED'))).toBe(true);
    const pat = { ...pats, roles: ['SERVICE_MANAGER' as const] };
    const notAllowed = await one.decideExtension(
      todo,
      { ...pats, roles: ['PRACTITIONER'] },
      { agreed: '6', reason: 'Yes' },
    );
    expect(notAllowed).toMatchObject({ refused: 'SERVICE_MANAGER_AGREEMENT_REQUIRED' });

    await one.decideExtension(todo, pat, { agreed: '6', reason: 'Yes' });
    await one.sweep();
    expect(await one.decideExtension(todo, pat, { agreed: '2', reason: 'No' })).toMatchObject({
      refused: 'NOTHING_ASKED',
    });
    expect(await supportOf(one, reference)).toMatchObject({ next: 'BLOCK', task: { kind: 'BLOCK' } });
    expect((await supportOf(one, reference)).news).toBeUndefined();
    expect(one.mail.some(({ tags }) => tags.noticeId?.startsWith('TEAM_EXTENSION_DECIDED'))).toBe(true);

    await one.planVisit(reference, { on: '2027-06-01', at: '09:30', where: 'HOME' }, manager);
    for (let visit = 0; visit < 6; visit += 1) await visitNow(one, reference);
    expect([sessionsOf(await blockOf(one, reference)), openVisit(await blockOf(one, reference))]).toEqual([
      24,
      undefined,
    ]);
    expect(await one.askExtension(reference, { sessions: '1', reason: 'More' }, manager)).toMatchObject({
      ...{ refused: 'EXTENSION_OVER_6' },
    });
  });

  test('of an earlier release, whose workflow had ended with the start, goes on in a new run', async () => {
    const one = instance();
    const reference = await visitsAccepted(one);
    await visitNow(one, reference);
    await visitNow(one, reference);
    const { events: _events, block: _block, ...begun } = await supportOf(one, reference);
    await one.supports.saveSupport({ ...begun, version: begun.version + 1, next: 'DONE', task: null, outbox: [] });

    await one.namePractitioner(reference, { person: 'kim', before: '1' }, manager);
    await one.planVisit(reference, { on: '2026-12-01', at: '09:30', where: 'SETTING' }, manager);
    await visitNow(one, reference);
    expect(statesOf(one, `${reference}-support-2`).at(-1)).toBe(states.block);
    expect(sessionsOf(await blockOf(one, reference))).toBe(2);
  });

  test('whose workflow is parked when the first session is recorded is taken up by a new run', async () => {
    let isBroken = true;
    const one = instance({
      fault: (name, input) => (name === 'tell-of-offer' && isBroken && input ? new TypeError('broken') : undefined),
    });
    const reference = await visitsAccepted(one);
    await letRetriesRun(one);
    expect(await supportOf(one, reference)).toMatchObject({ parked: { why: 'TypeError' }, next: 'NOTIFY' });
    await visitNow(one, reference);
    await visitNow(one, reference);
    expect(await supportOf(one, reference)).toMatchObject({ status: 'STARTED', next: 'NOTIFY' });

    isBroken = false;
    await one.restart({ reference, by: 'Olive', machine: 'support' });
    await one.sweep();
    expect(await supportOf(one, reference)).toMatchObject({ parked: null, next: 'BLOCK', task: { kind: 'BLOCK' } });
  });

  test('is recorded by two people at once: one counts, and the other is told', async () => {
    const one = instance();
    const reference = await visitsAccepted(one);
    await visitNow(one, reference);
    const { id = '', on = '' } = openVisit(await blockOf(one, reference)) ?? {};
    one.clock.advanceMinutes((Date.parse(`${on}T12:00:00Z`) - Date.parse(one.clock.now())) / 60_000);
    const both = await Promise.all(
      (['ATTENDED_SEEN', 'FAMILY_CANCELLED'] as const).map((came) =>
        one.recordVisit(reference, { visit: id, came, note: '' }, manager),
      ),
    );
    expect(both.filter((result) => 'refused' in result)).toMatchObject([{ refused: 'ALREADY' }]);
    expect((await blockOf(one, reference)).visits.filter(({ outcome }) => outcome)).toHaveLength(2);
  });
});

test('a family that answers twice keeps the one block that began first', async () => {
  const one = instance();
  const reference = await visitsAccepted(one);
  const { since } = await blockOf(one, reference);
  one.clock.advanceMinutes(10);
  await answer(one, reference, 'ACCEPTED', 'STAFF');
  expect((await blockOf(one, reference)).since).toBe(since);
});
