import { expect, test } from 'vitest';
import { blocksOf } from '#tools/readability/blocks.ts';
import { everyPrinted } from './every-email.ts';

test('no printed letter says that it is an email, or what an email would not say (late)', () => {
  const said = everyPrinted.flatMap(({ html }) => blocksOf(html)).filter((block) => /\b(this|an) email\b/.test(block));
  expect(said).toEqual([]);
});

test('each is written to someone about a child, and ends with who signs it', () => {
  for (const { html } of everyPrinted) {
    const blocks = blocksOf(html);
    expect(blocks.slice(0, 2)).toEqual(['Dear A. Mother,', 'About Poppy']);
    expect(blocks.slice(-3, -1)).toEqual(['Yours sincerely,', 'Sam Green, service manager']);
  }
});
