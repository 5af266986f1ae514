import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));

const REFUSED: [file: string, specifier: string, rule: string][] = [
  ['domain/rules/x.ts', '../../adapters/y.ts', 'domain-imports-itself'],
  ['domain/x.ts', '../web/y.ts', 'domain-imports-itself'],
  ['domain/x.ts', '#functions/y.ts', 'domain-imports-itself'],
  ['domain/x.ts', '#application/y.ts', 'domain-imports-itself'],
  ['domain/x.ts', '@aws-sdk/client-s3', 'domain-imports-zod-only'],
  ['domain/x.ts', 'node:fs', 'domain-imports-zod-only'],
  ['domain/x.ts', 'aws-lambda', 'domain-imports-zod-only'],
  ['domain/values/x.ts', 'node:crypto', 'domain-hashes-in-named-files'],
  ['domain/values/x.ts', 'node:zlib', 'domain-unpacks-in-one-file'],
  ['application/intake/x.ts', '#adapters/y.ts', 'application-imports-domain'],
  ['application/intake/x.ts', '../../web/y.ts', 'application-imports-domain'],
  ['application/intake/x.ts', '#functions/env.ts', 'application-imports-domain'],
  ['application/x.ts', '@aws-sdk/client-sfn', 'application-imports-zod-only'],
  ['application/x.ts', 'node:fs', 'application-imports-zod-only'],
  ['adapters/s3/x.ts', '#functions/y.ts', 'adapters-import-domain'],
  ['adapters/s3/x.ts', '../../web/y.ts', 'adapters-import-domain'],
  ['adapters/s3/x.ts', '#application/y.ts', 'adapters-import-domain'],
  ['web/page/x.ts', '#adapters/y.ts', 'web-imports-application'],
  ['web/page/x.ts', '../../functions/y.ts', 'web-imports-application'],
  ['web/page/x.ts', '@aws-sdk/client-s3', 'aws-sdk-in-adapters'],
  ['web/page/x.ts', 'openid-client', 'openid-in-one-adapter'],
  ['adapters/secrets/x.ts', 'jose', 'openid-in-one-adapter'],
  ['web/page/x.ts', 'aws-cdk-lib', 'cdk-in-the-stack'],
  ['functions/x.ts', '#adapters/s3/y.ts', 'handlers-import-application'],
  ['functions/x.ts', '../web/y.ts', 'handlers-import-application'],
  ['functions/http.ts', '#web/layout/y.ts', 'http-handlers-import-messages'],
  ['functions/http-lines.ts', '#adapters/y.ts', 'http-handlers-import-messages'],
  ['functions/x.ts', '@aws-sdk/client-sfn', 'aws-sdk-in-adapters'],
  ['functions/x.lambda.ts', '@aws-sdk/client-sfn', 'aws-sdk-in-adapters'],
  ['functions/x.lambda.ts', '#lib/y.ts', 'entry-points-wire'],
  ['functions/x.lambda.ts', '../local/y.ts', 'entry-points-wire'],
  ['functions/x.ts', './y.lambda.ts', 'no-one-imports-an-entry-point'],
  ['lib/x.ts', '#functions/step.ts', 'lib-imports-names'],
  ['lib/workflow/x.ts', '../../functions/step.ts', 'lib-imports-names'],
  ['lib/x.ts', '#adapters/y.ts', 'lib-imports-names'],
  ['lib/x.ts', '#tools/y.ts', 'lib-imports-names'],
  ['lib/x.ts', '@aws-sdk/client-sfn', 'aws-sdk-in-adapters'],
  ['bin/x.ts', '../functions/env.ts', 'bin-imports-lib'],
  ['local/x.ts', '#domain/y.ts', 'local-imports-nothing-of-ours'],
  ['local/x.ts', '#functions/env.ts', 'local-imports-nothing-of-ours'],
  ['local/x.ts', '#test/y.ts', 'local-imports-nothing-of-ours'],
  ['local/x.ts', '../tools/y.ts', 'local-imports-nothing-of-ours'],
  ['local/x.ts', 'aws-cdk-lib/aws-lambda', 'cdk-in-the-stack'],
  ['bench/x.ts', 'constructs', 'cdk-in-the-stack'],
  ['web/page/x.ts', './gone.ts', 'resolves'],
];

