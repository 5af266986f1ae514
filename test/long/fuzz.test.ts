import { expect, it } from 'vitest';
import { askAnything, sendAnything } from '#test/http/api/fuzz.ts';

it('the API breaks at none of fifty thousand strange requests and twenty thousand strange referrals', async () => {
  await expect(askAnything(50_000)).resolves.toBeUndefined();
  await expect(sendAnything(20_000)).resolves.toBeUndefined();
});
