import type { Page } from 'playwright-core';
import { inTriage, statusWhen, submit } from '#test/system/api.ts';
import type { Service } from '#test/system/service.ts';
import { SECOND, signIn } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { move } from '#test/system/window.ts';
import { safeContactWords } from '#web/staff/safe-contact/words.ts';
import { enterArea } from './area.ts';
import { fillIn } from './form.ts';
import { openTask } from './triager.ts';

const parent = { name: 'P. Parent (fictional)' };
const byPost = { family: { parents: [{ ...parent, address: '1 Example Road, Taunton, TA1 9ZZ' }] } };
const flagged = { email: 'parent@example.org', safeContact: 'Only by email, in the morning' };

/** A decision, and the status that it leads to. */
interface Said {
  readonly fields: Readonly<Record<string, string>>;
  readonly status: string;
}

export const accepted: Said = {
  fields: { outcome: 'ACCEPT_INITIAL_ASSESSMENT', reason: 'Delay in 2 areas' },
  status: 'ON_WAITING_LIST',
};
export const declined: Said = {
  fields: {
    outcome: 'DECLINE',
    reason: 'One area alone is delayed',
    message: 'Your nursery can help Juniper with her first words.',
  },
  status: 'DECLINED',
};

/** The work that is asked for by a letter to a family without an email address, with the letter behind its link. */
export async function openLetters(page: Page, at: Service, { fields, status }: Said): Promise<void> {
  const reference = await inTriage(at, byPost);
  const triager = await signIn(at, reference);
  await triager.send(fields);
  await move(at, { advance: 'PT6M' });
  await statusWhen(at, reference, status);
  await enterArea(page, at, 'manager@example.org');
  const todo = page.locator(`form:has([name="open"][value^="${reference}-PRINT_LETTER"]) button`);
  await until('a letter is to be printed', async () => {
    if ((await todo.count()) > 0) return true;
    await page.reload();
    return undefined;
  });
  await todo.click();
  await page.waitForSelector(LETTER);
}

/** The link to a letter that is to be printed. */
export const LETTER = 'main a[href*="/letter/"]';

/** Records that an email to a parent is safe, and opens what a second person is asked to confirm. */
export async function openConfirm(page: Page, at: Service, look = async () => {}): Promise<void> {
  const reference = await inTriage(at, { family: { parents: [{ ...parent, ...flagged }] } });
  await openTask(page, at, reference);
  await page.goto(`${page.url().replace(/[?#].*/, '')}/safe-contact`);
  await look();
  await fillIn(page, { parent: '0', channel: 'EMAIL', reason: 'She said so when we phoned her' });
  await fillIn(page, { 'on-day': '24', 'on-month': '12', 'on-year': '2026' });
  await page.click(`main button:has-text("${safeContactWords.button}")`);
  await page.context().clearCookies();
  await enterArea(page, at, SECOND);
  await page.click(`form:has([name="open"][value^="${reference}-CONFIRM_CHANNEL"]) button`);
  await page.waitForURL(/CONFIRM_CHANNEL/);
}

/** Refers a child with this NHS number twice, and opens the second referral beside the first. */
export async function openDuplicate(page: Page, at: Service, nhsNumber: string): Promise<void> {
  const child = { child: { firstName: 'Juniper', lastName: 'Quixotica', dob: '2024-09-10', nhsNumber } };
  await inTriage(at, child);
  const second = await submit(at, 'C01', child);
  await statusWhen(at, second, 'HELD_AS_DUPLICATE');
  await openTask(page, at, second);
}
