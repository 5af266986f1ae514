import * as z from 'zod';
import type { Decision, Task } from '#domain/case/case.ts';
import { duplicateOutcomeSchema, suspicionOutcomeSchema, triageOutcomeSchema } from '#domain/case/codes.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { blankableText, text } from '#domain/referral/text.ts';

const LONGEST_REASON = 4000;
const LONGEST_NAME = 120;

/** What is said of each thing that keeps a decision from being recorded. */
export const decisionWords = {
  OUTCOME_UNKNOWN: 'Select what happens with this referral',
  REASON_MISSING: 'Enter the reason for this decision',
  REASON_TOO_LONG: `Reason must be ${LONGEST_REASON} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
  NAME_MISSING: 'Enter your name',
  NAME_TOO_LONG: `Your name must be ${LONGEST_NAME} characters or fewer`,
  NAME_UNPRINTABLE: 'Enter your name again without characters that we cannot show',
  ROLE_MISSING: 'Enter your role, for example Portage practitioner',
  ROLE_TOO_LONG: `Your role must be ${LONGEST_NAME} characters or fewer`,
  ROLE_UNPRINTABLE: 'Enter your role again without characters that we cannot show',
} as const;

type Fault = keyof typeof decisionWords;

const signed = (missing: Fault, tooLong: Fault, unprintable: Fault) =>
  text(LONGEST_NAME, { missing, tooLong, unprintable });

const typedSchema = z.object({
  reference: z.string(),
  taskId: z.string(),
  /** The id of who is signed in, whatever name they sign with. */
  person: z.string(),
  outcome: z.string().trim(),
  reason: blankableText(LONGEST_REASON, {
    tooLong: 'REASON_TOO_LONG' satisfies Fault,
    unprintable: 'REASON_UNPRINTABLE' satisfies Fault,
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
  const fault = (code: Fault, field: keyof DecisionCommand) => ({ error: code, path: [field], when: () => true });
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
