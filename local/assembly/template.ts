import * as z from 'zod';

const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).optional(),
});

export const templateSchema = z.object({ Resources: z.record(z.string(), resource) });

export type Template = z.infer<typeof templateSchema>;
export type Resource = z.infer<typeof resource>;

/** Something in the synthesised stack that the embedded run needs and cannot make sense of. */
export class AssemblyError extends Error {
  override name = 'AssemblyError';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
