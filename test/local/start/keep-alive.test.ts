import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { keepingConnections } from '#local/keep-alive.ts';

test('an idle connection outlives every pause between two calls of a function', () => {
  expect(keepingConnections(createServer()).keepAliveTimeout).toBeGreaterThan(5 * 60_000);
});
