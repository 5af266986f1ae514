import { expect, it } from 'vitest';
import { writeTeam } from '#application/access/write-team.ts';
import { left } from '#domain/people/change.ts';
import { seededId } from '#domain/people/seed.ts';
import { digestLinkWords } from '#web/staff/digest-link/words.ts';
import { todayWords } from '#web/staff/today/words.ts';
import { taskId, triageWorld } from './world.ts';

const mailbox = 'triage-2@example.org';
const ofDigest = { purpose: 'TODAY', to: `PERSON:${seededId(mailbox)}`, mailbox, taskId: undefined } as const;

async function digestWorld() {
  const world = await triageWorld();
  return { ...world, digest: await world.putLink('digest', ofDigest) };
}

it('the link of a digest shows a form and nothing else, and the code leads to all that its person is asked', async () => {
  const { newBrowser, digest, lastCode, mailer } = await digestWorld();
  const using = newBrowser();
  const first = await using.get(`/staff/l/${digest}`);
  expect([first.status, first.body.includes(digestLinkWords.title), mailer.sent]).toEqual([200, true, []]);
  expect(first.body).not.toMatch(/Poppy|Testerfield|Taunton/);
  await using.post(`/staff/l/${digest}`);
  expect(mailer.sent.map(({ to }) => to)).toEqual([mailbox]);
  const entered = await using.post(`/staff/l/${digest}/code`, { code: lastCode() });
  expect([entered.status, entered.location]).toEqual([303, '/staff']);
  const today = await using.get('/staff');
  expect(today.body).toContain(todayWords.title);
  expect(today.body).toContain(taskId);
});

it('a browser that has shown this mailbox goes on to its work without a code', async () => {
  const { newBrowser, digest, second, signIn, mailer } = await digestWorld();
  const using = await signIn(second, newBrowser());
  const before = mailer.sent.length;
  expect((await using.post(`/staff/l/${digest}`)).location).toBe('/staff');
  expect(mailer.sent.length).toBe(before);
});

it('a wrong code opens nothing and keeps the field (malformed)', async () => {
  const { newBrowser, digest } = await digestWorld();
  const using = newBrowser();
  await using.post(`/staff/l/${digest}`);
  const answer = await using.post(`/staff/l/${digest}/code`, { code: 'abc' });
  expect([answer.status, answer.body.includes('name="code"')]).toEqual([422, true]);
});

it('a link that is unknown, has run out, or is of someone who has left or moved looks the same, and offers the way in', async () => {
  const world = await digestWorld();
  const expired = await world.putLink('expired digest', { ...ofDigest, expiresAt: world.clock.now() });
  const elsewhere = await world.putLink('moved', { ...ofDigest, mailbox: 'old@example.org' });
  const moment = { now: world.clock.now(), by: { kind: 'MACHINE' } } as const;
  await writeTeam(world.deps)((team) => left(team, moment, seededId(mailbox)));
  const links = ['A'.repeat(43), expired, elsewhere, world.digest];
  const answers = await Promise.all(links.map((link) => world.newBrowser().get(`/staff/l/${link}`)));
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  expect(answers[0]?.body).toContain('/staff/sign-in');
});

it('the link of a digest opens no task by itself: it is none of a task (hostile)', async () => {
  const { newBrowser, digest } = await digestWorld();
  expect((await newBrowser().get(`/triage/l/${digest}`)).status).toBe(404);
});
