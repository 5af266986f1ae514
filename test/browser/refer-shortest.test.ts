import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { answers as fewest } from '#test/http/form/world.ts';
import { SAVE_BUTTON } from '#web/form/engine/words.ts';
import { ADD_BUTTON } from '#web/form/files/words.ts';
import { pdf } from './documents.ts';
import { fillIn, referenceOn, SEND } from './form.ts';
import { stage } from './stage.ts';

const at = stage();

/**
 * The pages and presses of issue 9, and one page that a rule needs: social care, because its answer says whether a parent
 * may be written to (`familyDestination`).
 */
const MOST_PAGES = 22 + 1;
const MOST_PRESSES = 22;

const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...fewest,
  eha: { 'earlyHelpAssessment.attached': 'yes' },
  'social-care': { 'socialCare.status': 'NONE' },
};

/** What a professional who wants to be done presses on a page, and how: what is filled in, then one press. */
async function press(page: Page, path: string): Promise<void> {
  if (path === 'refer') {
    await page.check('[name="who"][value="professional"]');
    return page.click('main button:has-text("Continue")');
  }
  if (await page.locator('#file').isVisible()) {
    await page.setInputFiles('#file', pdf);
    return page.click(`button:has-text("${ADD_BUTTON}")`);
  }
  if (await page.locator('[name="declared"]').isVisible()) {
    await page.check('[name="declared"]');
    return page.click(SEND);
  }
  if (await page.locator(`button:has-text("${SAVE_BUTTON}")`).isVisible()) {
    await fillIn(page, answers[path] ?? {});
    return page.click(`button:has-text("${SAVE_BUTTON}")`);
  }
  await page.locator('main a.govuk-button').last().click();
}

it('a professional with an Early Help Assessment and one document has a reference on the shortest honest road', async () => {
  const page = await at.newPage({ javaScript: false });
  const seen: string[] = [];
  await page.goto(at.service.url);
  const pathOf = () => new URL(page.url()).pathname.replace(/^\/refer\/[\w-]{22}\/?/, '').replace(/^\//, '');
  for (let presses = 0; presses <= MOST_PRESSES && pathOf() !== 'sent'; presses += 1) {
    seen.push(pathOf());
    await Promise.all([page.waitForEvent('load'), press(page, pathOf())]);
  }
  expect(pathOf()).toBe('sent');
  expect(await referenceOn(page)).toMatch(/^[2-9A-Z]{11}$/);
  expect(seen.length).toBeLessThanOrEqual(MOST_PRESSES);
  expect(seen.length + 1).toBeLessThanOrEqual(MOST_PAGES);
  expect(seen).toEqual(
    expect.arrayContaining(['other-help', 'social-care', 'setting', 'tool', 'ages', 'health', 'more']),
  );
  await page.context().close();
});
