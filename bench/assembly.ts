import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Assembly, loadAssembly } from '#local/assembly/load.ts';
import { readCloudAssembly } from '#local/assembly/read.ts';
import { synthesise } from '#local/synth.ts';

const templateSchema = z.looseObject({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string(), Properties: z.looseObject({}).default({}) })),
});
const environmentSchema = z.looseObject({ Variables: z.record(z.string(), z.unknown()) });

/** The functions of the synthesised stack with their bundles, and its template. */
export async function synthesisedStack(): Promise<{ folder: string; assembly: Assembly; template: Template }> {
  const folder = await synthesise({ checked: false });
  const { template } = readCloudAssembly(folder);
  return { folder, template, assembly: loadAssembly(folder, 'http://localhost:8080') };
}

export type Template = ReturnType<typeof readCloudAssembly>['template'];

/**
 * A copy of the assembly in which each function's name is also its SDK's application id. Each call on the wire then
 * says who makes it. The bundles are the same files.
 */
export function assemblyThatSaysWhoCalls(from: string, into: string): string {
  for (const name of readdirSync(from)) {
    if (name.startsWith('asset.')) symlinkSync(join(from, name), join(into, name));
    else if (name.endsWith('.template.json'))
      writeFileSync(join(into, name), named(readFileSync(join(from, name), 'utf8')));
    else if (name.endsWith('.json')) cpSync(join(from, name), join(into, name));
  }
  return into;
}

function named(text: string): string {
  const template = templateSchema.parse(JSON.parse(text));
  for (const [logicalId, { Type, Properties }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::Lambda::Function') continue;
    const { Variables } = environmentSchema.parse(Properties.Environment ?? { Variables: {} });
    Properties.Environment = { Variables: { ...Variables, AWS_SDK_UA_APP_ID: logicalId } };
  }
  return JSON.stringify(template);
}
