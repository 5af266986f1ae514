import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { scriptOf } from '#tools/drill/article.ts';
import { type Account, accountSchema } from './pretend-account.ts';
import { synthesised } from './synthesised.ts';

const page = readFileSync(new URL('../../docs/deploying.md', import.meta.url), 'utf8');
const resources = synthesised();
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An account in which the stack of the template is deployed and used, with both its protections on. */
function deployed(): Account {
  return {
    stack: { name: 'SmallSteps', isProtected: true },
    resources: Object.fromEntries(
      Object.entries(resources).map(([id, { Type, DeletionPolicy }]) => [
        id,
        { type: Type, stays: DeletionPolicy === 'Retain', name: `name-of-${id.toLowerCase()}`, state: 'ACTIVE' },
      ]),
    ),
    isTableProtected: true,
    objects: { 'name-of-evidencebucket': ['evidence/a b', 'pages/1'], 'name-of-packsbucket': ['packs/1.zip'] },
  };
}

/** Runs articles of the page as they stand, against that account. Gives what is left of it and what was said. */
function drill(...articles: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-removal-'));
  folders.push(folder);
  const account = join(folder, 'account.json');
  writeFileSync(account, JSON.stringify(deployed()));
  const pretend = fileURLToPath(new URL('pretend-account.ts', import.meta.url));
  for (const command of ['aws', 'npx']) {
    writeFileSync(join(folder, command), `#!/bin/sh\nexec "${process.execPath}" "${pretend}" ${command} "$@"\n`);
    chmodSync(join(folder, command), 0o755);
  }
  const PATH = `${folder}${delimiter}${process.env.PATH}`;
  const env = { ...process.env, PATH, ACCOUNT: account, STACK: 'SmallSteps', ENVIRONMENT: 'environments/live.json' };
  const script = articles.map((article) => scriptOf(page, article)).join('\n');
  const { status, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    ...{ cwd: folder, env, encoding: 'utf8' },
  });
  return { status, stderr, left: accountSchema.parse(JSON.parse(readFileSync(account, 'utf8'))) };
}

const idsOf = ({ resources: all }: Account) => Object.keys(all).sort();

test('the removal, as it is written, removes the stack and leaves what is to stay', () => {
  const { status, stderr, left } = drill('remove-the-service');

  expect([status, stderr]).toEqual([0, '']);
  expect(left.stack).toBeNull();
  expect(idsOf(left)).toEqual(
    Object.entries(resources)
      .flatMap(([id, { DeletionPolicy }]) => (DeletionPolicy === 'Retain' ? [id] : []))
      .sort(),
  );
});

test('each thing that stays is in the table of the page', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('|'));
  const named = rows.flatMap((row) => [...row.matchAll(/`([A-Z]\w+)(?:\.\.\.)?`/g)].map(([, id = '']) => id));
  const { left } = drill('remove-the-service');

  expect(idsOf(left).filter((id) => !named.some((name) => id.startsWith(name)))).toEqual([]);
});

test('what stays is erased as it is written: after 30 days the seals and the log role alone are left', () => {
  const { status, stderr, left } = drill('remove-the-service', 'erase-what-stays');

  expect([status, stderr]).toEqual([0, '']);
  const ends = Object.entries(left.resources).flatMap(([id, { state }]) => (state === 'ACTIVE' ? [id] : []));
  expect(ends.sort()).toEqual([
    expect.stringMatching(/^ApiLogRole/),
    expect.stringMatching(/^ApiLogRole/),
    'SealKey',
    'SealsBucket',
  ]);
  expect(idsOf(left).filter((id) => !ends.includes(id))).toEqual(['ClaimKeySecret', 'MailboxKeySecret', 'ServiceKey']);
  expect(left.objects).toEqual({});
});
