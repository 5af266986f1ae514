import type { Page } from 'playwright-core';

const PRESSED = 'main button, main input[type="submit"], main [role="button"]';
/** How often a button leads on to a page whose buttons are pressed too. */
const DEEP = 2;

/** What a scanner with a real browser met. */
export interface Met {
  readonly statuses: number[];
  readonly scriptErrors: string[];
}

/**
 * What a mail scanner with a real browser does to a link: it lets the scripts of the page run and presses every button, each
 * on the page as it was opened, then those of the page that came of it. It keeps cookies.
 */
export async function scanWithScripts(page: Page, link: string): Promise<Met> {
  const met: Met = { statuses: [], scriptErrors: [] };
  page.on('response', (response) => met.statuses.push(response.status()));
  page.on('pageerror', ({ message }) => met.scriptErrors.push(message));
  await pressAll(page, async () => void (await page.goto(link)), DEEP);
  return met;
}

async function pressAll(page: Page, open: () => Promise<void>, deep: number): Promise<void> {
  await open();
  const count = await page.locator(PRESSED).count();
  for (let n = 0; n < count; n += 1) {
    const pressed = async () => {
      await open();
      const button = page.locator(PRESSED).nth(n);
      if (!(await button.isVisible())) return;
      await button.click();
      await page.waitForLoadState();
    };
    if (deep > 1) await pressAll(page, pressed, deep - 1);
    else await pressed();
  }
}
