import type { Page } from 'playwright-core';
import { londonDateOf } from '#domain/values/dates.ts';
import { inTriage, statusWhen } from '#test/system/api.ts';
import type { Service } from '#test/system/service.ts';
import { codesTo, signIn } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { mailsAbout, move } from '#test/system/window.ts';
import { sharedWords, viewWords } from '#web/shared/words.ts';
import { closingAt } from '#web/staff/closing/address.ts';
import { closingWords } from '#web/staff/closing/words.ts';
import { GROUPS_AT } from '#web/staff/groups/address.ts';
import { groupsWords } from '#web/staff/groups/words.ts';
import { jointAt } from '#web/staff/joint/address.ts';
import { jointWords } from '#web/staff/joint/words.ts';
import { GROUPS_AT as GROUP_SETTINGS_AT } from '#web/staff/settings/capacity/address.ts';
import { capacityWords } from '#web/staff/settings/capacity/words.ts';
import { SERVICES_AT } from '#web/staff/settings/services/page.ts';
import { serviceWords } from '#web/staff/settings/services/words.ts';
import { handOn } from './hand.ts';
import { pressOn } from './press.ts';

type Look = (name: string) => Promise<void>;
type Group = 'PORTAGE_GROUP' | 'LITTLE_TREASURES';

/** The services that decide with us on Little Treasures, each with its mailbox. */
export const services = [
  { name: 'SEND Support', mailbox: 'send-support@example.org' },
  { name: 'Physiotherapy', mailbox: 'physio@example.org' },
] as const;

/** The triage team invites a child to a group: the child waits for a place. */
export async function invited(at: Service, outcome: 'INVITE_GROUP' | 'INVITE_LITTLE_TREASURES'): Promise<string> {
  const reference = await inTriage(at, { locality: 'Taunton' });
  await (await signIn(at, reference)).send({ outcome, reason: 'She learns from other children' });
  await move(at, { advance: 'PT6M' });
  await statusWhen(at, reference, 'ON_WAITING_LIST');
  return reference;
}

/** As a service manager: one place in a group that meets on this day of the week in Taunton. */
export async function setGroup(page: Page, at: Service, pathway: Group, name: string, day: string): Promise<void> {
  await page.goto(`${at.url}${GROUP_SETTINGS_AT}/new`);
  const chosen = { pathway, locality: 'Taunton', day };
  for (const [field, value] of Object.entries(chosen)) await page.check(`[name="${field}"][value="${value}"]`);
  const venue = { venue: 'Example Hall, Example Street', access: 'Ramp at the side door' };
  const said = { name, ...venue, places: '1', at: '10am', ends: '11:30am' };
  const from = { 'from-day': '28', 'from-month': '9', 'from-year': '2026' };
  for (const [field, text] of Object.entries({ ...said, ...from })) await page.fill(`#${field}`, text);
  await page.click(`button:has-text("${capacityWords.saveGroup}")`);
}

/** As a service manager: the services that decide with us. */
export async function setServices(page: Page, at: Service, look: Look): Promise<void> {
  for (const { name, mailbox } of services) {
    await page.goto(`${at.url}${SERVICES_AT}`);
    await page.fill('#name', name);
    await page.fill('#mailbox', mailbox);
    await page.uncheck('[name="offered"]');
    await page.check('[name="decides"]');
    await page.click(`button:has-text("${serviceWords.save}")`);
  }
  await look('joint-services');
}

/** As a service manager: the first parent agreed on the phone that these services read the referral. */
export async function agreeTogether(page: Page, at: Service, reference: string, look: Look): Promise<void> {
  await page.goto(`${at.url}${jointAt(reference)}`);
  await page.check('[name="who"][value="0"]');
  await page.check('[name="how"][value="PHONE"]');
  const [year = '', month = '', day = ''] = londonDateOf(await move(at, { advance: 'PT1S' })).split('-');
  for (const [part, text] of Object.entries({ day, month, year })) await page.fill(`#on-${part}`, text);
  await look('joint-agree');
  await page.click(`button:has-text("${jointWords.agreeButton}")`);
  await page.waitForSelector(`text=${jointWords.done}`);
}

/** As someone in another service: opens the link by the code in its mailbox. */
export async function openAsService(page: Page, at: Service, reference: string, mailbox: string): Promise<void> {
  const link = await until(`${mailbox} has a link`, async () => {
    const mails = (await mailsAbout(at, reference)).filter(({ to }) => to.includes(mailbox));
    return mails.flatMap(({ text }) => /\bhttp\S+\/shared\/l\/\S+/.exec(text)?.[0] ?? []).at(-1);
  });
  await page.goto(link);
  await page.click('main form button');
  await page.fill('#code', await until('a code came', async () => (await codesTo(at, mailbox)).at(-1)));
  await page.click('main form button >> nth=0');
  await page.waitForSelector(`text=${sharedWords.agreedJoint}`);
}

/** The same, on the page of the referral: says that this is right for the child. */
export async function sayView(page: Page, name: string, look: Look): Promise<void> {
  await page.check('[name="what"][value="AGREE"]');
  const said = { reason: 'She is safe in water and likes to be near others', name, role: 'Physiotherapist' };
  for (const [field, text] of Object.entries(said)) await page.fill(`#${field}`, text);
  await look('joint-view');
  await page.click(`button:has-text("${viewWords.button}")`);
  await page.waitForSelector(`text=${viewWords.thanks}`);
  await look('joint-said');
}

/** As a service manager: one service has answered, someone in the other said yes on the phone. */
export async function decideTogether(page: Page, at: Service, reference: string, look: Look): Promise<void> {
  await page.goto(`${at.url}${jointAt(reference)}`);
  await page.fill('[name^="name-SERVICE"]', 'Jo Hill, SEND adviser');
  await page.fill('[name^="said-SERVICE"]', 'They know her and agree');
  await page.check('[name="isYes"][value="YES"]');
  await page.fill('#reason', 'She can join the group from the start');
  await page.fill('#took', 'Sam Green, Jo Hill, Lee Ash');
  await look('joint-decide');
  await page.click(`button:has-text("${jointWords.decideButton}")`);
  await page.waitForSelector(`text=${jointWords.done}`);
  await look('joint-decided');
}

/** Fills in the register of this group for its last session, from the list of groups, and says in how many presses. */
export async function fillRegister(page: Page, at: Service, group: string, look: Look): Promise<number> {
  const hand = handOn(page);
  await page.goto(`${at.url}${GROUPS_AT}`);
  await look('groups');
  await hand.press(`main h2:has-text("${group}") + p + ul a >> nth=0`);
  await page.waitForSelector(`text=${groupsWords.question}`);
  await look('register');
  await hand.pressButton(groupsWords.save);
  await page.waitForSelector(`text=${groupsWords.saved}`);
  await look('register-saved');
  return hand.done.presses;
}

/** As a service manager: closes the support of a child whose group is over. */
export async function closeGroup(page: Page, at: Service, reference: string, look: Look): Promise<void> {
  await page.goto(`${at.url}${closingAt(reference)}`);
  await page.check('[name="why"][value="FINISHED"]');
  await page.fill('#report', 'She joins in with songs and plays beside others.');
  await look('group-closing');
  await pressOn(page, `button:has-text("${closingWords.button}")`);
  await page.waitForSelector(`text=${closingWords.done}`);
}
