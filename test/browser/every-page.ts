import { globSync, readFileSync } from 'node:fs';
import nunjucks from 'nunjucks';
import { vi } from 'vitest';
import { everyPageAsHtml } from '#tools/readability/pages.ts';
import { styleSheet } from '#web/layout/templates.ts';
import { areaPages } from '../../bench/pages/area-pages.ts';
import { letterPages } from '../../bench/pages/letter-pages.ts';
import { staffPages } from '../../bench/pages/staff-pages.ts';
import { openChromium } from './chromium.ts';
import { faultsOn } from './judge.ts';
import { openPage } from './stage.ts';
import { openUnseenPages } from './unseen-pages.ts';

const web = new URL('../../web/', import.meta.url);

/** Every template that makes a whole page, not a part of one. */
export const templates: readonly string[] = globSync('**/*.njk', { cwd: web }).filter((file) =>
  readFileSync(new URL(file, web), 'utf8').includes('{% extends "layout/layout.njk" %}'),
);

/** A page that a template made: the first one, or the first one with a mistake in it. */
interface Made {
  readonly template: string;
  readonly html: string;
}

/** Pages of every template that is rendered while pages are opened over stores in memory. */
export async function pagesOfTemplates(): Promise<readonly Made[]> {
  const made = new Map<string, Made>();
  const { prototype } = nunjucks.Environment;
  const { render } = prototype;
  const rendering = vi.spyOn(prototype, 'render').mockImplementation(function (this: unknown, template, data) {
    const html = String(Reflect.apply(render, this, [template, data]));
    const key = `${template} ${/<title>\s*Error:/.test(html)}`;
    if (!made.has(key)) made.set(key, { template, html });
    return html;
  });
  await everyPageAsHtml();
  for (const [, get] of [...(await staffPages()), ...(await areaPages()), ...(await letterPages())]) await get();
  await openUnseenPages();
  rendering.mockRestore();
  return [...made.values()].filter(({ template }) => templates.includes(template));
}

/** What is wrong with these pages, in a narrow and in a wide window, each under the name of its template. */
export async function faultsOnEach(pages: readonly Made[]): Promise<readonly unknown[]> {
  const page = await openPage(await openChromium());
  const faults: unknown[] = [];
  for (const { template, html } of pages) {
    await page.setContent(html.replace(/<link[^>]*rel="stylesheet"[^>]*>/, () => `<style>${styleSheet}</style>`));
    const found = await faultsOn(page);
    if (found.length > 0) faults.push(template, ...found);
  }
  await page.context().browser()?.close();
  return faults;
}
