import { expect, it } from 'vitest';
import { askAnything, sendAnything } from './fuzz.ts';

it('never answers 500, whatever is asked (hostile)', async () => {
  await expect(askAnything(500)).resolves.toBeUndefined();
});

it('never answers 500 to a referral with any value in any place (malformed, hostile)', async () => {
  await expect(sendAnything(300)).resolves.toBeUndefined();
});
