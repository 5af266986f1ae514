import { expect, test } from 'vitest';
import { blocksOf } from '#tools/readability/blocks.ts';
import { config } from '../../application/notices/sample.ts';
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

test('each says whom to call, and how to have it in another format', () => {
  const without = everyPrinted.filter(
    ({ html }) => !html.includes(config.contact.phone) || !html.includes('large print'),
  );
  expect(without.map(({ kind }) => kind)).toEqual([]);
});

test('a letter about a place on a list says how to ask the team to check again', () => {
  const listed = everyPrinted.filter(({ kind }) => kind === 'FAMILY_LETTER');
  expect(listed.filter(({ html }) => !html.includes('ask our team to check again'))).toEqual([]);
});

test('whether a referral was shared stands before what the team wrote, and not under its heading', () => {
  const ofBoth = everyPrinted.filter(
    ({ html }) => /shared the referral with that/.test(html) && /hope that this/.test(html),
  );
  expect(ofBoth.length).toBeGreaterThan(0);
  for (const { html } of ofBoth)
    expect(html.indexOf('shared the referral')).toBeLessThan(html.indexOf('hope that this'));
});
