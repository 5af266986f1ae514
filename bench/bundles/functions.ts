import { join } from 'node:path';
import { build } from 'esbuild';
import { type FunctionName, functionEnv } from '#functions/env.ts';
import { bundleOptions } from '#lib/bundle/options.ts';
import { type FunctionSpec, functionSpec } from '#local/assembly/functions.ts';
import { readCloudAssembly } from '#local/assembly/read.ts';
import { createResolver } from '#local/assembly/resolve.ts';
import { clientsIn } from './clients.ts';

export type Bundle = { name: string; spec: FunctionSpec; file: string; clients: string[] };

/** Each function of the assembly with its bundle and the SDK clients that go into it. */
export function bundlesOf(folder: string): Promise<Bundle[]> {
  const cloud = readCloudAssembly(folder);
  const property = createResolver(cloud.template, (text) => text);
  const names = Object.keys(functionEnv).filter(isFunctionName);
  return Promise.all(
    names.map(async (name) => {
      const logicalId = name.replace(/(^|-)([a-z])/g, (_whole, _dash, letter: string) => letter.toUpperCase());
      const spec = functionSpec(cloud, property, logicalId, { name: logicalId, arn: logicalId });
      return { name, spec, file: join(spec.folder, 'index.mjs'), clients: await clientsOf(name) };
    }),
  );
}

/** Bundled once more, not to be run, because only esbuild knows what went in. */
async function clientsOf(name: FunctionName): Promise<string[]> {
  const entryPoints = [`functions/${name}.lambda.ts`];
  const { metafile } = await build({
    ...bundleOptions(name),
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
