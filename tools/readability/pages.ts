import { testConfig } from '#test/http/service-config.ts';
import { everyQuestion, formPages, publicPages } from '../../bench/pages/form-pages.ts';
import { referrerPages } from '../../bench/pages/referrer-pages.ts';
import { blocksOf } from './blocks.ts';
import { familyPages } from './family-pages.ts';
import type { Text } from './faults.ts';
import { refusalPages } from './refusal-pages.ts';
import { staffPages } from './staff-pages.ts';

const { serviceName, councilName, contact } = testConfig;

/** Names on the pages that the measure leaves out. */
export const namesOnPages = [serviceName, councilName, contact.phone, contact.hours];

/** The words of every page that people open. */
export async function everyPage(): Promise<Text[]> {
  const pages = await everyPageAsHtml();
  return pages.map(([name, html]) => ({ name, kind: 'page', blocks: blocksOf(html) }));
}

/** Every page that people open: public, of the form with and without mistakes, of a referrer, of a family, of staff, and every refusal. */
export async function everyPageAsHtml(): Promise<readonly (readonly [name: string, html: string])[]> {
  const opened = [...publicPages(), ...(await formPages()), ...(await everyQuestion()), ...(await referrerPages())];
  const pages: (readonly [string, string])[] = [...(await staffPages()), ...(await familyPages()), ...refusalPages()];
  for (const [name, get] of opened) pages.push([name, await get()]);
  return pages;
}
