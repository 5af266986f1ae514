import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawRooms, ROOT } from '#tools/draw-rooms/draw.ts';

test('docs/rooms.md shows the imports of today (npm run draw-rooms draws it)', () => {
  expect(readFileSync(`${ROOT}docs/rooms.md`, 'utf8')).toBe(drawRooms());
});
