import type { Page } from 'playwright-core';
import { accepted, declined, LETTER, openLetters } from '#test/browser/beside.ts';
import { COMPUTER, TELEPHONE } from '#test/browser/stage.ts';
import type { Service } from '#test/system/service.ts';
import { LETTERS_AT } from '#web/staff/letters/address.ts';
import { picture } from './picture.ts';

/** The width of a sheet of A4 in the pixels of a browser. */
const A4 = 794;

/** A letter to a family without an email address, once it is accepted and once it is not, and the list of those to print. */
export async function letters(page: Page, at: Service): Promise<void> {
  for (const [name, said] of Object.entries({ accepted, declined })) {
    await openLetters(page, at, said);
    await page.click(LETTER);
    await page.waitForSelector('.app-letter');
    await picture(page, `letter-${name}`);
    if (page.viewportSize()?.width !== TELEPHONE) await printed(page, `letter-${name}-printed`);
    if (name === 'declined') {
      await page.goto(at.url + LETTERS_AT);
      await picture(page, 'letters-to-print');
    }
    await page.context().clearCookies();
  }
}

/** The same on a sheet of A4, within the margins that a printer leaves. */
async function printed(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: A4, height: 800 });
  await page.evaluate("document.body.style.padding = '75px'");
  await picture(page, name);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: COMPUTER, height: 800 });
}
