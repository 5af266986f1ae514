import * as z from 'zod';
import { paperEntrySchema } from '#domain/draft/paper-entry.ts';
import { actorSchema } from '#domain/people/actor.ts';

/** 8 to 255 characters that can be seen, with spaces only between them. */
const keySchema = z.string().regex(/^[\x21-\x7e][\x20-\x7e]{6,253}[\x21-\x7e]$/);

/** What is submitted, checked. A key that cannot be used is as good as none. The body is checked by the rules of referrals. */
export const submissionSchema = z.object({
  caller: z.string(),
  idempotencyKey: keySchema.optional().catch(undefined),
  body: z.unknown(),
  /** Of a referral that came on paper or by email and that staff have entered: when it came is its referral date. */
  paperEntry: paperEntrySchema.optional(),
  /** It looks as if no person had sent it: it is stored as any other and held for a person. */
  isSuspect: z.boolean().default(false),
  /** The system that sent it. Without one its referrer has, by the form. */
  sentBy: actorSchema.optional(),
});

/** What is submitted, as it comes. */
export type Submission = z.input<typeof submissionSchema>;
