import { expect, it } from 'vitest';
import { faultsOnEach, pagesOfTemplates, templates } from './every-page.ts';
import { judgedOnRoads } from './judged-on-roads.ts';

/** Why a page is not judged: a reason for each, by its template. Without one it must be judged. */
const notJudged: Readonly<Record<string, string>> = {};

it('every page is judged on the road of a browser test or here, or a reason says why not', async () => {
  const pages = await pagesOfTemplates();
  const here = pages.filter(({ template }) => !judgedOnRoads.includes(template));
  const named = new Set([...judgedOnRoads, ...here.map(({ template }) => template), ...Object.keys(notJudged)]);

  expect([...named].sort()).toEqual(templates.toSorted());
  expect(await faultsOnEach(here)).toEqual([]);
});
