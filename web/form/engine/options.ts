import * as z from 'zod';
import { referralSchema } from '#domain/referral/schema.ts';
import { codeInWords } from '../../components/record/words.ts';
import { type Option, stepsOf } from './fields.ts';

/** The choices that the schema gives at a path, in words: `labels` where a code does not speak for itself. */
export function optionsAt(path: string, labels: Readonly<Record<string, string>> = {}): Option[] {
  let node: unknown = referralSchema;
  for (const key of stepsOf(path)) node = inside(bare(node), key);
  const end = bare(node);
  if (!(end instanceof z.ZodEnum)) throw new Error(`The schema gives no choices at ${path}.`);
  return options(end.options.map(String), labels);
}

/** Codes as choices in words. */
export function options(codes: readonly string[], labels: Readonly<Record<string, string>> = {}): Option[] {
  return codes.map((value) => ({ value, label: labels[value] ?? codeInWords(value) }));
}

function inside(node: unknown, key: string | number): unknown {
  if (node instanceof z.ZodArray) return node.element;
  return node instanceof z.ZodObject ? Reflect.get(node.shape, key) : undefined;
}

function bare(node: unknown): unknown {
  const wraps = node instanceof z.ZodOptional || node instanceof z.ZodNullable || node instanceof z.ZodDefault;
  return wraps ? bare(node.unwrap()) : node;
}
