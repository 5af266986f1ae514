import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { articlesOf, scriptOf } from '#tools/drill/article.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');
const pages = ['README.md', 'CONTRIBUTING.md', 'local/README.md', ...globSync('docs/**/*.md', { cwd: root })];
const articles = pages.flatMap((page) => articlesOf(read(page)).map((article) => ({ page, article })));

test.each(articles)('the commands of $article in $page are shell that can be read', ({ page, article }) => {
  const { status, stderr } = spawnSync('bash', ['-n', '-c', scriptOf(read(page), article)], { encoding: 'utf8' });

  expect([status, stderr]).toEqual([0, '']);
});

test.each(pages)('%s names only commands of npm that are there', (page) => {
  const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
  const named = [...read(page).matchAll(/\bnpm run (?:--silent )?([a-z][a-z:-]*)/g)].map(([, name = '']) => name);

  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test.each(pages)('%s runs sources by the Node that comes with the packages, not by the one of the machine', (page) => {
  const commands = [...read(page).matchAll(/(\S+ )?\bnode (?:--\S+ )*\S+\.ts\b/g)];

  expect(commands.filter(([, before]) => before !== 'npx ').map(([command]) => command)).toEqual([]);
});
