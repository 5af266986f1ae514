import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mostBytes } from '#lib/bundle/options.ts';
import { loadAssembly } from '#local/assembly/load.ts';
import { synthesise } from '#local/synth.ts';

test('no function has a bundle of more than 768 KB, and the one of staff none of more than 1280 KB', async () => {
  const { functions } = loadAssembly(await synthesise({ checked: false }), 'http://localhost:8080', ['RestartCase']);
  const bundles = [...functions.values()].map(({ name, folder }) => ({
    name: name.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase(),
    bytes: statSync(join(folder, 'index.mjs')).size,
  }));

  expect(bundles.length).toBeGreaterThan(13);
  expect(bundles.map(({ name }) => name)).toContain('serve-staff');
  expect(bundles.filter(({ name, bytes }) => bytes > mostBytes(name))).toEqual([]);
});
