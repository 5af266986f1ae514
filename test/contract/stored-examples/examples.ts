import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';

const itemSchema = z.looseObject({ pk: z.string(), sk: z.string() });

/** One item as a release has stored it: `1/case.listed.json` is a listed case of version 1. */
export interface Example {
  readonly name: string;
  readonly kind: string;
  readonly version: number;
  readonly item: z.infer<typeof itemSchema>;
}

const here = new URL('./', import.meta.url);

function examplesOf(folder: string): Example[] {
  const files = readdirSync(new URL(folder, here)).filter((file) => file.endsWith('.json'));
  return files.map((file) => {
    const text = readFileSync(new URL(`${folder}/${file}`, here), 'utf8');
    const [kind = ''] = file.split('.');
    return { name: file.replace('.json', ''), kind, version: Number(folder), item: itemSchema.parse(JSON.parse(text)) };
  });
}

/** Every example of every release. They are fixed: a service may hold such an item for years. */
export const examples: readonly Example[] = readdirSync(here)
  .filter((name) => /^\d+$/.test(name))
  .flatMap((folder) => examplesOf(folder));
