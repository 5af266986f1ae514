import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

test.each(globSync('functions/*.lambda.ts', { cwd: root }))('%s only wires: 15 lines beside imports', (file) => {
  const lines = readFileSync(`${root}/${file}`, 'utf8').split('\n');

  expect(lines.filter((line) => line !== '' && !line.startsWith('import ')).length).toBeLessThanOrEqual(15);
});
