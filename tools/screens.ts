import type { Page } from 'playwright-core';
import { enterArea } from '#test/browser/area.ts';
import { fillCheck } from '#test/browser/check-form.ts';
import { openChromium } from '#test/browser/chromium.ts';
import { begin, REFERRER, saveAt, send } from '#test/browser/form.ts';
import { addMeetings } from '#test/browser/meetings.ts';
import { newcomer } from '#test/browser/newcomer.ts';
import { COMPUTER, openPage, TELEPHONE } from '#test/browser/stage.ts';
import { inTriage } from '#test/system/api.ts';
import { endAll, type Service, start } from '#test/system/service.ts';
import { codesTo } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { move } from '#test/system/window.ts';
import { assessments } from './screens/assessments.ts';
import { complaint } from './screens/complaint.ts';
import { operators } from './screens/console.ts';
import { familyPage } from './screens/family-page.ts';
import { groups } from './screens/groups.ts';
import { letters } from './screens/letters.ts';
import { lists } from './screens/lists.ts';
import { picture } from './screens/picture.ts';
import { plan } from './screens/plan.ts';
import { referrer } from './screens/referrer.ts';
import { safeChannel } from './screens/safe-channel.ts';
import { startingSchool } from './screens/starting-school.ts';
import { duplicate, triage } from './screens/triage.ts';
import { visits } from './screens/visits.ts';

/** The service of the part that is shown now: each has one of its own, because each moves the clock. */
let service: Service;
const chromium = await openChromium();

/** The pages on the way of one referral, each as it is when someone is there. */
async function referral(page: Page): Promise<void> {
  await page.goto(service.url);
  await picture(page, 'start');
  const address = await begin(page, service);
  for (const path of ['risk', 'you', 'agreement', 'child', 'parents/1', 'home']) await saveAt(page, address, path);
  await page.goto(address);
  await picture(page, 'task-list');
  await saveAt(page, address, 'tool');
  const months = {
    manipulative: '10',
    locomotor: '12',
    visual: '18',
    speech_and_language: '9.5',
    self_care_social: '13',
  };
  const ages = Object.entries(months).map(([area, age]) => [`development.${area}.age`, age]);
  await saveAt(page, address, 'ages', Object.fromEntries(ages));
  await page.waitForURL(/\/ages\/read$/);
  await picture(page, 'development');
  await page.goto(address);
  await newcomer(page, address).goOn(async () => undefined);
  await page.goto(`${address}/evidence`);
  await picture(page, 'evidence');
  await page.goto(`${address}/check`);
  await picture(page, 'check-answers');
  await move(service, { advance: 'PT10M' });
  await send(page);
  await picture(page, 'confirmation');
}

async function check(page: Page): Promise<void> {
  await page.goto(`${service.url}/check`);
  await page.click('main button');
  await picture(page, 'check-errors');
  await page.goto(`${service.url}/check`);
  await fillCheck(page);
  await page.click('main button');
  await picture(page, 'check-answer');
}

/** The calendar, and a meeting with its agenda and its pack. */
async function meetings(page: Page): Promise<void> {
  await enterArea(page, service, 'manager@example.org');
  await page.goto(`${service.url}/staff/settings/meetings`);
  if ((await page.$('main dl')) === null) await addMeetings(page);
  await picture(page, 'staff-meeting-dates');
  await inTriage(service);
  await page.goto(`${service.url}/staff/meetings/2026-09-29`);
  await picture(page, 'staff-agenda');
  await page.goto(`${service.url}/staff/meetings/2026-09-29/pack`);
  await picture(page, 'staff-pack');
}

/** The list of the referrals of a mailbox, behind the code that was sent to it. */
async function mine(page: Page): Promise<void> {
  await inTriage(service);
  await move(service, { advance: 'PT16M' });
  const before = (await codesTo(service, REFERRER)).length;
  await page.goto(`${service.url}/referral/mine`);
  await page.fill('[name="mailbox"]', REFERRER);
  await page.click('main button');
  const code = await until('a code came', async () => (await codesTo(service, REFERRER))[before]);
  await page.fill('[name="code"]', code);
  await page.click('main button');
  await page.waitForURL('**/referral/mine/list');
  await picture(page, 'your-referrals');
}

/** Of a family of its own at each width: the others live at one. */
const postcodes = [{ postcode: 'BA11 9ZZ' }, { postcode: 'BA21 9ZZ' }];

async function staffArea(page: Page): Promise<void> {
  for (const locality of ['Frome', 'Yeovil']) await inTriage(service, { locality });
  const reference = await inTriage(service, postcodes.pop());
  await page.goto(`${service.url}/staff`);
  await picture(page, 'staff-sign-in');
  await enterArea(page, service, 'manager@example.org');
  await picture(page, 'staff-today');
  await page.click('a:text-is("Triage")');
  await page.click('button[name="claim"] >> nth=0');
  await page.waitForSelector('button[name="release"]');
  await picture(page, 'staff-queue');
  await page.click(`tbody th a:text-is("${reference}")`);
  await page.waitForSelector('#comment');
  await picture(page, 'staff-record');
  await page.click('a:has-text("Settings")');
  await picture(page, 'staff-settings');
  for (const part of ['duty', 'mailboxes']) {
    await page.goto(`${service.url}/staff/settings/${part}`);
    await picture(page, `staff-${part}`);
  }
}

/** What is shown, in this order. `npm run screens -- triage letters` takes the pictures of these two alone. */
const parts = {
  referral,
  check,
  mine,
  triage,
  staffArea,
  meetings,
  duplicate,
  safeChannel,
  referrer,
  letters,
  assessments,
  plan,
  visits,
  groups,
  lists,
  familyPage,
  complaint,
  startingSchool,
  operators,
};
const wanted = process.argv.slice(2);
const shown = Object.entries(parts).filter(([name]) => wanted.length === 0 || wanted.includes(name));

for (const [, show] of shown) {
  service = await start({ now: '2026-09-24T09:00' });
  for (const width of [TELEPHONE, COMPUTER]) {
    const page = await openPage(chromium, { width });
    await show(page, service);
    await page.context().close();
  }
  await endAll();
}
await chromium.close();
