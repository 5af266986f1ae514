import { readFileSync } from 'node:fs';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { smallStepsApp, WITHOUT_BUNDLES } from '#lib/app.ts';
import { parseDeployConfig } from '#lib/config.ts';

const exampleFile = new URL('../../docs/deploy.example.json', import.meta.url);

export const exampleConfig = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(exampleFile, 'utf8')));

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
const templateSchema = z.object({ Resources: z.record(z.string(), resourceSchema) });

export type Resource = z.infer<typeof resourceSchema>;
export type Resources = Record<string, Resource>;

const made = new Map<string, Resources>();

/** The template that the example configuration, changed like this, is deployed as. Throws when the AwsSolutions rules do. */
export function synthesised(changes: Record<string, unknown> = {}): Resources {
  const text = JSON.stringify({ ...exampleConfig, ...changes });
  const before = made.get(text);
  if (before !== undefined) return before;
  const { stack } = smallStepsApp(parseDeployConfig(text, 'a test'), WITHOUT_BUNDLES);
  const { Resources } = templateSchema.parse(Template.fromStack(stack).toJSON());
  made.set(text, Resources);
  return Resources;
}

export function ofType(resources: Resources, type: string): [string, Resource][] {
  return Object.entries(resources).filter(([, resource]) => resource.Type === type);
}

/** The one resource of this type; a test that expects one has found something else otherwise. */
export function only(resources: Resources, type: string): Resource {
  const [first, ...others] = ofType(resources, type);
  if (first === undefined || others.length > 0) throw new Error(`${others.length + 1} of ${type}`);
  return first[1];
}

/** `Ref` and `Fn::GetAtt` as short words, so that a table in a test can name them. */
export function flatten(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = intrinsicSchema.parse(value);
  if (Ref !== undefined) return Ref.startsWith('AWS::') ? '' : Ref;
  if (attribute !== undefined) return attribute[0];
  return (join?.[1] ?? []).map(flatten).join('');
}

const intrinsicSchema = z.strictObject({
  Ref: z.string().optional(),
  'Fn::GetAtt': z.tuple([z.string(), z.string()]).optional(),
  'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]).optional(),
});
