import { it } from 'vitest';
import { raceOfTwo } from '#test/http/staff/race.ts';

it('a thousand times two triagers at once make one decision, and the loser is told who and what', async () => {
  for (let n = 0; n < 1_000; n += 1) await raceOfTwo();
});
