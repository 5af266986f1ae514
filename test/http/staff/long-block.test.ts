import { expect, it } from 'vitest';
import { askAboutBlock } from '#application/support/look-at-block.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { closingAt } from '#web/staff/closing/address.ts';
import { placeAt } from '#web/staff/place/address.ts';
import { blockFaultWords, blockWords } from '#web/staff/todo/block-words.ts';
import { visitsAt } from '#web/staff/visits/address.ts';
import { hidden } from '../browser.ts';
import { childOf } from './lists-world.ts';
import { visiting } from './visiting-world.ts';

/** Home visits that were agreed on 24 September 2026 and are open on 31 March 2027, with the manager's page about them. */
async function open() {
  const world = await visiting();
  await world.plan('24');
  await world.came('ATTENDED_SEEN');
  await world.midday('2027-03-31');
  const { stores, clock } = world;
  const ask = async () =>
    askAboutBlock({ todos: stores.todos, policy: defaultPolicy, now: clock.now })(await world.support());
  await ask();
  const asked = async () => (await stores.todos.todosOf(childOf(0))).filter(({ kind }) => kind === 'LOOK_AT_BLOCK');
  const manager = await world.enter('manager@example.org');
  const today = await manager.get('/staff');
  const [todo] = await asked();
  const opened = await manager.post('/staff', { csrf: hidden(today, 'csrf'), open: todo?.id ?? '' });
  const address = new URL(opened.headers.location ?? '', 'http://localhost').pathname;
  const page = await manager.get(address);
  const enter = (reason: string) =>
    manager.post(address, { csrf: hidden(page, 'csrf'), taskId: todo?.id ?? '', reason });
  return { ...world, ask, asked, manager, page, enter, address };
}

it('someone is asked once to look, and reads how far the visits are and when the child was last seen (twice)', async () => {
  const { ask, asked, page } = await open();
  await ask();
  expect((await asked()).map(({ why }) => why)).toEqual(['LONG_BLOCK']);
  for (const said of [
    blockWords.title(childOf(0)),
    blockWords.since('24 September 2026'),
    blockWords.sessions(0, 18),
    blockWords.seen('24 September 2026'),
    `href="${visitsAt(childOf(0))}"`,
  ])
    expect(page.body).toContain(said);
});

it('leads to the place on the list before the first session, and to the closing once support has begun', async () => {
  const { page, stores, support, manager, address } = await open();
  const links = (body: string) => [placeAt, closingAt].map((at) => body.includes(`href="${at(childOf(0))}"`));
  expect(links(page.body)).toEqual([true, false]);
  const { version, ...rest } = await support();
  await stores.supports.saveSupport({ ...rest, version: version + 1, status: 'STARTED', list: null });
  expect(links((await manager.get(address)).body)).toEqual([false, true]);
});

it('what was decided stands in the history, and nothing is recorded without it', async () => {
  const { enter, asked, support } = await open();
  const refused = await enter(' ');
  expect([refused.status, refused.body.includes(String(blockFaultWords.REASON_MISSING))]).toEqual([422, true]);
  expect((await enter('They go on until May, after an operation')).status).toBe(303);
  expect((await support()).history.at(-1)).toMatchObject({
    event: 'BLOCK_LOOKED_AT',
    text: 'They go on until May, after an operation',
  });
  expect((await asked()).map(({ done }) => done?.by.kind)).toEqual(['PERSON']);
});
