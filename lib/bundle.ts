import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { build, transform } from 'esbuild';
import { sha256 } from '#domain/values/hash.ts';
import { CONFIG_FILE, type FunctionName, functionEnv } from '#functions/env.ts';
import { APART, type ApartName } from './bundle/apart.ts';
import { BUNDLE_OPTIONS, bundleOptions } from './bundle/options.ts';
import { copyTemplates } from './bundle/templates.ts';
import type { Logo } from './logo.ts';

const ROOT = BUNDLE_OPTIONS.absWorkingDir;

/** The files beside a bundle. */
interface Beside {
  /** The service's configuration as JSON. */
  readonly config: string;
  /** Folders of templates, from the top of the repository; each keeps its path. */
  readonly templates?: readonly string[];
  /** Served from among the looks. */
  readonly logo?: Logo;
  /** What the function loads only where it needs it. */
  readonly apart?: readonly ApartName[];
}

let built: string | undefined;

/**
 * Bundles every function in this process, side by side. CDK's own construct starts `npx esbuild` per function, which
 * takes 30 times as long. To synthesise with bundles, await this first, because CDK itself waits for nothing.
 */
export async function bundleFunctions(): Promise<void> {
  const outdir = mkdtempSync(join(tmpdir(), 'small-steps-bundles-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const entryPoints = [
    ...Object.keys(functionEnv).map((name) => ({ name, in: `functions/${name}.lambda.ts`, out: `${name}.lambda` })),
    ...Object.values(APART).map(({ entryPoint, name }) => ({ name, in: entryPoint, out: name })),
  ];
  for (const [options, some] of Map.groupBy(entryPoints, ({ name }) => bundleOptions(name))) {
    const { warnings } = await build({
      ...options,
      entryPoints: some.map(({ in: from, out }) => ({ in: from, out })),
      outdir,
    });
    // A module that asks for what a stand-in does not have is a warning to esbuild; here it ends the bundling.
    if (warnings.length > 0) throw new Error(`Bundling met ${warnings.length} faults: ${warnings[0]?.text}`);
  }
  await Promise.all(entryPoints.map(({ out }) => shortenAgain(join(outdir, `${out}.js`))));
  built = outdir;
}

/** Once modules stand together, esbuild finds texts that can stand where they are used: 4 KB of the largest bundle. */
async function shortenAgain(file: string): Promise<void> {
  const { target, format } = BUNDLE_OPTIONS;
  const { code } = await transform(readFileSync(file, 'utf8'), { target, format, minify: true, legalComments: 'none' });
  writeFileSync(file, code);
}

/**
 * One ES module per function, as small as esbuild makes it, with its configuration, templates and logo beside it. A
 * change of any of them is a new asset, so the function is deployed again.
 */
export function bundle(name: FunctionName, { config, templates = [], logo, apart = [] }: Beside): Code {
  const tryBundle = (folder: string): boolean => {
    copyFileSync(join(bundles(), `${name}.lambda.js`), join(folder, 'index.mjs'));
    for (const one of apart) copyFileSync(join(bundles(), `${one}.js`), join(folder, `${one}.mjs`));
    writeFileSync(join(folder, CONFIG_FILE), config);
    for (const from of templates) copyTemplates(from, folder);
    if (logo !== undefined) writeFileSync(join(folder, 'web/looks', logo.name), logo.svg);
    return true;
  };
  return Code.fromAsset(ROOT, {
    assetHashType: AssetHashType.OUTPUT,
    // The command is never run: it tells CDK's cache of bundles which function this is.
    bundling: {
      image: DockerImage.fromRegistry('never-used'),
      command: [name, sha256(config), ...templates, ...apart, logo?.name ?? 'without a logo'],
      local: { tryBundle },
    },
  });
}

/** The folder that holds every function's bundle, for as long as this process lives. */
function bundles(): string {
  if (built === undefined) throw new Error('No function is bundled yet: await bundleFunctions() before the synthesis.');
  return built;
}
