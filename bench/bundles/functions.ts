import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { type FunctionName, functionEnv } from '#functions/env.ts';
import { BUNDLE_OPTIONS } from '#lib/bundle.ts';
import { type FunctionSpec, functionSpec } from '#local/assembly/functions.ts';
import { readCloudAssembly } from '#local/assembly/read.ts';
import { createResolver } from '#local/assembly/resolve.ts';
import { clientsIn } from './clients.ts';

export type Bundle = { name: string; spec: FunctionSpec; file: string; clients: string[] };

/** Each function of the assembly with its bundle and the SDK clients that go into it. */
export function bundlesOf(folder: string): Bundle[] {
  const cloud = readCloudAssembly(folder);
  const property = createResolver(cloud.template, (text) => text);
  return Object.keys(functionEnv)
    .filter(isFunctionName)
    .map((name) => {
      const logicalId = name.replace(/(^|-)([a-z])/g, (_whole, _dash, letter: string) => letter.toUpperCase());
      const spec = functionSpec(cloud, property, logicalId, { name: logicalId, arn: logicalId });
      return { name, spec, file: join(spec.folder, 'index.mjs'), clients: clientsOf(name) };
    });
}

/** Bundled once more, not to be run, because only esbuild knows what went in. */
function clientsOf(name: FunctionName): string[] {
  const entryPoints = [`functions/${name}.lambda.ts`];
  const { metafile } = buildSync({
    ...BUNDLE_OPTIONS,
    entryPoints,
    outfile: 'never.mjs',
    write: false,
    metafile: true,
  });
  const outputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return clientsIn(outputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])));
}

function isFunctionName(name: string): name is FunctionName {
  return name in functionEnv;
}
