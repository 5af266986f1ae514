import * as z from 'zod';
import { schemaAt } from '#domain/problems/field-words.ts';
import { referralSchema } from '#domain/referral/schema.ts';
import { codeInWords } from '../../components/record/words.ts';
import { type Option, stepsOf } from './fields.ts';

/** The choices that the schema gives at a path, in words: `labels` where a code does not speak for itself. */
export function optionsAt(path: string, labels: Readonly<Record<string, string>> = {}): Option[] {
  const end = schemaAt(referralSchema, stepsOf(path));
  if (!(end instanceof z.ZodEnum)) throw new Error(`The schema gives no choices at ${path}.`);
  return options(end.options.map(String), labels);
}

/** Codes as choices in words. */
export function options(codes: readonly string[], labels: Readonly<Record<string, string>> = {}): Option[] {
  return codes.map((value) => ({ value, label: labels[value] ?? codeInWords(value) }));
}
