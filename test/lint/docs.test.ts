import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'local/README.md'],
  ...['architecture.md', 'glossary.md', 'threat-model.md', 'data-model.md', 'runbook.md'].map((page) => `docs/${page}`),
  ...globSync('docs/how-to/*.md', { cwd: root }),
  ...globSync('docs/safety/*.md', { cwd: root }),
];
const read = (page: string) => readFileSync(`${root}/${page}`, 'utf8');

test.each(pages)('%s names only files that are there', (page) => {
  const inRooms =
    /`((?:adapters|application|bench|bin|docs|domain|functions|lib|local|test|tools|web)\/[\w./-]*)[^`]*`/g;
  const named = [...read(page).matchAll(inRooms)].map(([, file = '']) => file);

  expect(named.filter((file) => !existsSync(`${root}/${file}`))).toEqual([]);
});

test.each(globSync('docs/how-to/*.md', { cwd: root }))('%s fits on a page of 20 lines', (page) => {
  expect(read(page).trimEnd().split('\n').length).toBeLessThanOrEqual(20);
});

test('the README is read in a few minutes', () => {
  expect(read('README.md').split('\n').length).toBeLessThan(200);
});
