import * as z from 'zod';
import { taskKindSchema } from '#domain/case/codes.ts';
import { supportWaitSchema } from '#domain/support/support.ts';
import { openCode } from '#domain/values/stored.ts';

/** What the state machine gives every step: which referral, and for a wait the token that ends it. Ids and codes only. */
export const stepInputSchema = z.object({
  referralId: z.string(),
  executionName: z.string(),
  token: z.string().optional(),
  kind: openCode(z.enum([...taskKindSchema.options, ...supportWaitSchema.options])).optional(),
  /** Of which machine the execution is; absent from those of the first. */
  machine: z.string().optional(),
  error: z.string().optional(),
});
export type StepInput = z.infer<typeof stepInputSchema>;
