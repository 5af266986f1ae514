import type { Page } from 'playwright-core';

/** Someone at a page: every link and button that they press, every choice and every field is counted. */
export function handOn(page: Page) {
  const done = { presses: 0, choices: 0, fields: 0 };
  const press = async (what: string) => {
    done.presses += 1;
    await page.click(what);
  };
  return {
    page,
    done,
    press,
    pressButton: (text: string) => press(`main button:has-text("${text}") >> nth=0`),
    pressLink: (text: string) => press(`a:has-text("${text}") >> nth=0`),
    select: async (name: string, value: string) => {
      done.choices += 1;
      await page.check(`[name="${name}"][value="${value}"]`);
    },
    /** Of several choices with this label, the nth. */
    selectLabel: async (label: string, n = 0) => {
      done.choices += 1;
      await page.getByLabel(label, { exact: true }).nth(n).check();
    },
    fill: async (what: string, text: string) => {
      done.fields += 1;
      await page.fill(what, text);
    },
    enterDate: async (name: string, date: string) => {
      const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
      done.fields += 1;
      for (const [part, text] of Object.entries({ day, month, year })) await page.fill(`#${name}-${part}`, text);
    },
    /** A link in an email. */
    follow: async (link: string) => {
      done.presses += 1;
      await page.goto(link);
    },
    /** How far the page stands out of the window sideways, in pixels. */
    overflow: () =>
      page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    /** Waits until the page says this, in its heading or below. */
    reads: (text: string) => page.locator('main', { hasText: text }).waitFor(),
    /** Waits for the page with this in its heading. */
    isAt: (heading: string) => page.locator('h1', { hasText: heading }).waitFor(),
  };
}
export type Hand = ReturnType<typeof handOn>;
