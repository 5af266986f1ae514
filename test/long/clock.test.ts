import { it } from 'vitest';
import { keepsClock } from '#test/unit/domain/lists/clock-histories.ts';

it('no date of a list is reset in silence in a hundred thousand histories', () => {
  keepsClock(100_000);
});
