import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const biome = join(root, 'node_modules/.bin/biome');

const REFUSED_IMPORTS: [file: string, specifier: string, message: string][] = [
  ['domain/rules/x.ts', '../../adapters/y.ts', 'domain/ imports zod'],
  ['domain/x.ts', '../web/y.ts', 'domain/ imports zod'],
  ['domain/x.ts', '#functions/y.ts', 'domain/ imports zod'],
  ['domain/x.ts', '@aws-sdk/client-s3', 'domain/ imports zod'],
  ['domain/x.ts', 'node:fs', 'domain/ imports zod'],
  ['domain/x.ts', 'node:crypto', 'domain/ imports zod'],
  ['adapters/s3/x.ts', '#functions/y.ts', 'adapters/ import domain/ only'],
  ['adapters/s3/x.ts', '../../web/y.ts', 'adapters/ import domain/ only'],
  ['functions/x.ts', '#adapters/s3/y.ts', 'application/ imports domain/ only'],
  ['functions/x.ts', '../web/y.ts', 'application/ imports domain/ only'],
  ['functions/x.ts', '@aws-sdk/client-sfn', '@aws-sdk/* belongs to adapters/'],
  ['functions/x.lambda.ts', '@aws-sdk/client-sfn', '@aws-sdk/* belongs to adapters/'],
  ['functions/x.lambda.ts', '#lib/y.ts', 'nothing of the stack'],
  ['functions/x.lambda.ts', '../local/y.ts', 'nothing of the stack'],
  ['web/page/x.ts', '#adapters/y.ts', 'web/ imports domain/ only'],
  ['web/page/x.ts', '../../functions/y.ts', 'web/ imports domain/ only'],
  ['web/page/x.ts', 'aws-cdk-lib', 'aws-cdk-lib belongs to'],
  ['lib/x.ts', '#functions/step.ts', 'no other function'],
  ['lib/workflow/x.ts', '../../functions/env.ts', 'no other function'],
  ['lib/x.ts', '#adapters/y.ts', 'lib/ imports functions/env.ts and domain names only'],
  ['lib/x.ts', '@aws-sdk/client-sfn', '@aws-sdk/* belongs to adapters/'],
  ['local/x.ts', 'aws-cdk-lib/aws-lambda', 'aws-cdk-lib belongs to'],
  ['local/x.ts', '#test/y.ts', 'nothing of the tests'],
  ['local/x.ts', '../tools/y.ts', 'nothing of the tests or of tools/'],
  ['lib/x.ts', '#tools/y.ts', 'lib/ imports functions/env.ts and domain names only'],
  ['bin/x.ts', '../functions/y.ts', 'bin/ composes lib/ only'],
];

const ACCEPTED_IMPORTS: [file: string, specifier: string][] = [
  ['domain/rules/x.ts', '../dates.ts'],
  ['domain/rules/x.ts', '../list/order.ts'],
  ['domain/x.ts', './dates.ts'],
  ['domain/values/hash.ts', 'node:crypto'],
  ['adapters/s3/x.ts', '@aws-sdk/client-s3'],
  ['adapters/s3/x.ts', '#domain/y.ts'],
  ['functions/x.ts', '#domain/y.ts'],
  ['functions/x.ts', './y.ts'],
  ['functions/x.lambda.ts', '#adapters/y.ts'],
  ['functions/x.lambda.ts', '#web/y.ts'],
  ['web/page/x.ts', '#domain/y.ts'],
  ['web/page/x.ts', '../layout/y.ts'],
  ['lib/workflow/x.ts', '#functions/env.ts'],
  ['lib/workflow/x.ts', '#domain/y.ts'],
  ['lib/workflow/x.ts', '../y.ts'],
  ['lib/x.ts', 'aws-cdk-lib'],
  ['local/x.ts', '@aws-sdk/client-s3'],
  ['local/x.ts', '#functions/y.ts'],
  ['bin/x.ts', '#lib/y.ts'],
  ['tools/x.ts', '#adapters/y.ts'],
  ['tools/x.ts', '@aws-sdk/client-dynamodb'],
  ['test/unit/x.test.ts', '#adapters/y.ts'],
  ['test/unit/x.test.ts', 'aws-cdk-lib'],
];

const REFUSED_CODE: [file: string, code: string, message: string][] = [
  ['domain/x.ts', "import { z } from 'zod'; export const x = z;", 'import * as z'],
  ['functions/x.lambda.ts', 'export const x = process.env.TABLE_NAME;', 'process.env'],
  ['adapters/x.ts', 'export const x = process.env.TABLE_NAME;', 'process.env'],
  ['lib/x.ts', 'export const x = process.env.TABLE_NAME;', 'process.env'],
  ['domain/x.ts', 'export const x = () => Date.now();', 'The time is passed in'],
  ['functions/x.ts', 'export const x = () => new Date();', 'The time is passed in'],
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

const using = (specifier: string) => `import { one } from '${specifier}';\nexport const x = one;`;

const pieces: { file: string; code: string }[] = [
  ...REFUSED_IMPORTS.map(([file, specifier]) => ({ file, code: using(specifier) })),
  ...ACCEPTED_IMPORTS.map(([file, specifier]) => ({ file, code: using(specifier) })),
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

test.each(REFUSED_IMPORTS)('in %s, an import of %s is refused', (file, specifier, message) => {
  expect(verdict(file, using(specifier))).toContain(message);
});

test.each(ACCEPTED_IMPORTS)('in %s, an import of %s is accepted', (file, specifier) => {
  expect(verdict(file, using(specifier))).toBe('');
});

test.each(REFUSED_CODE)('in %s, the code %s is refused', (file, code, message) => {
  expect(verdict(file, code)).toContain(message);
});

test.each(ACCEPTED_CODE)('in %s, the code %s is accepted', (file, code) => {
  expect(verdict(file, code)).toBe('');
});
