import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { afterAll } from 'vitest';
import { BUNDLE_OPTIONS } from '#lib/bundle/options.ts';
import { copyTemplates } from '#lib/bundle/templates.ts';

/** The exports of a module as a function's bundle would hold it, with the folders of templates beside it. */
export async function bundled(
  contents: string,
  templates: readonly string[] = [],
  options: BuildOptions = BUNDLE_OPTIONS,
): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-bundled-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'index.mjs');
  await build({ ...options, stdin: { contents, resolveDir: BUNDLE_OPTIONS.absWorkingDir }, outfile });
  for (const from of templates) copyTemplates(from, folder);
  return import(pathToFileURL(outfile).href);
}
