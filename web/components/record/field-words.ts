import * as z from 'zod';
import { bareSchema, metaOf } from '#domain/problems/field-words.ts';
import { referralSchema } from '#domain/referral/schema.ts';

/** The titles of a schema's fields, in the shape of the schema. */
export interface FieldWords {
  readonly title?: string | undefined;
  readonly properties?: Readonly<Record<string, FieldWords>> | undefined;
  readonly items?: FieldWords | undefined;
}

let known: FieldWords | undefined;

/** The titles of a referral's fields; read from its schema once. */
export function referralWords(): FieldWords {
  known ??= wordsOf(referralSchema);
  return known;
}

export function fieldWords(words: FieldWords | undefined, key: string): FieldWords | undefined {
  return words?.properties && Object.hasOwn(words.properties, key) ? words.properties[key] : undefined;
}

function wordsOf(schema: unknown): FieldWords {
  const title = metaOf(schema)?.title;
  const bare = bareSchema(schema);
  if (bare instanceof z.ZodArray) return { title, items: wordsOf(bare.element) };
  if (!(bare instanceof z.ZodObject)) return { title };
  const members = Object.entries(bare.shape).map(([key, member]) => [key, wordsOf(member)] as const);
  return { title, properties: Object.fromEntries(members) };
}
