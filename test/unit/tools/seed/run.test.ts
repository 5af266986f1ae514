import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runSeed } from '#tools/seed/run.ts';

const silent = () => {};

test('a data folder that holds records is refused and left as it is (twice)', async () => {
  const data = mkdtempSync(join(tmpdir(), 'small-steps-seed-'));
  onTestFinished(() => rmSync(data, { recursive: true }));
  writeFileSync(join(data, 'format'), '3\n');

  await expect(runSeed(['--data', data], silent)).rejects.toThrow(`The data folder ${data} holds records.`);
});

test('a store that is thrown away is refused, because nothing could be looked at afterwards', async () => {
  await expect(runSeed(['--ephemeral'], silent)).rejects.toThrow('Leave --ephemeral out.');
});

test('an unknown option is refused as npm start refuses it', async () => {
  await expect(runSeed(['--dta', 'x'], silent)).rejects.toThrow("Unknown option '--dta'");
});
