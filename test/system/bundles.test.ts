import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MOST_BYTES } from '#lib/bundle/options.ts';
import { loadAssembly } from '#local/assembly/load.ts';
import { synthesise } from '#local/synth.ts';

test('no function has a bundle of more than 640 KB', async () => {
  const { functions } = loadAssembly(await synthesise({ checked: false }), 'http://localhost:8080', ['RestartCase']);
  const bundles = [...functions.values()].map(({ name, folder }) => ({
    name,
    bytes: statSync(join(folder, 'index.mjs')).size,
  }));

  expect(bundles.length).toBeGreaterThan(13);
  expect(bundles.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([]);
});
