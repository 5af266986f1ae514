import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { articlesOf, scriptOf } from '#tools/drill/article.ts';

const PAGE = `# Part

### First things

1. Do this:

   \`\`\`sh
   one --with \\
     more
   \`\`\`

2. Then:

   \`\`\`sh
   two
   \`\`\`

\`\`\`json
{ "not": "a command" }
\`\`\`

### Second

\`\`\`sh
three
\`\`\`

### Third

No commands.
`;

test('the commands of an article are one script, in order, without the margin of their list', () => {
  expect(scriptOf(PAGE, 'first-things')).toBe('one --with \\\n  more\n\ntwo\n');
});

test.each([
  ['an article that is not there', 'fourth', 'There is no article "fourth". There are: first-things, second.'],
  ['an article without commands', 'third', 'The article "third" has no commands.'],
])('%s is answered in one line (malformed)', (_kind, article, line) => {
  expect(() => scriptOf(PAGE, article)).toThrow(line);
});

test('the drills that the runbook and the page on deploying name are there', () => {
  const read = (page: string) => articlesOf(readFileSync(new URL(`../../../docs/${page}`, import.meta.url), 'utf8'));

  expect(read('runbook.md')).toEqual(
    expect.arrayContaining(['records-were-lost-or-damaged', 'the-encryption-key-is-disabled', 'a-copy-on-one-machine']),
  );
  expect(read('deploying.md')).toContain('remove-the-service');
});
