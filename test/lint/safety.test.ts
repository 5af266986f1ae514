import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { roleSchema } from '#domain/people/person.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { parseDeployConfig } from '#lib/config.ts';
import { exampleConfig } from '#test/infra/synthesised.ts';
import { noticesPage } from '#tools/draw-notices/notices-page.ts';
import { roleInWords } from '#web/components/record/role-words.ts';
import type { Act } from '#web/console/acts/act.ts';
import { ACTS } from '#web/console/acts/table.ts';
import { placesFor } from '#web/staff/area/area-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');
/** The cells of each row of the tables in a page. */
const rowsOf = (page: string) =>
  read(page)
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|--'))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );

const hazards = rowsOf('docs/safety/hazards.md').filter(([id = '']) => /^H\d/.test(id));

test('hazards have ids without a gap', () => {
  expect(hazards.map(([id]) => id)).toEqual(hazards.map((_, n) => `H${String(n + 1).padStart(2, '0')}`));
  expect(hazards.length).toBeGreaterThan(30);
});

test.each(hazards)('%s (%s) has a severity, a control and a test that is there under its title', (...cells) => {
  const [, , severity = '', control = '', proof = ''] = cells;
  const tests = [...proof.matchAll(/`(test\/[^`]+)` "([^"]+)"/g)].map(([, file = '', title = '']) => ({ file, title }));

  expect(severity).toMatch(/^[ABC]$/);
  expect(control.length).toBeGreaterThan(20);
  expect(tests.length).toBeGreaterThan(0);
  for (const { file, title } of tests) expect(titlesIn(file)).toContain(title);
});

test('no hazard is proved by a test of a file that is not there (late)', () => {
  expect(titlesIn('test/nowhere.test.ts')).toEqual([]);
});

/** The first text after each `test(`, `it(` and their `each`, as a file has it. */
function titlesIn(file: string): string[] {
  if (!existsSync(`${root}/${file}`)) return [];
  const calls =
    /\b(?:test|it)(?:\.\w+)?(?:<[^(]*>)?(?:\((?:[^()]|\([^()]*\))*\))?\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g;
  return [...read(file).matchAll(calls)].map(([, , title = '']) => title);
}

const SET = /^`(policy|config)\.([\w.]+)` = (\d+)$/;
const periods = rowsOf('docs/safety/retention.md').filter(([, , set = '']) => set !== '' && set !== 'set by');

test.each(periods)('%s is kept as the code has it: %s', (_what, kept = '', set = '') => {
  const [, where = '', name = '', value = ''] = SET.exec(set) ?? [];
  const config = parseDeployConfig(JSON.stringify({ ...exampleConfig, backup: {} }), 'a test');
  const from: unknown = where === 'policy' ? defaultPolicy : config;
  const found = name.split('.').reduce((part: unknown, key) => Object(part)[key], from);

  expect(found).toBe(Number(value));
  expect(kept).toMatch(new RegExp(`\\b${value}\\b`));
});

test('every period that is given is read by something beside its own definition', () => {
  const files = globSync(['domain/**/*.ts', 'application/**/*.ts', 'lib/**/*.ts', 'web/**/*.ts'], { cwd: root });
  const texts = files.filter((file) => !/(policy|retention|config)\.ts$/.test(file)).map(read);
  const names = periods.map(([, , set = '']) => SET.exec(set)?.[2]?.split('.').at(-1) ?? '');

  expect(names.filter((name) => !texts.some((text) => text.includes(name)))).toEqual([]);
});

test('who is told what is the page that npm run draw-notices makes of the table of notices', () => {
  expect(read('docs/safety/who-is-told.md')).toBe(noticesPage());
});

test('the security overview says to whom each place of the staff area opens', () => {
  const opened = roleSchema.options.flatMap((role) =>
    placesFor({ roles: [role] }).map(({ name }) => ({ name, role: roleInWords(role) })),
  );
  const expected = [...Map.groupBy(opened, ({ name }) => name)].map(([name, roles]) => [
    name,
    roles.map(({ role }) => role).join(', '),
  ]);
  const start = rowsOf('docs/safety/security.md').findIndex(([place]) => place === 'place in the staff area') + 1;
  const said = rowsOf('docs/safety/security.md').slice(start);

  expect(said.toSorted()).toEqual(expected.toSorted());
});

test('the security overview says who presses what on the console, and what is pressed for a whole list', () => {
  const said = rowsOf('docs/safety/security.md');
  const [from, until] = ['act on the console', 'place in the staff area'].map((head) =>
    said.findIndex(([first]) => first === head),
  );
  const inList = ({ lists, isGrave }: Act) =>
    lists.length === 0 ? 'no' : isGrave ? 'yes, of one day or one reason' : 'yes';
  const expected = ACTS.map((act) => [
    act.words.what,
    act.roles.map((role) => roleInWords(role)).join(', '),
    inList(act),
  ]);

  expect(said.slice((from ?? 0) + 1, until)).toEqual([...new Map(expected.map((row) => [row[0], row])).values()]);
});

test('the safety case leads to each of its pages', () => {
  const pages = globSync('*.md', { cwd: `${root}/docs/safety` }).filter((page) => page !== 'README.md');
  const index = read('docs/safety/README.md');

  expect(pages.filter((page) => !index.includes(`](${page})`))).toEqual([]);
});
