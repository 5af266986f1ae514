import * as z from 'zod';
import type { Decision, Task } from '#domain/case/case.ts';
import { duplicateOutcomeSchema, suspicionOutcomeSchema, triageOutcomeSchema } from '#domain/case/codes.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { blankableText, text } from '#domain/referral/text.ts';
import type { CommandRule } from '../command.ts';

const LONGEST_REASON = 4000;
const LONGEST_NAME = 120;

/** The rule of each fault of a decision. */
export const decisionFaults = {
  OUTCOME_UNKNOWN: 'not-a-choice',
  REASON_MISSING: 'missing',
  REASON_TOO_LONG: 'too-long',
  REASON_UNPRINTABLE: 'unprintable',
  NAME_MISSING: 'missing',
  NAME_TOO_LONG: 'too-long',
  NAME_UNPRINTABLE: 'unprintable',
  ROLE_MISSING: 'missing',
  ROLE_TOO_LONG: 'too-long',
  ROLE_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type DecisionFault = keyof typeof decisionFaults;

const signed = (missing: DecisionFault, tooLong: DecisionFault, unprintable: DecisionFault) =>
  text(LONGEST_NAME, { missing, tooLong, unprintable });

const typedSchema = z.object({
  reference: z.string(),
  taskId: z.string(),
  /** The id of who is signed in, whatever name they sign with. */
  person: z.string(),
  outcome: z.string().trim(),
  reason: blankableText(LONGEST_REASON, {
    tooLong: 'REASON_TOO_LONG' satisfies DecisionFault,
    unprintable: 'REASON_UNPRINTABLE' satisfies DecisionFault,
  }),
  deciderName: signed('NAME_MISSING', 'NAME_TOO_LONG', 'NAME_UNPRINTABLE'),
  deciderRole: signed('ROLE_MISSING', 'ROLE_TOO_LONG', 'ROLE_UNPRINTABLE'),
});

/** A decision as it was typed. */
export type DecisionCommand = z.input<typeof typedSchema>;

/**
 * A decision on a task of this kind, trimmed and checked. A reason may be left out only for an accept that follows the
 * recommendation, and for a referral that is genuine. Source: RULES, "After triage".
 */
export function decisionSchema(kind: Task['kind'], recommendation: string | null) {
  const isKnown = (outcome: string) => outcomesOf(kind).safeParse(outcome).success;
  // Whatever else is wrong, so that everything that is missing is said together.
  const fault = (code: DecisionFault, field: keyof DecisionCommand) => ({
    error: code,
    path: [field],
    when: () => true,
  });
  return typedSchema
    .refine(({ outcome }) => isKnown(outcome), fault('OUTCOME_UNKNOWN', 'outcome'))
    .refine(
      ({ outcome, reason }) => reason !== '' || (isKnown(outcome) && !needsReason(outcome, recommendation)),
      fault('REASON_MISSING', 'reason'),
    );
}

/** Whether it is what was decided already, sent again by a double click or a reload. */
export function isRepeat(typed: DecisionCommand, { outcome, reason, by }: Decision): boolean {
  const { data } = typedSchema.safeParse(typed);
  if (data?.outcome !== outcome || data.reason !== reason) return false;
  return `${data.deciderName}, ${data.deciderRole}` === actorInWords(by);
}

function outcomesOf(kind: Task['kind']) {
  if (kind === 'SUSPICIOUS') return suspicionOutcomeSchema;
  return kind === 'TRIAGE' ? triageOutcomeSchema : duplicateOutcomeSchema;
}

function needsReason(outcome: string, recommendation: string | null): boolean {
  if (outcome === 'GENUINE_REFERRAL') return false;
  return outcome !== 'ACCEPT_INITIAL_ASSESSMENT' || recommendation === 'LIKELY_INELIGIBLE';
}
