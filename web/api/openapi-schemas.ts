import * as z from 'zod';
import { referralSchema } from '#domain/referral/schema.ts';
import { acceptedSchema, evidenceAnswerSchema, refusalSchema, statusViewSchema } from './answers.ts';
import { evidenceRequestSchema } from './evidence-request.ts';

const schemas = {
  Referral: referralSchema,
  EvidenceRequest: evidenceRequestSchema,
  EvidenceAnswer: evidenceAnswerSchema,
  Accepted: acceptedSchema,
  StatusView: statusViewSchema,
  Refusal: refusalSchema,
};
export type SchemaName = keyof typeof schemas | 'Description';

export function refTo(name: SchemaName): Readonly<Record<string, string>> {
  return name === 'Description' ? { type: 'object' } : { $ref: `#/components/schemas/${name}` };
}

/** Every schema as JSON Schema 2020-12, which is what OpenAPI 3.1 takes; as callers write it, before normalising. */
export function jsonSchemas(): Record<string, unknown> {
  const made = Object.entries(schemas).map(([name, schema]) => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
    return [name, rest];
  });
  return Object.fromEntries(made);
}
