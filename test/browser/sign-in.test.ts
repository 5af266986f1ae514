import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inTriage } from '#test/system/api.ts';
import { FIRST, linkTo } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { areaWords } from '#web/staff/area/words.ts';
import { paperWords } from '#web/staff/paper/words.ts';
import { accountWords, refusals } from '#web/staff/sign-in/account/words.ts';
import { fillIn } from './form.ts';
import { critic } from './judge.ts';
import { stage, TELEPHONE } from './stage.ts';

const at = stage({ signIn: true });
const provider = (page: Page) => page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/choose\//);
const choose = (page: Page, user: string) => page.click(`button[value="${user}"]`);
const signIn = async (page: Page, user: string) => {
  await page.goto(`${at.service.url}/staff`);
  await page.click(`a:has-text("${accountWords.signIn}")`);
  await provider(page);
  await choose(page, user);
};

it('from the emailed link to the decision, on a telephone without JavaScript', async () => {
  const reference = await inTriage(at.service);
  const page = await at.newPage({ width: TELEPHONE, javaScript: false });
  await page.goto(await linkTo(at.service, reference, FIRST));
  await page.click('main button');
  expect(await page.textContent('h1')).toBe(accountWords.toOpen(reference));
  await page.click(`a:has-text("${accountWords.signIn}")`);
  await provider(page);
  await choose(page, 'triage-1');
  await page.waitForSelector('[name="outcome"]');
  expect(page.url()).toContain(`/triage/tasks/${reference}-T1`);
  await page.context().close();
});

it('signs in and out, and no page on the way has a fault', async () => {
  const page = await at.newPage();
  const { look, faults } = critic(page);
  await page.goto(`${at.service.url}/staff`);
  await look();
  await page.click(`a:has-text("${accountWords.signIn}")`);
  await provider(page);
  await look();
  await choose(page, 'triage-1');
  await page.waitForURL(/\/staff$/);
  await look();
  await page.click(`button:has-text("${areaWords.signOut}")`);
  await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/session\/end/);
  await look();
  await page.click('button[name="logout"]');
  await page.waitForURL(/\/staff\/sign-in\/signed-out/);
  expect(await page.textContent('h1')).toBe(accountWords.signedOut);
  await look();
  await page.click(`a:has-text("${accountWords.again}")`);
  await provider(page);
  expect(faults).toEqual([]);
  await page.context().close();
});

it('tells someone who is not in the team so, and lets them come with another account', async () => {
  const page = await at.newPage();
  const { look, faults } = critic(page);
  await signIn(page, 'newcomer');
  await page.waitForURL(/\/callback\?/);
  expect(await page.textContent('h1')).toBe(refusals.NOT_IN_TEAM.title);
  await look();
  await page.click(`a:has-text("${accountWords.other}")`);
  await provider(page);
  await choose(page, 'manager');
  await page.waitForURL(/\/staff$/);
  expect(await page.textContent('nav[aria-label] >> nth=0')).toContain(areaWords.settings);
  expect(faults).toEqual([]);
  await page.context().close();
});

it.each([
  ['no-group', refusals.NO_GROUP.title],
  ['unverified', refusals.NO_MAILBOX.title],
])('refuses %s, and says why', async (user, title) => {
  const page = await at.newPage();
  await signIn(page, user);
  await page.waitForURL(/\/callback\?/);
  expect(await page.textContent('h1')).toBe(title);
  await page.goto(`${at.service.url}/staff`);
  await page.waitForURL(/\/staff\/sign-in$/);
  await page.context().close();
});

it('takes no for an answer', async () => {
  const page = await at.newPage();
  await page.goto(`${at.service.url}/staff`);
  await page.click(`a:has-text("${accountWords.signIn}")`);
  await provider(page);
  await page.click('button[name="cancel"]');
  await page.waitForURL(/\/callback\?/);
  expect(await page.textContent('h1')).toBe(refusals.CANCELLED.title);
  await page.context().close();
});

it('ends a session after half an hour here, and after a working day at the provider too', async () => {
  const page = await at.newPage();
  await signIn(page, 'triage-2');
  await page.waitForURL(/\/staff$/);
  await move(at.service, { advance: 'PT31M' });
  await page.goto(`${at.service.url}/staff`);
  await page.click(`a:has-text("${accountWords.signIn}")`);
  await page.waitForURL(/\/staff$/);
  await move(at.service, { advance: 'P1D' });
  await page.goto(`${at.service.url}/staff`);
  await page.click(`a:has-text("${accountWords.signIn}")`);
  await provider(page);
  await page.context().close();
});

it('enters what came on paper from the staff area, with mistakes on the way', async () => {
  const page = await at.newPage();
  const { look, faults } = critic(page);
  await signIn(page, 'triage-2');
  await page.waitForURL(/\/staff$/);
  await page.goto(`${at.service.url}/refer/staff`);
  await page.waitForURL(/\/staff\/paper$/);
  await look();
  await page.click(`main button:has-text("${paperWords.go}")`);
  expect(await page.title()).toMatch(/^Error: /);
  await look();
  await fillIn(page, { name: 'C. Clerk', role: 'administrator', cameBy: 'PAPER' });
  await fillIn(page, { 'arrivedOn-day': '21', 'arrivedOn-month': '9', 'arrivedOn-year': '2026' });
  await page.click(`main button:has-text("${paperWords.go}")`);
  await page.waitForURL(/\/refer\/[\w-]{22}$/);
  expect(faults).toEqual([]);
  await page.context().close();
});
