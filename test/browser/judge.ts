import axe from 'axe-core';
import type { Page } from 'playwright-core';
import * as z from 'zod';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe, once it is in the page, has against it as it stands, target sizes among it. */
async function axeViolations(page: Page): Promise<string[]> {
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return violations.parse(found).flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** What stands out of the window sideways: nothing may, or people who enlarge a page scroll to and fro. */
async function overflowing(page: Page): Promise<unknown> {
  return page.evaluate(`[...document.querySelectorAll('body *')]
    .filter((one) => !one.matches('.govuk-visually-hidden, .govuk-skip-link') && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((one) => one.outerHTML.slice(0, 150))`);
}

/** The narrowest width is also that of a window of 1280 px in which everything is enlarged to 400 %. */
const WIDTHS = [320, 1280];

/**
 * Puts axe into the page, in a browser with JavaScript on. A script of its own is compiled once for all pages of a
 * window. `page.evaluate` compiles it for each page, which takes as long as running it.
 */
async function readAxe(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const { exceptionDetails } = await devTools.send('Runtime.evaluate', { expression: axe.source });
  await devTools.detach();
  if (exceptionDetails !== undefined) throw new Error(`axe cannot be read: ${exceptionDetails.text}`);
}

/** What is wrong with the page as it stands, by axe and by what stands out, in a narrow and in a wide window. */
export async function faultsOn(page: Page): Promise<unknown[]> {
  const was = page.viewportSize();
  const faults: unknown[] = [];
  await readAxe(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const found = [await axeViolations(page), await overflowing(page)].flat();
    if (found.length > 0) faults.push(`${width} px: ${await page.title()}`, found);
  }
  if (was) await page.setViewportSize(was);
  return faults;
}

/** Judges each page once, however often it is looked at: by its title and its address without what is random in it. */
export function critic(page: Page) {
  const seen = new Set<string>();
  const faults: unknown[] = [];
  return {
    seen,
    faults,
    look: async () => {
      const here = `${await page.title()} ${new URL(page.url()).pathname.replace(/[\w-]{22}/g, 'draft')}`;
      if (seen.has(here)) return;
      seen.add(here);
      faults.push(...(await faultsOn(page)));
    },
  };
}

/** Whether the element that has the focus shows it. */
export async function showsFocus(page: Page): Promise<unknown> {
  return page.evaluate(`(() => {
    const style = getComputedStyle(document.activeElement);
    const label = document.activeElement.matches('[type=radio], [type=checkbox]')
      ? getComputedStyle(document.activeElement.nextElementSibling, '::before')
      : style;
    const isSeen = ({ outlineStyle, outlineWidth, boxShadow, backgroundColor }) =>
      (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' || backgroundColor === 'rgb(255, 221, 0)';
    return isSeen(style) || isSeen(label);
  })()`);
}
