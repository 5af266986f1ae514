import { afterAll, expect, it } from 'vitest';
import { killWhileReferralsComeIn } from '#test/system/killing.ts';
import { endAll } from '#test/system/service.ts';

afterAll(endAll);

it('thirty kills while six hundred referrals come in lose none of them, and tell everyone once', async () => {
  await expect(killWhileReferralsComeIn({ kills: 30, clients: 10, each: 60 })).resolves.toBeUndefined();
});
