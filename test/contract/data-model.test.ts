import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { INDEXES } from '#domain/process/indexes.ts';
import { kinds } from './stored-examples/kinds.ts';

const page = readFileSync(new URL('../../docs/data-model.md', import.meta.url), 'utf8');
/** The cells of each line of a table, by its first. */
const lines = new Map(
  page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, first = '', ...cells]) => [first, cells]),
);

describe('docs/data-model.md', () => {
  test.each(kinds)('says of the kind %s where it stands, who writes it and when it ends', (kind) => {
    const [key = '', ...cells] = lines.get(kind) ?? [];
    const isPause = kind === 'pause';
    expect(key).toContain(isPause ? '`PAUSE#`' : kind.toUpperCase());
    expect(cells.filter((cell) => cell !== '').length).toBe(4);
  });

  test.each(Object.entries(INDEXES))('names the index %s with its key and its order', (name, { key, order }) => {
    expect(lines.get(`\`${name}\``)?.[0]).toBe(`\`${key}\`, \`${order}\``);
  });
});
