import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hashOfSources, isCurrent, removeMark, writeMark } from './assembly-mark.ts';
import { takeLock } from './lock.ts';
import { StartError } from './start-error.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOCAL_CONFIG = 'local/config.json';
/** The same service, where staff sign in with invented work accounts. */
const SIGN_IN_CONFIG = 'local/config.sign-in.json';
/** What this machine runs. `cdk` writes the assembly of another configuration into cdk.out, so this one lies elsewhere. */
const LOCAL_FOLDER = '.cache/assembly';
const SIGN_IN_FOLDER = '.cache/assembly-sign-in';
/** The same service, with a canary. */
const CANARY_CONFIG = 'local/config.canary.json';
const CANARY_FOLDER = '.cache/assembly-canary';
const DEPLOYED_FOLDER = 'cdk.out';
/** What V8 has compiled of bundles, by their paths: a new bundle has a new one. */
const COMPILED_FOLDER = '.cache/compile/functions';
/** Not `synth.lock`: the CDK's command line keeps a file of that name in its folder. */
const LOCK = 'small-steps.lock';
const PATIENCE_MS = 120_000;
const DAY_MS = 86_400_000;

const variants = {
  SIGN_IN: { folder: SIGN_IN_FOLDER, config: SIGN_IN_CONFIG },
  CANARY: { folder: CANARY_FOLDER, config: CANARY_CONFIG },
} as const;

/** How the service of this machine may run otherwise than it does unless asked. */
export type Variant = keyof typeof variants;

type Wanted = { folder: string; config: string; from: string; checked: boolean; region?: string | undefined };

/** Gives the folder of the assembly that this machine runs, made of these sources and the local configuration. */
export function synthesise({ checked, variant }: { checked: boolean; variant?: Variant | undefined }): Promise<string> {
  return synthesiseInto({
    ...(variant === undefined ? { folder: LOCAL_FOLDER, config: LOCAL_CONFIG } : variants[variant]),
    checked,
  });
}

/**
 * Gives the folder, which then holds the assembly of these sources and this configuration; synthesises only when a source
 * or the folder has changed. `checked` holds the template against CloudFormation's own rules too, which more than doubles
 * the time: a deployment always does. Paths are from the top of the repository.
 */
async function synthesiseInto(given: Omit<Wanted, 'from'>): Promise<string> {
  const folder = join(ROOT, given.folder);
  const config = resolve(ROOT, given.config);
  const wanted = { ...given, folder, config, from: hashOfSources(ROOT, config) };
  if (isCurrent(folder, wanted)) return folder;
  mkdirSync(folder, { recursive: true });
  const lock = await takeLock(folder, LOCK, PATIENCE_MS);
  if (lock === undefined)
    throw new StartError(`Another synthesis into ${folder} has not ended. Try again once it has.`);
  try {
    if (!isCurrent(folder, wanted)) await replace(wanted);
  } finally {
    lock.release();
  }
  return folder;
}

async function replace(wanted: Wanted): Promise<void> {
  const fresh = join(ROOT, '.cache', `assembly-${process.pid}`);
  removeMark(wanted.folder);
  try {
    await runApp(fresh, wanted);
    moveInto(wanted.folder, fresh);
    rmSync(join(ROOT, COMPILED_FOLDER), { recursive: true, force: true });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  writeMark(wanted.folder, wanted);
}

/**
 * Puts new bundles beside the old ones, so that an instance that uses those keeps running. Then writes the files that
 * name them.
 */
function moveInto(folder: string, fresh: string): void {
  const isFolder = (path: string) => statSync(path).isDirectory();
  const names = globSync('*', { cwd: fresh });
  for (const old of globSync(join(folder, 'asset.*'))) {
    if (Date.now() - statSync(old).mtimeMs > DAY_MS) rmSync(old, { recursive: true, force: true });
  }
  const folders = names.filter((name) => isFolder(join(fresh, name)));
  for (const name of folders) if (!existsSync(join(folder, name))) renameSync(join(fresh, name), join(folder, name));
  for (const name of names) if (!folders.includes(name)) renameSync(join(fresh, name), join(folder, name));
  // Those of a stack of another name would never go.
  for (const name of globSync('*.json', { cwd: folder })) if (!names.includes(name)) rmSync(join(folder, name));
}

async function runApp(outdir: string, { config, checked, region = '' }: Wanted): Promise<void> {
  const own = { CDK_OUTDIR: outdir, SMALL_STEPS_CONFIG: config, CDK_VALIDATION: String(checked) };
  const env = { ...process.env, ...own, CDK_DEFAULT_REGION: region };
  try {
    const options = { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 };
    await promisify(execFile)(process.execPath, ['bin/small-steps.ts'], options);
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new StartError(`The stack does not synthesise:\n${stderr}`, { cause: error });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const config = process.env.SMALL_STEPS_CONFIG || LOCAL_CONFIG;
    // As the CDK itself reads it: the template is checked unless this says that it is not.
    const checked = process.env.CDK_VALIDATION !== 'false';
    const { CDK_DEFAULT_REGION, AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    const region = CDK_DEFAULT_REGION ?? AWS_REGION ?? AWS_DEFAULT_REGION;
    const folder = await synthesiseInto({ folder: DEPLOYED_FOLDER, config, checked, region });
    process.stdout.write(`${folder}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof StartError ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
