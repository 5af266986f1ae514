import { expect, it } from 'vitest';
import { faultsOnEach, pagesOfTemplates } from '#test/browser/every-page.ts';

it('no page has a fault, with and without mistakes, also those that the browser tests judge on their roads', async () => {
  const pages = await pagesOfTemplates();

  expect(pages.length).toBeGreaterThan(150);
  expect(await faultsOnEach(pages)).toEqual([]);
});
