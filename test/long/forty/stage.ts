import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from '#test/browser/chromium.ts';
import { faultsOn } from '#test/browser/judge.ts';
import { COMPUTER, openPage, TELEPHONE } from '#test/browser/stage.ts';

/** Where everything that the walk saw is kept, to be read after it. */
export const SEEN = '.cache/forty';

/** Looks at the page that is open: judges it, and takes its picture at the width of a telephone and of a computer. */
export type Look = (name: string) => Promise<void>;

/** A browser whose pages are judged and pictured. `faults` must stay empty. */
export async function stageOfWalk() {
  mkdirSync(`${SEEN}/pictures`, { recursive: true });
  const chromium: Browser = await openChromium();
  const faults: unknown[] = [];
  const pictures: string[] = [];
  const lookOn =
    (page: Page): Look =>
    async (name) => {
      faults.push(...(await faultsOn(page)));
      for (const [width, of] of [
        [TELEPHONE, 'telephone'],
        [COMPUTER, 'computer'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.screenshot({
          path: `${SEEN}/pictures/${name}-${of}.jpeg`,
          type: 'jpeg',
          quality: 40,
          fullPage: true,
        });
      }
      pictures.push(name);
    };
  return {
    faults,
    pictures,
    newPage: async () => {
      const page = await openPage(chromium);
      return { page, look: lookOn(page) };
    },
    close: () => chromium.close(),
  };
}
export type Stage = Awaited<ReturnType<typeof stageOfWalk>>;
