import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { apart } from './apart.ts';
import { atBuild } from './at-build.ts';
import { leanPackages, packagesForMany } from './lean-packages.ts';

/** What a bundle may have at most: about 130 ms to load it. Source: decision 0038. */
const MOST_BYTES = 768 * 1024;
/** Of the pages of staff, who come back all day. Source: decision 0050. */
const MOST_BYTES_OF_STAFF = 1280 * 1024;

/** How large the bundle of this function may be, in bytes. */
export function mostBytes(name: string): number {
  return name === 'serve-staff' ? MOST_BYTES_OF_STAFF : MOST_BYTES;
}

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

/** Functions that read what is stored of every child in one call, and for which no person waits. */
const READ_EVERYONE: readonly string[] = [
  'balance-lists',
  'erase-records',
  'look-at-lists',
  'reconcile-records',
  'seal-histories',
];
const OF_EVERYONE: BuildOptions = { ...BUNDLE_OPTIONS, plugins: [apart, atBuild, packagesForMany] };

/** How the function of this name is bundled, or the module that stands apart. */
export function bundleOptions(name: string): BuildOptions {
  return READ_EVERYONE.includes(name) ? OF_EVERYONE : BUNDLE_OPTIONS;
}
