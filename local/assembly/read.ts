import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { AssemblyError, type Template, templateSchema } from './template.ts';

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: z.object({ templateFile: z.string().optional() }).optional() }),
  ),
});

const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

/** `assets` leads from the S3 key that the template names to the folder that was staged for it. */
export type CloudAssembly = { template: Template; assets: Map<string, string> };

/** Reads the one stack of a cloud assembly. */
export function readCloudAssembly(folder: string): CloudAssembly {
  const manifest = manifestSchema.parse(readJson(join(folder, 'manifest.json')));
  const stacks = Object.values(manifest.artifacts).filter((artifact) => artifact.type === 'aws:cloudformation:stack');
  const [stack, ...others] = stacks;
  if (stack === undefined || others.length > 0) {
    throw new AssemblyError(`${folder} holds ${stacks.length} stacks; the embedded run needs exactly one.`);
  }
  const templateFile = stack.properties?.templateFile;
  if (templateFile === undefined) throw new AssemblyError(`The stack in ${folder} names no template file.`);
  const template = templateSchema.parse(readJson(join(folder, templateFile)));
  const assetsFile = join(folder, templateFile.replace(/\.template\.json$/, '.assets.json'));
  return { template, assets: existsSync(assetsFile) ? assetFolders(folder, readJson(assetsFile)) : new Map() };
}

function assetFolders(folder: string, json: unknown): Map<string, string> {
  const folders = new Map<string, string>();
  for (const file of Object.values(assetsSchema.parse(json).files)) {
    for (const destination of Object.values(file.destinations)) {
      if (file.source.path !== undefined) folders.set(destination.objectKey, resolve(folder, file.source.path));
    }
  }
  return folders;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new AssemblyError(`${path} cannot be read; run npm run synth.`, { cause: error });
  }
}
