import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin, PluginBuild } from 'esbuild';
import { STAND_INS } from './stand-ins.ts';

const SCHEMAS = /@aws-sdk\/client-[a-z0-9-]+\/dist-es\/schemas\/schemas_0\.js$/;
const ZOD_SCHEMAS = /zod\/v4\/classic\/schemas\.js$/;
const ZOD_CORE = /zod\/v4\/core\/schemas\.js$/;
const S3_CLIENT = /@aws-sdk\/client-s3\/dist-es\/(S3Client|commandBuilder)\.js$/;
const FILTERS = /nunjucks\/src\/filters\.js$/;
const PARTITIONS = /util-endpoints\/lib\/aws\/partitions\.js$/;
const MANIFEST = /@aws-sdk\/client-[a-z0-9-]+\/package\.json$/;
const DEFERRED_ZOD = fileURLToPath(new URL('deferred-zod.ts', import.meta.url));
const COMPILED_LOADER = fileURLToPath(new URL('compiled-loader.ts', import.meta.url));

/** Leaves out of a bundle what packages bring and no function runs. The rest does what it does in the whole package. */
export const leanPackages: Plugin = {
  name: 'lean-packages',
  setup(build) {
    withoutWhatNeverRuns(build);
    build.onLoad({ filter: ZOD_CORE }, async ({ path }) => ({
      contents: withoutGeneratedParsers(await readFile(path, 'utf8')),
    }));
    build.onResolve({ filter: /^zod$/ }, ({ importer }) =>
      importer === DEFERRED_ZOD || importer.includes('/node_modules/') ? undefined : { path: DEFERRED_ZOD },
    );
  },
};

/** The same for a function that reads thousands of items a call: zod generates a parser for each object, and defers nothing. */
export const packagesForMany: Plugin = { name: 'packages-for-many', setup: withoutWhatNeverRuns };

function withoutWhatNeverRuns(build: PluginBuild): void {
  build.onLoad({ filter: SCHEMAS }, async ({ path }) => ({ contents: leanSchemas(await readFile(path, 'utf8')) }));
  build.onLoad({ filter: ZOD_SCHEMAS }, async ({ path }) => ({ contents: ownUtil(await readFile(path, 'utf8')) }));
  build.onLoad({ filter: S3_CLIENT }, async ({ path }) => ({ contents: ordinaryS3(await readFile(path, 'utf8')) }));
  build.onLoad({ filter: FILTERS }, async ({ path }) => ({ contents: usedFilters(await readFile(path, 'utf8')) }));
  build.onLoad({ filter: PARTITIONS }, async ({ path }) => ({
    contents: withoutRegionNames(await readFile(path, 'utf8')),
  }));
  build.onLoad({ filter: MANIFEST }, async ({ path }) => ({
    contents: versionOnly(await readFile(path, 'utf8')),
    loader: 'json',
  }));
  build.onResolve({ filter: /^\.\/node-loaders$/ }, () => ({ path: COMPILED_LOADER }));
  for (const { filter, contents } of STAND_INS) build.onLoad({ filter }, () => ({ contents }));
}

/**
 * A client's schemas such that esbuild can leave out what no function asks for. It keeps a schema with a computed key
 * such as `[_hH]`, not knowing what computing it does, so keys are written out. And it keeps what is registered.
 * Without its own class an error of AWS is a `ServiceException` of the same name. The name is all that `ask` reads.
 */
export function leanSchemas(source: string): string {
  const texts = new Map([...source.matchAll(/^const (_\w+) = ("[^"\\]*");$/gm)].map(([, name, text]) => [name, text]));
  return source
    .replaceAll(/\[(_\w+)\]:/g, (key, name: string) => (texts.has(name) ? `${texts.get(name)}:` : key))
    .replaceAll(/^n0_registry\.registerError\(.*\);$/gm, '');
}

/** From a list of other modules esbuild would keep the whole of it; from the module itself it keeps what is called. */
function ownUtil(source: string): string {
  return source
    .replace('import { util } from "../core/index.js";', 'import * as util from "../core/util.js";')
    .replaceAll('core.util.', 'util.');
}

/**
 * Objects without the parser that zod would generate for each on first use. To generate it takes longer than a call
 * takes to read a few objects without.
 */
function withoutGeneratedParsers(source: string): string {
  return source.replace(/^export const \$ZodObjectJIT = [\s\S]*?^\}\);$/m, 'export const $ZodObjectJIT = $ZodObject;');
}

/** S3 for ordinary buckets in the region that we name, whose objects S3 itself encrypts. */
function ordinaryS3(source: string): string {
  return source
    .replaceAll(/^.*\.use\(get(?:RegionRedirectMiddleware|S3Express|S3ExpressHttpSigning)Plugin\(.*\);$/gm, '')
    .replaceAll('getSsecPlugin(config),', '')
    .replaceAll(/\bget(?:RegionRedirectMiddleware|S3Express|S3ExpressHttpSigning|Ssec)Plugin, /g, '');
}

/** The filters that no template uses, and no other filter either: nunjucks lists all of them, so esbuild keeps them. */
const UNUSED = 'batch|center|dictsort|groupby|nl2br|random|reverse|slice|striptags|sum|title|urlize|wordcount';

function usedFilters(source: string): string {
  return source
    .replaceAll(new RegExp(`^function (?:${UNUSED})\\([\\s\\S]*?^}$`, 'gm'), '')
    .replaceAll(new RegExp(`^_exports\\.(?:${UNUSED}) = .*$`, 'gm'), '');
}

/** The partitions of AWS without the name of each region: a region is found by the pattern of its partition, and nothing shows its name. */
export function withoutRegionNames(source: string): string {
  return source.replaceAll(/"regions": \{[\s\S]*?\n {12}\}/g, '"regions": {}');
}

/** A client asks its manifest for nothing else. */
function versionOnly(manifest: string): string {
  const { version }: { version: string } = JSON.parse(manifest);
  return JSON.stringify({ version });
}
