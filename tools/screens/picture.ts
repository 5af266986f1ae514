import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { COMPUTER, TELEPHONE } from '#test/browser/stage.ts';

const folder = fileURLToPath(new URL('../../docs/screens/', import.meta.url));
/** A picture of more than this is mostly more of the same. */
const MOST_HEIGHT = 2400;

/** Keeps the page as it stands, under its name and the width of its window. `from`: of a long page, the part from this element on. */
export async function picture(page: Page, name: string, from = 'html'): Promise<void> {
  const width = page.viewportSize()?.width ?? COMPUTER;
  await page.evaluate('window.scrollTo(0, 0)');
  const y = Math.floor((await page.locator(from).boundingBox())?.y ?? 0);
  const whole = Number(await page.evaluate('document.documentElement.scrollHeight'));
  const height = Math.min(MOST_HEIGHT, whole - y);
  await page.screenshot({
    path: `${folder}${name}-${width === TELEPHONE ? 'telephone' : 'computer'}.jpeg`,
    type: 'jpeg',
    quality: 40,
    fullPage: true,
    clip: { x: 0, y, width, height },
  });
}