const ACCEPTED: [file: string, specifier: string][] = [
  ['domain/rules/x.ts', '../y.ts'],
  ['domain/rules/x.ts', '../values/hash.ts'],
  ['adapters/oidc/x.ts', 'openid-client'],
  ['domain/rules/x.ts', 'zod'],
  ['domain/values/hash.ts', 'node:crypto'],
  ['domain/referral/document/zip.ts', 'node:zlib'],
  ['application/intake/x.ts', '#domain/y.ts'],
  ['application/intake/x.ts', '../y.ts'],
  ['application/intake/x.ts', 'zod'],
  ['adapters/s3/x.ts', '@aws-sdk/client-s3'],
  ['adapters/s3/x.ts', '#domain/y.ts'],
  ['web/page/x.ts', '#application/y.ts'],
  ['web/page/x.ts', '#domain/y.ts'],
  ['web/page/x.ts', 'aws-lambda'],
  ['functions/x.ts', '#application/y.ts'],
  ['functions/x.ts', './y.ts'],
  ['functions/http-answer.ts', '#web/http/y.ts'],
  ['functions/x.lambda.ts', '#adapters/y.ts'],
  ['functions/x.lambda.ts', '#application/y.ts'],
  ['functions/x.lambda.ts', '#web/y.ts'],
  ['lib/workflow/x.ts', '#functions/env.ts'],
  ['lib/workflow/x.ts', '#domain/y.ts'],
  ['lib/x.ts', 'aws-cdk-lib'],
  ['bin/x.ts', '#lib/y.ts'],
  ['local/s3/x.ts', '../y.ts'],
  ['local/x.ts', '@aws-sdk/client-s3'],
  ['tools/x.ts', '#local/y.ts'],
  ['tools/x.ts', '#adapters/y.ts'],
  ['tools/x.ts', 'aws-cdk-lib'],
  ['test/unit/x.test.ts', '#functions/y.lambda.ts'],
  ['test/unit/x.test.ts', '@aws-sdk/client-s3'],
];

/** Two files that import each other, by each kind of import. */
const CIRCLES: [kind: string, code: string][] = [
  ['values', "import { b } from './NAME.ts';\nexport const a = () => b;"],
  ['types only', "import type { B } from './NAME.ts';\nexport type A = B[];"],
  ['exports of another', "export { b } from './NAME.ts';"],
  ['imports on demand', "export const a = () => import('./NAME.ts');"],
];

/** What the imports above lead to, so that they are found. */
const THERE = [
  ...[
    'adapters',
    'adapters/s3',
    'application',
    'domain',
    'functions',
    'lib',
    'local',
    'test',
    'tools',
    'web',
    'web/http',
    'web/layout',
  ],
].map((room) => `${room}/y.ts`);
const files = new Map([...THERE, 'functions/env.ts', 'functions/step.ts', 'functions/y.lambda.ts'].map(empty));

function empty(path: string): [path: string, code: string] {
  return [path, 'export const one = 1;'];
}

/** Many imports belong into a file of the same name; the folder and the ending are what the rules look at. */
const placeOf = (file: string, n: number) => file.replace(/\/x\./, `/x${n}.`);
const imports = [...REFUSED, ...ACCEPTED].map(([file, specifier], n) => ({ file, specifier, path: placeOf(file, n) }));

const reportSchema = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});
const manifestSchema = z.object({ scripts: z.object({ imports: z.string().startsWith('depcruise ') }) });

const folder = mkdtempSync(join(tmpdir(), 'small-steps-imports-'));
const broken = new Map<string, string[]>();

beforeAll(() => {
  files.set('domain/values/hash.ts', "import { createHash } from 'node:crypto';\nexport const one = createHash;");
  for (const { path, specifier } of imports) {
    if (!files.has(path)) files.set(path, `import { one } from '${specifier}';\nexport const x = one;`);
  }
  for (const [n, [, code]] of CIRCLES.entries()) {
    files.set(`web/circle${n}/one.ts`, code.replace('NAME', 'two'));
    files.set(`web/circle${n}/two.ts`, "import { a } from './one.ts';\nexport const b = a;");
  }
  for (const [path, code] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${code}\n`);
  }
  for (const name of ['package.json', '.dependency-cruiser.js']) cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

  const { scripts } = manifestSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const [command = '', ...args] = scripts.imports.split(' ');
  const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', command), [...args, '--output-type', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(stderr);
  for (const { from, rule } of reportSchema.parse(JSON.parse(stdout)).summary.violations) {
    broken.set(from, [...(broken.get(from) ?? []), rule.name]);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The rules that this import breaks. */
function verdict(file: string, specifier: string): string[] {
  const path = imports.find((one) => one.file === file && one.specifier === specifier)?.path ?? '';
  expect(files.has(path)).toBe(true);
  return broken.get(path) ?? [];
}

test.each(REFUSED)('in %s, an import of %s is refused', (file, specifier, rule) => {
  expect(verdict(file, specifier)).toContain(rule);
});

test.each(ACCEPTED)('in %s, an import of %s is accepted', (file, specifier) => {
  expect(verdict(file, specifier)).toEqual([]);
});

test.each(CIRCLES.map(([kind], n) => [kind, n] as const))('two files in a circle of %s are refused', (_kind, n) => {
  expect([...(broken.get(`web/circle${n}/one.ts`) ?? []), ...(broken.get(`web/circle${n}/two.ts`) ?? [])]).toContain(
    'no-circles',
  );
});

test('every rule is broken by one import here, so that none is dead', async () => {
  const rules = readFileSync(join(root, '.dependency-cruiser.js'), 'utf8').matchAll(/^ {6}'([a-z-]+)',$/gm);

  expect([...rules].map(([, name]) => name).toSorted()).toEqual([...new Set([...broken.values()].flat())].toSorted());
});
