import { expect, it } from 'vitest';
import { playAll } from '#test/workflow/schedules/play-all.ts';

it('ten thousand schedules of two people, a sweeper, a workflow and a crash leave one outcome each', async () => {
  await expect(playAll(10_000)).resolves.toBeUndefined();
});
