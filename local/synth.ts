import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { takeLock } from './lock.ts';
import { StartError } from './start-error.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CONFIG = 'local/config.json';
const SOURCES = ['bin/**', 'lib/**', 'functions/**', 'domain/**', 'adapters/**', 'web/**', CONFIG, 'package-lock.json'];
const HASH_FILE = 'sources.sha256';
const PATIENCE_MS = 120_000;

/** Gives the folder of the cloud assembly of these sources; synthesises only when a source has changed. */
export async function synthesise(folder = join(ROOT, 'cdk.out')): Promise<string> {
  const wanted = hashOfSources();
  if (isCurrent(folder, wanted)) return folder;
  mkdirSync(folder, { recursive: true });
  const lock = await takeLock(folder, 'synth.lock', PATIENCE_MS);
  if (lock === undefined)
    throw new StartError(`Another synthesis into ${folder} has not ended. Try again once it has.`);
  try {
    if (!isCurrent(folder, wanted)) await replace(folder, wanted);
  } finally {
    lock.release();
  }
  return folder;
}

function isCurrent(folder: string, hash: string): boolean {
  const file = join(folder, HASH_FILE);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

/** Adds the new bundles beside the old ones, so that an instance that runs from them goes on. */
async function replace(folder: string, hash: string): Promise<void> {
  const fresh = join(ROOT, '.cache', `assembly-${process.pid}`);
  rmSync(join(folder, HASH_FILE), { force: true });
  try {
    await runApp(fresh);
    for (const name of globSync('*', { cwd: fresh })) {
      const target = join(folder, name);
      if (existsSync(target) && statSync(target).isDirectory()) continue;
      renameSync(join(fresh, name), target);
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  writeFileSync(join(folder, HASH_FILE), hash);
}

async function runApp(folder: string): Promise<void> {
  const env = { ...process.env, CDK_OUTDIR: folder, SMALL_STEPS_CONFIG: CONFIG };
  try {
    await promisify(execFile)(process.execPath, ['bin/small-steps.ts'], {
      cwd: ROOT,
      env,
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new StartError(`The stack does not synthesise; npm run synth shows why.\n${stderr}`, { cause: error });
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(process.version);
  const files = globSync(SOURCES, { cwd: ROOT }).filter((file) => statSync(join(ROOT, file)).isFile());
  for (const file of files.sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${await synthesise()}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof StartError ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
