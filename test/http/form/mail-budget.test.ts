import { expect, it } from 'vitest';
import { defaultPolicy } from '#domain/service/policy.ts';
import { NO_MORE_LINKS } from '#web/form/save-for-later/words.ts';
import { begin, fill, referWorld } from './world.ts';

const MOST = defaultPolicy.linksAnHour;
const MAILBOX = 'stranger@example.org';

/** Begins as many drafts and has a link of each sent to the mailbox; answers the statuses. */
async function flood(world: ReturnType<typeof referWorld>, drafts: number, mailboxes: readonly string[] = [MAILBOX]) {
  const statuses: number[] = [];
  for (let n = 0; n < drafts; n += 1) {
    const using = world.newBrowser();
    const email = mailboxes[n % mailboxes.length] ?? MAILBOX;
    statuses.push((await fill(using, `${await begin(using)}/keep`, { email })).status);
  }
  return statuses;
}

it('no number of drafts sends a mailbox more links in an hour than the policy says, and the page says so (hostile)', async () => {
  const world = referWorld();
  expect(await flood(world, MOST + 3)).toEqual([...Array.from({ length: MOST }, () => 303), 429, 429, 429]);
  expect(world.mailer.sent).toHaveLength(MOST);
});

it('the same mailbox written in other ways is the same (hostile)', async () => {
  const world = referWorld();
  await flood(world, MOST + 2, [MAILBOX, 'Stranger@Example.org', 'STRANGER@example.org']);
  expect(world.mailer.sent).toHaveLength(MOST);
});

it('another mailbox is not held up, and the same one an hour later is not either (late)', async () => {
  const world = referWorld();
  await flood(world, MOST + 1);
  expect(await flood(world, 1, ['someone.else@example.org'])).toEqual([303]);
  world.clock.advanceMinutes(60);
  expect(await flood(world, 1)).toEqual([303]);
});

it('many at the same moment are counted one by one (twice), and refused as one draft is that asks too often', async () => {
  const world = referWorld();
  const drafts = await Promise.all(
    Array.from({ length: MOST + 5 }, async () => {
      const using = world.newBrowser();
      return { using, at: await begin(using) };
    }),
  );
  const answers = await Promise.all(drafts.map(({ using, at }) => fill(using, `${at}/keep`, { email: MAILBOX })));
  expect(world.mailer.sent).toHaveLength(MOST);
  expect(answers.find(({ status }) => status === 429)?.body).toContain(NO_MORE_LINKS);
});
