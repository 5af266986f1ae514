import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { previousRelease } from '#test/long/upgrade/previous.ts';

/** A repository of two commits, the last one tagged as this release. */
function clone(): string {
  const root = mkdtempSync(join(tmpdir(), 'small-steps-untagged-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd: root });
  git('init', '-q');
  for (const message of ['one', 'two']) git('commit', '-q', '--allow-empty', '-m', message);
  git('tag', 'v1');
  return root;
}

test('a clone without the tag of an earlier release is told in one line how to get it', async () => {
  await expect(previousRelease({}, clone())).rejects.toThrow(/^This clone has no tag of an earlier release\. [^\n]+$/);
});

test('a release that git does not have is told by its name (malformed)', async () => {
  await expect(previousRelease({ SMALL_STEPS_PREVIOUS: 'v0' }, clone())).rejects.toThrow(/^git has no v0 [^\n]+$/);
});
