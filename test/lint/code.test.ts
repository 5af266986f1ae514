import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const biome = join(root, 'node_modules/.bin/biome');

const REFUSED_CODE: [file: string, code: string, message: string][] = [
  ['domain/x.ts', "import { z } from 'zod'; export const x = z;", 'import * as z'],
  ['functions/x.lambda.ts', 'export const x = process.env.TABLE_NAME;', 'process.env'],
  ['adapters/x.ts', 'export const x = process.env.TABLE_NAME;', 'process.env'],
  ['lib/x.ts', 'export const x = process.env.TABLE_NAME;', 'process.env'],
  ['domain/x.ts', 'export const x = () => Date.now();', 'The time is passed in'],
  ['functions/x.ts', 'export const x = () => new Date();', 'The time is passed in'],
  ['application/x.ts', 'export const x = () => new Date();', 'The time is passed in'],
  ['application/x.ts', 'export const x = process.env.TABLE_NAME;', 'process.env'],
  ['web/page/x.ts', 'export const x = () => Date.now();', 'The time is passed in'],
  ['domain/x.ts', 'export const x = () => Math.random();', 'Random ids are passed in'],
  ['functions/x.ts', 'export const x = () => crypto.randomUUID();', 'Random ids are passed in'],
  [
    'web/page/x.ts',
    'export const x = (y: (n: number) => Buffer, randomBytes = y) => randomBytes(8);',
    'Random ids are passed in',
  ],
  ['adapters/x.ts', 'export const x = (y: unknown) => y as string;', 'No `as` casts'],
  ['lib/x.ts', 'export const x = (y: string | undefined) => y!.length;', 'non-null'],
  ['web/page/x.ts', 'export const x = (y: any) => y;', 'any'],
  ['test/unit/x.test.ts', "import { test } from 'vitest'; test.skip('x', () => {});", 'disable tests'],
  ['web/x.ts', "export { y } from './y.ts'; export { z } from './z.ts';", 'barrel'],
];

const ACCEPTED_CODE: [file: string, code: string][] = [
  ['domain/x.ts', "import * as z from 'zod'; export const x = z.string();"],
  ['domain/x.ts', "export const x = new Date('2026-01-01'); export const y = ['a'] as const;"],
  ['functions/x.lambda.ts', 'export const x = () => Date.now();'],
  ['functions/env.ts', 'export const x = process.env.TABLE_NAME;'],
  ['local/x.ts', 'export const x = process.env.HOME;'],
  ['bin/x.ts', 'export const x = process.env.HOME;'],
  ['tools/x.ts', 'export const x = process.env.HOME;'],
];

const pieces: { file: string; code: string }[] = [
  ...REFUSED_CODE.map(([file, code]) => ({ file, code })),
  ...ACCEPTED_CODE.map(([file, code]) => ({ file, code })),
];

/** Many pieces belong into a file of the same name; the folder and the ending are what the rules look at. */
const placeOf = (file: string, n: number) => file.replace(/\/x\./, `/x${n}.`);

const reportSchema = z.object({
  diagnostics: z.array(z.object({ location: z.object({ path: z.string() }), message: z.string() })),
});

const folder = mkdtempSync(join(tmpdir(), 'small-steps-lint-'));
const said = new Map<string, string>();

beforeAll(() => {
  for (const name of ['biome.json', '.ci/lint', '.gitignore']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  for (const [n, { file, code }] of pieces.entries()) {
    const path = join(folder, placeOf(file, n));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${code}\n`);
  }
  const { stdout } = spawnSync(biome, ['lint', '--reporter=json', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  for (const { location, message } of reportSchema.parse(JSON.parse(stdout)).diagnostics) {
    said.set(location.path, `${said.get(location.path) ?? ''}${message}\n`);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What lint says of this piece, by the rules of this repository; empty when it has nothing to say. */
function verdict(file: string, code: string): string {
  const n = pieces.findIndex((piece) => piece.file === file && piece.code === code);
  return said.get(placeOf(file, n)) ?? '';
}

test.each(REFUSED_CODE)('in %s, the code %s is refused', (file, code, message) => {
  expect(verdict(file, code)).toContain(message);
});

test.each(ACCEPTED_CODE)('in %s, the code %s is accepted', (file, code) => {
  expect(verdict(file, code)).toBe('');
});
