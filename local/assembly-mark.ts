import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';

const MARK = 'small-steps.mark';
const ROOMS = ['bin', 'lib', 'functions', 'application', 'domain', 'adapters', 'web'];
const SOURCES = [...ROOMS.map((room) => `${room}/**`), 'tsconfig.json', 'package-lock.json'];

const markSchema = z.object({ from: z.string(), files: z.string(), checked: z.boolean() });
const themedSchema = z.object({ theme: z.object({ logo: z.string() }) });

/** Says that the assembly in `folder` was made from this: `from` is what `hashOfSources` gave before it was made. */
export function writeMark(folder: string, made: { from: string; checked: boolean }): void {
  writeFileSync(join(folder, MARK), JSON.stringify({ ...made, files: hashOfFiles(folder) }));
}

/** Until the next mark, the assembly in `folder` is no one's. */
export function removeMark(folder: string): void {
  rmSync(join(folder, MARK), { force: true });
}

/** Whether the assembly in `folder` was made from this and is still as it was made; `checked`: against AWS's rules too. */
export function isCurrent(folder: string, wanted: { from: string; checked: boolean }): boolean {
  const mark = markSchema.safeParse(jsonIn(join(folder, MARK))).data;
  if (mark === undefined || mark.from !== wanted.from || (wanted.checked && !mark.checked)) return false;
  return mark.files === hashOfFiles(folder);
}

/** One hash of all that an assembly is made from: the sources, the configuration, and the logo that it names. */
export function hashOfSources(root: string, config: string): string {
  const hash = createHash('sha256').update(process.version);
  const sources = globSync(SOURCES, { cwd: root }).sort();
  const paths = [...sources.map((path) => join(root, path)), config, ...logoOf(config)];
  for (const path of paths.filter((path) => existsSync(path) && statSync(path).isFile())) {
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** One hash of an assembly as it lies there: what names its bundles, whole, and the name and size of each file in them. */
function hashOfFiles(folder: string): string {
  const hash = createHash('sha256');
  for (const name of globSync('*.json', { cwd: folder }).sort())
    hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
  for (const path of globSync('asset.*/**', { cwd: folder }).sort())
    hash.update(`${path}\0${statSync(join(folder, path)).size}\0`);
  return hash.digest('hex');
}

function logoOf(config: string): string[] {
  const themed = themedSchema.safeParse(jsonIn(config)).data;
  return themed === undefined ? [] : [resolve(dirname(config), themed.theme.logo)];
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
