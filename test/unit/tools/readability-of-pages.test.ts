import { expect, test } from 'vitest';
import { leavingOut } from '#tools/readability/leave-out.ts';
import { everyPage, namesOnPages } from '#tools/readability/pages.ts';
import { reportOn } from '#tools/readability/report.ts';

const pages = await everyPage();

test('every page that is measured has words on it', () => {
  expect(pages.filter(({ blocks }) => blocks.length < 3).map(({ name }) => name)).toEqual([]);
  expect(pages.length).toBeGreaterThan(100);
});

test('every page is plain enough for its readers', () => {
  expect(reportOn(pages, leavingOut(namesOnPages)).faults).toEqual([]);
});
