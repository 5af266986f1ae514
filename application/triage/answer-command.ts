import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { actorSchema } from '#domain/people/actor.ts';
import { areaSchema } from '#domain/referral/codes.ts';
import { assessmentSchema } from '#domain/referral/development.ts';
import { blankableText } from '#domain/referral/text.ts';
import type { CommandRule } from '../command.ts';

/** The rule of each fault of an answer. */
export const answerFaults = {
  ANSWER_MISSING: 'missing',
  ANSWER_TOO_LONG: 'too-long',
  ANSWER_UNREADABLE: 'unprintable',
  TOO_MANY_DOCUMENTS: 'too-many',
} as const satisfies Record<string, CommandRule>;
export type AnswerFault = keyof typeof answerFaults;

const LONGEST_ANSWER = 4000;
/** Over all answers, so that a case always fits into one item. */
const MOST_DOCUMENTS = 100;

const typedSchema = z.object({
  reference: z.string(),
  taskId: z.string(),
  by: actorSchema,
  text: blankableText(LONGEST_ANSWER, {
    tooLong: 'ANSWER_TOO_LONG' satisfies AnswerFault,
    unprintable: 'ANSWER_UNREADABLE' satisfies AnswerFault,
  }),
  evidence: z.array(
    z.object({
      evidenceId: z.string(),
      type: z.string(),
      title: z.string(),
      furtherPages: z.array(z.string()).max(19).optional(),
    }),
  ),
  /** Each area once. */
  areas: z.array(assessmentSchema).max(areaSchema.options.length).optional(),
  /** Who gave it to a member of staff, and when; never of the referrer's own answer. */
  given: z.object({ name: z.string(), on: z.string() }).optional(),
});

/** An answer as it was typed. */
export type AnswerCommand = z.input<typeof typedSchema>;

/** An answer to a question about this case, trimmed and checked: with words, a document or an area, within what a case can hold. */
export function answerSchema(theCase: Pick<Case, 'added'> | undefined) {
  const already = theCase?.added.length ?? 0;
  const fault = (error: AnswerFault) => ({ error, path: ['text'] });
  return typedSchema
    .refine(
      ({ text, evidence, areas = [] }) => text !== '' || evidence.length + areas.length > 0,
      fault('ANSWER_MISSING'),
    )
    .refine(({ evidence }) => evidence.length === 0 || already + evidence.length <= MOST_DOCUMENTS, {
      ...fault('TOO_MANY_DOCUMENTS'),
      params: { limit: MOST_DOCUMENTS },
    });
}
