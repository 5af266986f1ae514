import type { Page } from 'playwright-core';
import type { Service } from '#test/system/service.ts';
import { codesTo, FIRST, linkTo } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { mailsAbout } from '#test/system/window.ts';

/** Follows the e-mailed link of a triager, code and all, to the page of the task. */
export async function openTask(page: Page, at: Service, reference: string): Promise<void> {
  const link = await linkTo(at, reference);
  // People are asked a moment before the case waits for them; no person is as quick as that.
  await until('the link led somewhere', async () => ((await fetch(link)).ok ? true : undefined));
  await enterAs(page, at, link, FIRST);
  await page.waitForSelector('[name="outcome"]');
}

/** Follows a link of staff, with the code that is mailed to this mailbox, to the page behind it. */
export async function enterAs(page: Page, at: Service, link: string, mailbox: string): Promise<void> {
  const before = (await codesTo(at, mailbox)).length;
  await page.goto(link);
  await page.click('main button');
  await page.fill('#code', await until('a code came', async () => (await codesTo(at, mailbox))[before]));
  await page.click('main button >> nth=0');
  await page.waitForURL(/\/triage\/tasks\//);
}

/** The same from the newest email that names it: a digest leads to their work, and a button of it to what is to be done. */
export async function enterFromDigest(page: Page, at: Service, reference: string, mailbox: string): Promise<void> {
  const link = await until(`${mailbox} has a digest about ${reference}`, async () => {
    const mails = (await mailsAbout(at, reference)).filter(({ to }) => to.includes(mailbox));
    return mails.flatMap(({ text }) => /\bhttp\S+\/(staff|triage)\/l\/\S+/.exec(text)?.[0] ?? []).at(-1);
  });
  if (link.includes('/triage/l/')) return enterAs(page, at, link, mailbox);
  const before = (await codesTo(at, mailbox)).length;
  await page.goto(link);
  await page.click('main button');
  await page.fill('#code', await until('a code came', async () => (await codesTo(at, mailbox))[before]));
  await page.click('main button >> nth=0');
  await page.waitForURL(/\/staff$/);
  await page.click(`form:has([name="open"][value^="${reference}"]) button`);
  await page.waitForURL(/\/triage\/tasks\//);
}
