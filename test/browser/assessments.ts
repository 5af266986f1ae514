import type { Page } from 'playwright-core';
import { inTriage, statusWhen } from '#test/system/api.ts';
import type { Service } from '#test/system/service.ts';
import { signIn } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { assessmentWords as words } from '#web/staff/assessments/words.ts';
import { CAPACITY_AT, DATES_AT, GROUPS_AT } from '#web/staff/settings/capacity/address.ts';
import { capacityWords } from '#web/staff/settings/capacity/words.ts';
import { settingsWords } from '#web/staff/settings/words.ts';
import { accepted } from './beside.ts';
import { pressOn } from './press.ts';

type Look = (name: string) => Promise<void>;

/** Accepts a referral, so that its child waits for an initial assessment. */
export async function onTheList(at: Service, patch: Record<string, unknown> = {}): Promise<string> {
  const reference = await inTriage(at, patch);
  const triager = await signIn(at, reference);
  await triager.send(accepted.fields);
  await move(at, { advance: 'PT6M' });
  await statusWhen(at, reference, accepted.status);
  return reference;
}

async function fillDate(page: Page, name: string, [day, month, year]: readonly [string, string, string]) {
  for (const [part, text] of Object.entries({ day, month, year })) await page.fill(`#${name}-${part}`, text);
}

/** As a service manager: a practitioner with two weekly visits, a group, a term and a closed day. They are set once in a service. */
export async function setCapacity(page: Page, at: Service, look: Look): Promise<void> {
  const mailbox = `kim-${page.viewportSize()?.width}@example.org`;
  await page.goto(`${at.url}/staff/settings`);
  if ((await page.textContent('main'))?.includes(mailbox)) return;
  await page.goto(`${at.url}/staff/settings/new`);
  await page.fill('#name', 'Kim Park');
  await page.fill('#mailbox', mailbox);
  await page.check('[name="role-PRACTITIONER"]');
  await page.click(`main button:has-text("${settingsWords.add}")`);
  await page.goto(`${at.url}${CAPACITY_AT}`);
  await page.check('[name="person"] >> nth=-1');
  await page.check('[name="locality"][value="Taunton"]');
  await page.click(`button:has-text("${capacityWords.add}")`);
  await page.check('[name="day"][value="TUESDAY"]');
  await page.fill('#at', '9:30am, 11am');
  await fillDate(page, 'from', ['28', '9', '2026']);
  await page.click(`button:has-text("${capacityWords.saveSlots}")`);
  await look('capacity-practitioner');
  await page.goto(`${at.url}${GROUPS_AT}/new`);
  for (const [name, value] of Object.entries({ pathway: 'PORTAGE_GROUP', locality: 'Yeovil', day: 'MONDAY' })) {
    await page.check(`[name="${name}"][value="${value}"]`);
  }
  const venue = { venue: 'Example Hall, Example Street', access: 'Ramp at the side door' };
  const said = { name: 'Portage group in Yeovil', ...venue, places: '6', at: '10am', ends: '11:30am' };
  for (const [name, text] of Object.entries(said)) await page.fill(`#${name}`, text);
  await fillDate(page, 'from', ['28', '9', '2026']);
  await look('capacity-group');
  await page.click(`button:has-text("${capacityWords.saveGroup}")`);
  await page.goto(`${at.url}${DATES_AT}`);
  await page.fill('#why', 'Training day');
  await fillDate(page, 'closed', [page.viewportSize()?.width === 375 ? '16' : '23', '10', '2026']);
  await page.click(`button:has-text("${capacityWords.saveClosed}")`);
  await look('capacity-dates');
  await page.goto(`${at.url}${CAPACITY_AT}`);
  await look('capacity');
}

/** Books the first child that is to be booked, for this day of October 2026 at 10am. */
export async function bookFirst(page: Page, at: Service, day: string, look: Look): Promise<void> {
  await page.goto(`${at.url}/staff/assessments`);
  await look('assessments');
  await page.click(`a:has-text("${words.book}") >> nth=0`);
  await page.check('[name="person"] >> nth=0');
  await fillDate(page, 'on', [day, '10', '2026']);
  await page.fill('#at', '10am');
  await look('assessment-book');
  await pressOn(page, `button:has-text("${words.bookButton}")`);
  await page.waitForSelector(`button:has-text("${words.moveButton}")`);
  await look('assessment-booked');
}

/** Records that the visit whose time has passed was done: the child joins the list for home visits. */
export async function recordFirst(page: Page, at: Service, look: Look): Promise<void> {
  await page.goto(`${at.url}/staff/assessments`);
  await page.click(`a:has-text("${words.record}") >> nth=0`);
  await look('assessment-record');
  await page.check('[name="outcome"][value="HOME_VISITING"]');
  if ((await page.$('[name="band"]')) !== null) await page.check('[name="band"][value="2"]');
  await pressOn(page, `button:has-text("${words.doneButton}")`);
  await page.waitForSelector(`text=${words.done}`);
  await look('assessment-done');
}
