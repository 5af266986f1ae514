import * as z from 'zod';
import { triageOutcomeSchema } from '#domain/case/codes.ts';
import { blankableText, text } from '#domain/referral/text.ts';
import type { DecisionFault } from './decision-faults.ts';

const LONGEST_REASON = 4000;
const LONGEST_MESSAGE = 2000;
const LONGEST_NAME = 120;

const signed = (missing: DecisionFault, tooLong: DecisionFault, unprintable: DecisionFault) =>
  text(LONGEST_NAME, { missing, tooLong, unprintable });

const optional = (max: number, tooLong: DecisionFault, unprintable: DecisionFault, saysNothing: DecisionFault) =>
  blankableText(max, { tooLong, unprintable, saysNothing });

/** Everything that the form for a decision holds, trimmed; blank is not given. */
export const typedSchema = z.object({
  reference: z.string(),
  taskId: z.string(),
  /** The id of who is signed in, whatever name they sign with. */
  person: z.string(),
  outcome: z.string().trim(),
  service: z.string().trim(),
  serviceName: optional(LONGEST_NAME, 'SERVICE_NAME_TOO_LONG', 'SERVICE_NAME_UNPRINTABLE', 'SERVICE_NAME_SAYS_NOTHING'),
  question: optional(LONGEST_MESSAGE, 'QUESTION_TOO_LONG', 'QUESTION_UNPRINTABLE', 'QUESTION_SAYS_NOTHING'),
  message: optional(LONGEST_MESSAGE, 'MESSAGE_TOO_LONG', 'MESSAGE_UNPRINTABLE', 'MESSAGE_SAYS_NOTHING'),
  reason: blankableText(LONGEST_REASON, {
    tooLong: 'REASON_TOO_LONG' satisfies DecisionFault,
    unprintable: 'REASON_UNPRINTABLE' satisfies DecisionFault,
  }),
  deciderName: signed('NAME_MISSING', 'NAME_TOO_LONG', 'NAME_UNPRINTABLE'),
  deciderRole: signed('ROLE_MISSING', 'ROLE_TOO_LONG', 'ROLE_UNPRINTABLE'),
});

type Typed = z.input<typeof typedSchema>;
/** What a program of an earlier release does not send. */
const later = { service: '', serviceName: '', question: '', message: '' };
type Later = keyof typeof later;

/** A decision as it was typed. What a program leaves out is blank. */
export type DecisionCommand = Omit<Typed, Later> & Partial<Pick<Typed, Later>>;

/** The same without what its outcome does not need, whatever was typed there. */
export function needed(command: DecisionCommand): Typed {
  const typed = { ...later, ...command };
  const outcome = typed.outcome.trim();
  return {
    ...typed,
    ...(outcome === 'REDIRECT' ? {} : { service: '', serviceName: '' }),
    ...(outcome === 'REQUEST_INFORMATION' ? {} : { question: '' }),
    ...(triageOutcomeSchema.safeParse(outcome).success ? {} : { message: '' }),
  };
}
