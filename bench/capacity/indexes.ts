import * as z from 'zod';
import type { Index } from './units.ts';

const keySchema = z.array(z.object({ AttributeName: z.string() }));

const indexSchema = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  // An index that projects everything would need the whole item here: say so rather than count it wrongly.
  Projection: z.object({
    ProjectionType: z.enum(['KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).default([]),
  }),
});

const tableSchema = z.object({ KeySchema: keySchema, GlobalSecondaryIndexes: z.array(indexSchema).default([]) });

/** The indexes of a table and what each holds, from the properties of its resource in the template. */
export function indexesOf(properties: unknown): Index[] {
  const { KeySchema, GlobalSecondaryIndexes } = tableSchema.parse(properties);
  const names = (schema: z.infer<typeof keySchema>) => schema.map(({ AttributeName }) => AttributeName);
  return GlobalSecondaryIndexes.map((index) => {
    const keys = names(index.KeySchema);
    const attributes = [...new Set([...keys, ...names(KeySchema), ...index.Projection.NonKeyAttributes])];
    return { name: index.IndexName, keys, attributes };
  });
}
