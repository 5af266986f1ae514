import type { Page } from 'playwright-core';

/** Someone at a page: everything that they press, and every field that they fill in, is counted. */
export function handOn(page: Page) {
  const done = { presses: 0, fields: 0 };
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
      done.presses += 1;
      await page.check(`[name="${name}"][value="${value}"]`);
    },
    fill: async (what: string, text: string) => {
      done.fields += 1;
      await page.fill(what, text);
    },
    /** A link in an email. */
    follow: async (link: string) => {
      done.presses += 1;
      await page.goto(link);
    },
    says: async (text: string) => (await page.textContent('main'))?.includes(text) ?? false,
  };
}
export type Hand = ReturnType<typeof handOn>;
