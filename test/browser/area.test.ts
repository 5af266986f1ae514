import { expect, it } from 'vitest';
import { inTriage } from '#test/system/api.ts';
import { FIRST } from '#test/system/triage.ts';
import { areaWords } from '#web/staff/area/words.ts';
import { GROUPS_AT } from '#web/staff/groups/address.ts';
import { settingsWords } from '#web/staff/settings/words.ts';
import { SHARES_AT } from '#web/staff/shares/address.ts';
import { enterArea } from './area.ts';
import { critic } from './judge.ts';
import { stage } from './stage.ts';

const at = stage();
const MANAGER = 'manager@example.org';

it('a triager signs in, opens a task from the list and signs out, and no page has a fault', async () => {
  const reference = await inTriage(at.service);
  const page = await at.newPage();
  const { look, faults } = critic(page);
  await enterArea(page, at.service, FIRST, look);
  await look();
  await page.click(`button:has-text("${reference}")`);
  await page.waitForSelector('[name="outcome"]');
  await look();
  await page.goto(`${at.service.url}/staff`);
  await page.click(`button:has-text("${areaWords.signOut}")`);
  await look();
  await page.goto(`${at.service.url}/staff`);
  await page.waitForURL(/\/staff\/sign-in$/);
  expect(faults).toEqual([]);
  await page.context().close();
});

it('a manager changes the team without JavaScript: leave, a new person, and one who leaves', async () => {
  const page = await at.newPage({ width: 375, javaScript: false });
  await enterArea(page, at.service, MANAGER);
  await page.click(`a:has-text("${areaWords.settings}")`);
  await page.click(`a:has-text("${settingsWords.change} triage-2")`);
  for (const [name, text] of Object.entries({ from: '1', to: '9' })) {
    await page.fill(`#${name}-day`, text);
    await page.fill(`#${name}-month`, '10');
    await page.fill(`#${name}-year`, '2026');
  }
  await page.click('button:has-text("Add leave")');
  expect(await page.textContent('main')).toContain('1 October 2026 to 9 October 2026');
  await page.goto(`${at.service.url}/staff/settings/new`);
  await page.fill('#name', 'Nat New');
  await page.fill('#mailbox', 'nat@example.org');
  await page.check('[name="role-TRIAGER"]');
  await page.click(`main button:has-text("${settingsWords.add}")`);
  await page.click(`a:has-text("${settingsWords.remove}")`);
  await page.click(`main button:has-text("${settingsWords.remove}")`);
  await page.waitForURL(/\/staff\/settings$/);
  expect(await page.textContent('main')).toContain('Nat New left the team');
  await page.context().close();
});

it('the pages of the settings, and of the decisions, have no fault, with mistakes and without', async () => {
  const page = await at.newPage();
  const { look, faults } = critic(page);
  await enterArea(page, at.service, MANAGER);
  for (const path of [
    '',
    '/duty',
    '/letters',
    '/towns',
    '/mailboxes',
    '/capacity',
    '/capacity/groups/new',
    '/capacity/dates',
    '/new',
  ]) {
    await page.goto(`${at.service.url}/staff/settings${path}`);
    await look();
  }
  await page.goto(`${at.service.url}${SHARES_AT}`);
  await look();
  await page.goto(`${at.service.url}${GROUPS_AT}`);
  await look();
  await page.goto(`${at.service.url}/staff/settings/new`);
  await page.click(`main button:has-text("${settingsWords.add}")`);
  expect(await page.title()).toMatch(/^Error: /);
  await look();
  await page.goto(`${at.service.url}/staff/settings`);
  await page.click(`a:has-text("${settingsWords.change}") >> nth=0`);
  await look();
  await page.click(`a:has-text("${settingsWords.remove}")`);
  await look();
  expect(faults).toEqual([]);
  await page.context().close();
});
