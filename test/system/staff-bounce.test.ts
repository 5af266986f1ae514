import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededId } from '#domain/people/seed.ts';
import { type Instance, startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { settingsWords } from '#web/staff/settings/words.ts';
import { inTriage, statusOf } from './api.ts';
import { emptyFolder, endAll, type Service } from './service.ts';
import { browser, codesTo, FIRST, hidden, SECOND, signIn } from './triage.ts';
import { until } from './until.ts';
import { mailsAbout, mailsTo, move } from './window.ts';

// The mailbox of a triager bounces, as SES's own simulator does, and every event comes twice to the real functions.

const MANAGER = 'manager@example.org';
const DEAD = 'bounce-triage-1@example.org';

let instance: Instance;
let at: Service;
beforeAll(async () => {
  const data = emptyFolder();
  instance = await startInstance({ port: 0, data, now: parseInstant('2026-09-24T09:00'), deliveries: 2 });
  at = { url: instance.url, root: instance.url, data, logged: () => '', kill: instance.stop };
});
afterAll(async () => {
  await instance.stop();
  await endAll();
});

/** The service manager at the page of the settings that is about the first triager. */
async function managing() {
  const using = browser();
  const door = `${at.url}/staff/sign-in`;
  const asked = await using.post(door, { mailbox: MANAGER });
  const code = await until('a code came', async () => (await codesTo(at, MANAGER)).at(-1));
  await using.post(`${door}/code`, { mailbox: MANAGER, asker: hidden(asked, 'asker'), code });
  const address = `${at.url}/staff/settings/people/${seededId(FIRST)}`;
  const change = async (fields: Record<string, string>) => {
    const page = await using.get(address);
    return using.post(address, { csrf: hidden(page, 'csrf'), version: hidden(page, 'version'), ...fields });
  };
  return { change, page: async () => (await using.get(address)).body };
}

const requests = async (reference: string) =>
  (await mailsAbout(at, reference)).filter(({ subject }) => subject.includes(subjects.triage)).flatMap(({ to }) => to);

test('a request that bounces reaches the next person in five minutes, who decides, and the operator hears once', async () => {
  const { change, page } = await managing();
  await change({ change: 'MAILBOX', mailbox: DEAD });
  const one = await inTriage(at);
  await move(at, { advance: 'PT5M' });
  expect(await requests(one)).toEqual([DEAD, SECOND, MANAGER]);
  const told = (await mailsTo(at, MANAGER)).filter(({ subject }) => subject.includes(subjects.comeBack));
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toContain(DEAD);
  expect(await page()).toContain(settingsWords.mailFails('24 September 2026'));
  const { history } = await statusOf(at, one);
  expect(history.filter(({ event }) => event === 'NOTICE_FAILED')).toHaveLength(1);
  const theirs = await signIn(at, one, MANAGER);
  expect(theirs.page.body).toContain('name="outcome"');
  // The next referral is not sent into the dead mailbox, once it is known.
  await move(at, { advance: 'PT5M' });
  const later = await inTriage(at);
  await move(at, { advance: 'PT5M' });
  expect(await requests(later)).toEqual([SECOND]);
  await change({ change: 'MAIL_TRUSTED' });
  expect(await page()).not.toContain(settingsWords.mailTrusted);
});
