import * as z from 'zod';
import { referralSchema } from '#domain/referral/schema.ts';

/** The titles of a schema's fields, in the shape of the schema. */
export interface FieldWords {
  readonly title?: string | undefined;
  readonly properties?: Readonly<Record<string, FieldWords>> | undefined;
  readonly items?: FieldWords | undefined;
}

const fieldWordsSchema: z.ZodType<FieldWords> = z.lazy(() =>
  z.object({
    title: z.string().optional(),
    properties: z.record(z.string(), fieldWordsSchema).optional(),
    items: fieldWordsSchema.optional(),
  }),
);

let known: FieldWords | undefined;

export function referralWords(): FieldWords {
  known ??= fieldWordsSchema.parse(z.toJSONSchema(referralSchema, { io: 'input', unrepresentable: 'any' }));
  return known;
}

export function fieldWords(words: FieldWords | undefined, key: string): FieldWords | undefined {
  return words?.properties && Object.hasOwn(words.properties, key) ? words.properties[key] : undefined;
}
