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
/** The schemas by the names under which the document lists them. */
export type SchemaName = keyof typeof schemas | 'Description';

/** Every schema as JSON Schema 2020-12, which is what OpenAPI 3.1 takes; as callers write it, before normalising. */
export function jsonSchemas(): Record<string, unknown> {
  const made = Object.entries(schemas).map(([name, schema]) => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
    return [name, rest];
  });
  return Object.fromEntries(made);
}
