import { expect, it } from 'vitest';
import { defaultPolicy } from '#domain/service/policy.ts';
import { NO_MORE_LINKS } from '#web/form/save-for-later/words.ts';
import { begin, fill, referWorld } from './world.ts';

const MOST = defaultPolicy.firstLinksAnHour;
const stranger = (n: number) => `stranger${n}@example.org`;

/** Begins a draft and has its link sent to this mailbox. */
async function keep(world: ReturnType<typeof referWorld>, email: string) {
  const using = world.newBrowser();
  return fill(using, `${await begin(using)}/keep`, { email });
}

it('no more mailboxes get their first link in an hour than the policy says; then the page says so, and it rings (hostile)', async () => {
  const world = referWorld();
  for (let n = 0; n < MOST; n += 1) expect((await keep(world, stranger(n))).status).toBe(303);
  const refused = await keep(world, stranger(MOST));
  expect([refused.status, refused.body.includes(NO_MORE_LINKS)]).toEqual([429, true]);
  expect(world.mailer.sent).toHaveLength(MOST);
  expect(world.service.log.lines).toContainEqual(expect.objectContaining({ event: 'mail-ceiling-reached' }));
});

it('a mailbox that had a link before is not held up by it, and others are not an hour later (late)', async () => {
  const world = referWorld();
  for (let n = 0; n <= MOST; n += 1) await keep(world, stranger(n));
  expect((await keep(world, stranger(0))).status).toBe(303);
  expect((await keep(world, stranger(MOST))).status).toBe(429);
  world.clock.advanceMinutes(60);
  expect((await keep(world, stranger(MOST))).status).toBe(303);
});

it('many at the same moment are counted one by one (twice)', async () => {
  const world = referWorld();
  const begun = await Promise.all(
    Array.from({ length: MOST + 5 }, async () => {
      const using = world.newBrowser();
      return { using, at: await begin(using) };
    }),
  );
  for (let n = 0; n < begun.length; n += 13) {
    await Promise.all(
      begun.slice(n, n + 13).map(({ using, at }, i) => fill(using, `${at}/keep`, { email: stranger(n + i) })),
    );
  }
  expect(world.mailer.sent).toHaveLength(MOST);
});
