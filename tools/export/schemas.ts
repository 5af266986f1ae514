import * as z from 'zod';
import { caseSchema } from '#domain/case/case.ts';
import { referralSchema } from '#domain/referral/schema.ts';
import { supportSchema } from '#domain/support/support.ts';

/** What the records that matter most are made of, as JSON Schema. The body of a referral is what was sent. */
export function schemas(): ReadonlyMap<string, unknown> {
  const all = { 'body-of-a-referral': referralSchema, case: caseSchema, support: supportSchema };
  return new Map(
    Object.entries(all).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
    ]),
  );
}
