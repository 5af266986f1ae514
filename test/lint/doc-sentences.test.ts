import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lengthOf, sentencesOf } from '#tools/readability/sentences.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = ['README.md', 'CONTRIBUTING.md', 'local/README.md', ...globSync('docs/**/*.md', { cwd: root })];

/** Paragraphs, list items, cells and headings, each as a reader meets it; examples and names of code count as one word. */
function blocksOf(page: string): string[] {
  const plain = page
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`]*`/g, 'Code')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^#.*$|^\s*(?:[-*]|\d+\.)\s/gm, '\n\n$&')
    .replace(/^\|.*$/gm, (row) => row.split('|').join('\n\n'));
  return plain.split(/\n\s*\n/).map((block) => block.replace(/^\s*(?:[-*#]+|\d+\.)\s|\*+|\s+/g, ' ').trim());
}

test.each(pages)('%s has no sentence over 25 words', (page) => {
  const sentences = blocksOf(readFileSync(`${root}/${page}`, 'utf8')).flatMap((block) => sentencesOf(block));

  expect(sentences.filter((sentence) => lengthOf(sentence) > 25)).toEqual([]);
});
