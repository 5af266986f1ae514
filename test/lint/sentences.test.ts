import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Literal, literalsOf } from './literals.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Five words make a sentence that a page or an email may change; fewer are labels and codes. */
const sentencesIn = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.?!]) /)
    .map((sentence) => sentence.trim().replace(/[.:]$/, ''))
    .filter((sentence) => sentence.split(' ').filter((word) => /[a-z]{2}|^[aI]$/i.test(word)).length >= 5);

/** The sentences that stand in several files and are asserted in one, each with its files. */
function repeatedIn(files: ReadonlyMap<string, readonly Literal[]>): string[] {
  const standing = new Map<string, Set<string>>();
  const asserted = new Set<string>();
  for (const [file, literals] of files) {
    for (const { text, isAsserted } of literals) {
      for (const sentence of sentencesIn(text)) {
        standing.set(sentence, (standing.get(sentence) ?? new Set()).add(file));
        if (isAsserted) asserted.add(sentence);
      }
    }
  }
  return [...standing]
    .filter(([sentence, { size }]) => size > 1 && asserted.has(sentence))
    .map(([sentence, where]) => `${sentence}: ${[...where].join(', ')}`);
}

test('no sentence is asserted as a literal in more than one test: the others import it', () => {
  const files = globSync('test/**/*.ts', { cwd: root });
  const literals = new Map(files.map((file) => [file, literalsOf(readFileSync(`${root}/${file}`, 'utf8'))]));

  expect(repeatedIn(literals)).toEqual([]);
});

test('a sentence is found in strings, templates and patterns, and not in the names of tests', () => {
  const names = "import 'a';test('b', () => expect(x).not.toBe('c'));describe.each(['d'])('e', f);";
  const found = literalsOf(`${names}const g = [\`h\${i}j\`, /k\\.l/];`);

  expect(found.filter(({ isAsserted }) => isAsserted).map(({ text }) => text)).toEqual(['c']);
  expect(found.map(({ text }) => text)).toEqual(['c', 'd', 'h', 'j', 'k.l']);
});

test.each([
  ['the team reads it and decides', true],
  ['the team decides', false],
])('"%s" in two files, asserted in one, counts: %s', (text, counts) => {
  const files = new Map([
    ['a.test.ts', [{ text: `${text}.`, isAsserted: true }]],
    ['b.test.ts', [{ text, isAsserted: false }]],
  ]);

  expect(repeatedIn(files).length > 0).toBe(counts);
});
