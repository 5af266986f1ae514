import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';
import { sha256 } from '#domain/values/hash.ts';
import { CONFIG_FILE, type FunctionName, functionEnv } from '#functions/env.ts';
import type { Logo } from './logo.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Some packages are CommonJS and ask for `require`, which an ES module does not have. */
const REQUIRE = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";

/**
 * Ways to find credentials that a function never takes: Lambda puts its role's credentials into the environment. The SDK
 * imports these only when it looks further, and they are a fifth of a bundle.
 */
const NEVER_LOADED = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-login',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/** How every function is bundled, whatever goes in and wherever it goes. */
export const BUNDLE_OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minify: true,
  external: NEVER_LOADED,
  legalComments: 'none',
  banner: { js: REQUIRE },
  logLevel: 'warning',
} satisfies BuildOptions;

/** The files beside a bundle. */
interface Beside {
  /** The service's configuration as JSON. */
  readonly config: string;
  /** Folders of templates, from the top of the repository; each keeps its path. */
  readonly templates?: readonly string[];
  /** Served from among the looks. */
  readonly logo?: Logo;
}

/**
 * One ES module per function, as small as esbuild makes it, with its configuration, templates and logo beside it. A
 * change of any of them is a new asset, so the function is deployed again. All are bundled together in this process
 * when the first is asked for. One `npx esbuild` a function, as CDK's own construct does it, takes 30 times as long.
 */
export function bundle(name: FunctionName, { config, templates = [], logo }: Beside): Code {
  const tryBundle = (folder: string): boolean => {
    copyFileSync(join(bundles(), `${name}.lambda.js`), join(folder, 'index.mjs'));
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
      command: [name, sha256(config), ...templates, logo?.name ?? 'without a logo'],
      local: { tryBundle },
    },
  });
}

let built: string | undefined;

/** The folder that holds every function's bundle, for as long as this process lives. */
function bundles(): string {
  if (built !== undefined) return built;
  const outdir = mkdtempSync(join(tmpdir(), 'small-steps-bundles-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const entryPoints = Object.keys(functionEnv).map((name) => join(ROOT, 'functions', `${name}.lambda.ts`));
  buildSync({ ...BUNDLE_OPTIONS, entryPoints, outdir });
  built = outdir;
  return outdir;
}

function copyTemplates(from: string, to: string): void {
  const folder = join(ROOT, from);
  if (!existsSync(folder)) throw new Error(`There is no folder of templates ${from}.`);
  cpSync(folder, join(to, from), {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || /\.(njk|css)$/.test(path),
  });
}
