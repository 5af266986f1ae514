import { expect, it } from 'vitest';
import { raceForPlaces } from '#test/workflow/offer-races/play-all.ts';

it('a thousand races for two places leave each with one child, and no child with two', async () => {
  await expect(raceForPlaces(1_000)).resolves.toBeUndefined();
});
