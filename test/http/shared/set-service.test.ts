import { expect, test } from 'vitest';
import { CHASE_WORKING_DAYS } from '#domain/case/shared.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { reference } from '../records.ts';
import { advisory, decidedFor, sharedWorld } from './world.ts';

const set = { name: 'Toneway hub', mailbox: 'hub@example.org' };
const toHub = decidedFor({ code: 'SERVICE_1', name: set.name });
const record = `/shared/${reference}`;
const opened = () => sharedWorld({}, toHub, undefined, set);
const DAY = 24 * 60;

test('a referral goes behind a link to the service that the team has set, and to no other mailbox', async () => {
  const { mailsTo, signIn, theCase } = await opened();
  expect(mailsTo(advisory)).toEqual([]);
  expect(mailsTo(set.mailbox)[0]?.text).toContain(set.name);
  expect((await (await signIn()).get(record)).status).toBe(200);
  expect((await theCase()).shared).toMatchObject({ to: 'SERVICE:SERVICE_1' });
});

test('who opens it is written down, and the referrer hears which service it was', async () => {
  const { signIn, follow, theCase, mailsTo } = await opened();
  await (await signIn()).get(record);
  await follow();
  expect((await theCase()).shared?.openedAt).toBeDefined();
  const told = mailsTo('referrer01@example.org').at(-1);
  expect(told?.text).toContain(set.name);
});

test('it is chased once where no one there opens it, and the referrer hears of that (late)', async () => {
  const { follow, clock, mailsTo } = await opened();
  clock.advanceMinutes((CHASE_WORKING_DAYS + 3) * DAY);
  for (const _time of [1, 2]) await follow();
  expect(mailsTo(set.mailbox)).toHaveLength(2);
  expect(mailsTo('referrer01@example.org').at(-1)?.text).toContain(set.name);
});

test('links to an old mailbox open nothing once the service has another, and not being offered closes none', async () => {
  const { signIn, deps, token, newBrowser } = await opened();
  const using = await signIn();
  const service = { change: 'SERVICE', code: 'SERVICE_1', ...set } as const;
  await deps.changeTeam({ ...service, isOffered: false }, MACHINE);
  expect((await using.get(record)).status).toBe(200);
  await deps.changeTeam({ ...service, mailbox: 'moved@example.org', isOffered: true }, MACHINE);
  expect((await using.get(record)).status).toBe(404);
  expect((await newBrowser().get(`/shared/l/${token}`)).status).toBe(404);
});

test('the link of one service opens nothing of a referral that is shared with another (hostile)', async () => {
  const { signIn, stores, theCase } = await opened();
  const using = await signIn();
  const now = await theCase();
  const shared = now.shared && { ...now.shared, to: 'ADVISORY' };
  await stores.cases.saveCase({ ...now, version: now.version + 1, ...(shared && { shared }) });
  expect((await using.get(record)).status).toBe(404);
});
