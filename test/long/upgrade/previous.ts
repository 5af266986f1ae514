import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const run = promisify(execFile);

const NO_TAG =
  'This clone has no tag of an earlier release. Get the tags with "git fetch --tags", or name a commit: SMALL_STEPS_PREVIOUS=COMMIT npm run test:upgrade';

/** The release before this one, as it was: its commit and the assembly that its own sources give. */
export interface Previous {
  readonly name: string;
  readonly assembly: string;
  /** To be removed once it is done with. */
  readonly folder: string;
}

/** Takes the release before this one out of git and synthesises it with its own code. Throws one line where there is none. */
export async function previousRelease(env: NodeJS.ProcessEnv, root = ROOT): Promise<Previous> {
  const name = env.SMALL_STEPS_PREVIOUS || (await lastTag(root));
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-previous-'));
  await extract(root, name, folder);
  await packages(root, folder);
  const { stdout } = await run(process.execPath, ['local/synth.ts'], {
    cwd: folder,
    env: { ...env, SMALL_STEPS_CONFIG: '', CDK_VALIDATION: 'false' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { name, folder, assembly: stdout.trim() };
}

/** The last tag before this commit: a tag of this very commit is not an earlier release. */
async function lastTag(root: string): Promise<string> {
  try {
    const { stdout } = await run('git', ['describe', '--tags', '--abbrev=0', 'HEAD^'], { cwd: root });
    return stdout.trim();
  } catch {
    throw new Error(NO_TAG);
  }
}

async function extract(root: string, name: string, folder: string): Promise<void> {
  const archive = spawn('git', ['archive', name], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  const tar = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'ignore', 'ignore'] });
  archive.stdout.pipe(tar.stdin);
  const [[archived], [extracted]] = await Promise.all([once(archive, 'exit'), once(tar, 'exit')]);
  if (archived !== 0 || extracted !== 0) throw new Error(`git has no ${name} to take the earlier release from.`);
}

/** Those of today where it locked the same ones; else its own are installed. */
async function packages(root: string, folder: string): Promise<void> {
  const locked = (tree: string) => readFileSync(join(tree, 'package-lock.json'), 'utf8');
  if (locked(root) === locked(folder)) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  else await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  mkdirSync(join(folder, '.cache'), { recursive: true });
}
