import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { apart } from './apart.ts';
import { atBuild } from './at-build.ts';
import { leanPackages } from './lean-packages.ts';

/** What a bundle may have at most: a function that is called seldom loads it anew. Source: decision 0032. */
export const MOST_BYTES = 640 * 1024;

/** Some packages are CommonJS and ask for `require`, which an ES module does not have. */
const REQUIRE = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";

/** How every function is bundled, whatever goes in and wherever it goes. */
export const BUNDLE_OPTIONS = {
  absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  banner: { js: REQUIRE },
  logLevel: 'warning',
  plugins: [apart, atBuild, leanPackages],
} satisfies BuildOptions;
