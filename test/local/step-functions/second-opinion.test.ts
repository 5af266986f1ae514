import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { remembering } from '#local/step-functions/load/validator.ts';

const definition = (state: object) => JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'A', States: { A: state } });
const accepted = definition({ Type: 'Pass', End: true });
const refused = definition({ Type: 'Pass', Next: 'B' });

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'second-opinion-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('a definition that asl-validator accepts is remembered once, for every later run', () => {
  const folder = emptyFolder();

  expect(remembering(folder)(accepted)).toBeUndefined();
  expect(remembering(folder)(accepted)).toBeUndefined();

  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
});

test('a definition that asl-validator refuses, as it leads nowhere, is refused again beside an accepted one', () => {
  const folder = emptyFolder();
  remembering(folder)(accepted);

  for (const _time of ['the first', 'the second']) expect(remembering(folder)(refused)).toMatch(/asl-validator says: /);
  expect(readdirSync(folder)).toHaveLength(1);
});
