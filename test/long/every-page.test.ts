import { expect, it } from 'vitest';
import { faultsOnEach, pagesOfTemplates, templates } from '#test/browser/every-page.ts';
import { judgedOnRoads } from '#test/browser/judged-on-roads.ts';

it('no page has a fault, with and without mistakes, also those that the browser tests judge on their roads', async () => {
  const pages = await pagesOfTemplates();
  const here = new Set(pages.map(({ template }) => template));

  expect(templates.filter((template) => !here.has(template) && !judgedOnRoads.includes(template))).toEqual([]);
  expect(await faultsOnEach(pages)).toEqual([]);
});
