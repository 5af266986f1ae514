import axe from 'axe-core';
import type { Page } from 'playwright-core';
import * as z from 'zod';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe has against the page as it stands, target sizes among it. It runs only in a browser with JavaScript on. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations)`,
  );
  return violations.parse(found).flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** What stands out of the window sideways: nothing may, or people who enlarge a page scroll to and fro. */
export async function overflowing(page: Page): Promise<unknown> {
  return page.evaluate(`[...document.querySelectorAll('body *')]
    .filter((one) => !one.matches('.govuk-visually-hidden, .govuk-skip-link') && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((one) => one.outerHTML.slice(0, 150))`);
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
