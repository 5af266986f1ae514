import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { takeLock } from './lock.ts';
import { StartError } from './start-error.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(ROOT, 'cdk.out');
const CONFIG = 'local/config.json';
const LOGO = 'local/logo.svg';
const SOURCES = [
  'bin/**',
  'lib/**',
  'functions/**',
  'domain/**',
  'adapters/**',
  'web/**',
  CONFIG,
  LOGO,
  'package-lock.json',
];
const HASH_FILE = join(FOLDER, 'sources.sha256');
const PATIENCE_MS = 120_000;
const DAY_MS = 86_400_000;

/**
 * Gives the folder of the cloud assembly of these sources; synthesises only when a source has changed. `checked` holds
 * the template against CloudFormation's own rules too, which more than doubles the time: a deployment always does.
 */
export async function synthesise({ checked }: { checked: boolean }): Promise<string> {
  const wanted = hashOfSources();
  if (isCurrent(wanted, checked)) return FOLDER;
  mkdirSync(FOLDER, { recursive: true });
  const lock = await takeLock(FOLDER, 'synth.lock', PATIENCE_MS);
  if (lock === undefined)
    throw new StartError(`Another synthesis into ${FOLDER} has not ended. Try again once it has.`);
  try {
    if (!isCurrent(wanted, checked)) await replace(wanted, checked);
  } finally {
    lock.release();
  }
  return FOLDER;
}

function isCurrent(hash: string, checked: boolean): boolean {
  const made = existsSync(HASH_FILE) ? readFileSync(HASH_FILE, 'utf8') : '';
  return made === `${hash} checked` || (!checked && made === hash);
}

async function replace(hash: string, checked: boolean): Promise<void> {
  const fresh = join(ROOT, '.cache', `assembly-${process.pid}`);
  rmSync(HASH_FILE, { force: true });
  try {
    await runApp(fresh, checked);
    moveInto(fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  writeFileSync(HASH_FILE, checked ? `${hash} checked` : hash);
}

/** Puts new bundles beside the old ones, so that an instance that runs from those goes on; then the files that name them. */
function moveInto(fresh: string): void {
  const isFolder = (path: string) => statSync(path).isDirectory();
  const names = globSync('*', { cwd: fresh });
  for (const old of globSync(join(FOLDER, 'asset.*'))) {
    if (Date.now() - statSync(old).mtimeMs > DAY_MS) rmSync(old, { recursive: true, force: true });
  }
  const folders = names.filter((name) => isFolder(join(fresh, name)));
  for (const name of folders) if (!existsSync(join(FOLDER, name))) renameSync(join(fresh, name), join(FOLDER, name));
  for (const name of names) if (!folders.includes(name)) renameSync(join(fresh, name), join(FOLDER, name));
}

async function runApp(folder: string, checked: boolean): Promise<void> {
  const env = { ...process.env, CDK_OUTDIR: folder, SMALL_STEPS_CONFIG: CONFIG, CDK_VALIDATION: String(checked) };
  try {
    const options = { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 };
    await promisify(execFile)(process.execPath, ['bin/small-steps.ts'], options);
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new StartError(`The stack does not synthesise; npm run synth shows why.\n${stderr}`, { cause: error });
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(process.version);
  const files = globSync(SOURCES, { cwd: ROOT }).filter((file) => statSync(join(ROOT, file)).isFile());
  for (const file of files.sort()) {
    const content = readFileSync(join(ROOT, file));
    hash.update(`${file}\0`).update(content).update('\0');
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${await synthesise({ checked: true })}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof StartError ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
