import type { Page } from 'playwright-core';
import * as z from 'zod';
import { until } from '#test/system/until.ts';
import { showsFocus } from './judge.ts';

const stopSchema = z.object({
  tag: z.string(),
  type: z.string(),
  name: z.string(),
  value: z.string(),
  text: z.string(),
  isInSight: z.boolean(),
});
/** What has the focus. */
export type Stop = z.infer<typeof stopSchema>;

const describeStop = `(() => {
  const one = document.activeElement;
  const { left, top, right, bottom } = one.getBoundingClientRect();
  return {
    tag: one.tagName,
    type: one.getAttribute('type') ?? '',
    name: one.getAttribute('name') ?? '',
    value: one.value ?? '',
    text: (one.textContent ?? '').trim(),
    isInSight: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
  };
})()`;

const stopOn = async (page: Page) => stopSchema.parse(await page.evaluate(describeStop));

/** Someone who has a keyboard and no mouse. Every stop of the focus that does not show is kept in `unseen`. */
export function typist(page: Page) {
  const unseen: unknown[] = [];

  async function tab(): Promise<Stop> {
    await page.keyboard.press('Tab');
    const stop = await stopOn(page);
    if (stop.tag !== 'BODY' && !((await showsFocus(page)) && stop.isInSight)) unseen.push(page.url(), stop);
    return stop;
  }

  /** Tabs on until something has the focus that is meant. */
  async function tabTo(what: string, isMeant: (stop: Stop) => boolean): Promise<Stop> {
    const longest = 90;
    for (let stops = 0; stops < longest; stops += 1) {
      const stop = await tab();
      if (isMeant(stop)) return stop;
    }
    throw new Error(`The focus never came to ${what} on ${page.url()}.`);
  }

  /** Opens a link or presses a button, and waits for the page that it leads to. */
  async function press(text: string, tag: 'A' | 'BUTTON'): Promise<void> {
    await tabTo(text, (stop) => stop.tag === tag && stop.text.startsWith(text));
    const left = await mark(page);
    await page.keyboard.press('Enter');
    await until(`"${text}" has led on from ${page.url()}`, () => isElsewhere(page, left));
  }

  /** Answers a question by its name: types, or chooses with the keys for it. */
  async function answer(name: string, text: string): Promise<void> {
    const { type, tag, value } = await tabTo(name, (stop) => stop.name === name);
    if (type === 'checkbox') await page.keyboard.press('Space');
    else if (type === 'radio') await choose(value, text, 'Space');
    else if (tag === 'SELECT') await choose(value, text);
    else await page.keyboard.type(text);
  }

  async function choose(first: string, wanted: string, begin?: string): Promise<void> {
    if (begin) await page.keyboard.press(begin);
    const longest = 30;
    let chosen = first;
    for (let keys = 0; chosen !== wanted; keys += 1) {
      if (keys === longest) throw new Error(`The keys never came to ${wanted} on ${page.url()}.`);
      await page.keyboard.press('ArrowDown');
      chosen = (await stopOn(page)).value;
    }
  }
  return { unseen, tabTo, press, answer };
}

/** Marks the document that is open, to see when another has taken its place. */
async function mark(page: Page): Promise<string> {
  const own = crypto.randomUUID();
  await page.evaluate(`document.documentElement.dataset.mark = '${own}'`);
  return own;
}

async function isElsewhere(page: Page, left: string): Promise<true | undefined> {
  try {
    const state = await page.evaluate('[document.readyState, document.documentElement.dataset.mark ?? ""].join(" ")');
    return state !== `complete ${left}` && String(state).startsWith('complete') ? true : undefined;
  } catch {
    // The document went away while it was looked at.
    return undefined;
  }
}
