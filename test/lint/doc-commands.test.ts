import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { articlesOf, scriptOf } from '#tools/drill/article.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
const pages = ['README.md', 'CONTRIBUTING.md', 'local/README.md', ...globSync('docs/**/*.md', { cwd: root })];
const articles = pages.flatMap((page) => articlesOf(read(page)).map((article) => ({ page, article })));

test.each(articles)('the commands of $article in $page are shell that can be read', ({ page, article }) => {
  const { status, stderr } = spawnSync('bash', ['-n', '-c', scriptOf(read(page), article)], { encoding: 'utf8' });

  expect([status, stderr]).toEqual([0, '']);
});

test.each(pages)('%s names only commands of npm that are there', (page) => {
  const named = [...read(page).matchAll(/\bnpm run (?:--silent )?([a-z][a-z:-]*)/g)].map(([, name = '']) => name);

  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

/** The file that a command of npm runs, with the folders that it imports from beside it and the embedded run, as one text. */
function sourcesOf(command: string): string {
  const [, file] = /\b((?:tools|local|bench|web|test)\/\S+\.ts)\b/.exec(scripts[command] ?? '') ?? [];
  if (file === undefined) return '';
  const from = [...read(file).matchAll(/(?:from |import\()'(?:\.\/([\w-]+)\/|#(local)\/)/g)];
  const folders = from.map(([, beside, embedded]) => embedded ?? `${file.split('/', 1)[0]}/${beside}`);
  return [
    file,
    ...globSync(
      folders.map((folder) => `${folder}/*.ts`),
      { cwd: root },
    ),
  ]
    .map(read)
    .join('\n');
}

test.each(pages)('%s gives commands of npm only options that their sources know', (page) => {
  const calls = [...read(page).matchAll(/\bnpm (?:run (?:--silent )?)?([a-z][a-z:-]*) -- ([^`\n#]*)/g)];
  const given = calls.flatMap(([, name = '', rest = '']) =>
    (rest.match(/--[a-z][a-z-]*/g) ?? []).map((option) => ({ name, option })),
  );
  const unknown = given.filter(({ name, option }) => {
    const [sources, bare] = [sourcesOf(name), option.slice(2)];
    return ![option, `'${bare}'`, `${bare}: { type`].some((text) => sources.includes(text));
  });

  expect(unknown).toEqual([]);
});

test.each(pages)('%s runs only tests that are there', (page) => {
  const runs = [...read(page).matchAll(/\bvitest run ([^`\n&]*)/g)].flatMap(([, given = '']) => given.split(' '));
  const paths = runs.filter((path) => path.startsWith('test/'));

  expect(paths.filter((path) => !existsSync(`${root}/${path}`))).toEqual([]);
});

test.each(pages)('%s runs sources by the Node that comes with the packages, not by the one of the machine', (page) => {
  const commands = [...read(page).matchAll(/(\S+ )?\bnode (?:--\S+ )*\S+\.ts\b/g)];

  expect(commands.filter(([, before]) => before !== 'npx ').map(([command]) => command)).toEqual([]);
});
