import type { Page } from 'playwright-core';

/** Presses, and waits for the page that comes of it. A form that is kept in the browser first asks whether the service answers. */
export async function pressOn(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.click(button)]);
}
