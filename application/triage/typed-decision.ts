import * as z from 'zod';
import { triageOutcomeSchema } from '#domain/case/codes.ts';
import { endsHere, putsOnList } from '#domain/case/decide.ts';
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
  /** What the risk to the child is while the referrer is asked. */
  risk: optional(LONGEST_MESSAGE, 'RISK_TOO_LONG', 'RISK_UNPRINTABLE', 'RISK_SAYS_NOTHING'),
  message: optional(LONGEST_MESSAGE, 'MESSAGE_TOO_LONG', 'MESSAGE_UNPRINTABLE', 'MESSAGE_SAYS_NOTHING'),
  list: z.string().trim(),
  band: z.string().trim(),
  criterion: z.string().trim(),
  /** `YYYY-MM-DD` as it was typed, real or not. */
  meetingOn: z.string().trim(),
  /** Names, with a comma or a new line between two. */
  present: optional(LONGEST_MESSAGE, 'PRESENT_TOO_LONG', 'PRESENT_UNPRINTABLE', 'PRESENT_SAYS_NOTHING'),
  /** The date of the meeting to which it is deferred, as `YYYY-MM-DD`; blank is the next one. */
  deferTo: z.string().trim(),
  /** The name, mailbox or id of a member of the team. */
  secondName: z.string().trim(),
  secondRole: optional(LONGEST_NAME, 'SECOND_ROLE_TOO_LONG', 'SECOND_ROLE_UNPRINTABLE', 'SECOND_ROLE_SAYS_NOTHING'),
  urgentBecause: optional(LONGEST_MESSAGE, 'URGENT_TOO_LONG', 'URGENT_UNPRINTABLE', 'URGENT_SAYS_NOTHING'),
  /** `YES` where each referrer of a duplicate is told of the other referral. */
  tellOther: z.string().trim(),
  /** The hash of the page on which it was typed, where that was kept. */
  page: z.string(),
  reason: blankableText(LONGEST_REASON, {
    tooLong: 'REASON_TOO_LONG' satisfies DecisionFault,
    unprintable: 'REASON_UNPRINTABLE' satisfies DecisionFault,
  }),
  deciderName: signed('NAME_MISSING', 'NAME_TOO_LONG', 'NAME_UNPRINTABLE'),
  deciderRole: signed('ROLE_MISSING', 'ROLE_TOO_LONG', 'ROLE_UNPRINTABLE'),
});

type Typed = z.input<typeof typedSchema>;
/** What was typed, trimmed. */
export type Read = z.output<typeof typedSchema>;

const listing = { list: '', band: '' };
const meeting = { meetingOn: '', present: '' };
const second = { secondName: '', secondRole: '', urgentBecause: '' };
/** What a program of an earlier release does not send. */
const later = {
  ...{ service: '', serviceName: '', question: '', risk: '', message: '', criterion: '', deferTo: '' },
  ...{ ...listing, ...meeting, ...second, page: '', tellOther: '' },
};
type Later = keyof typeof later;

/** A decision as it was typed. What a program leaves out is blank. */
export type DecisionCommand = Omit<Typed, Later> & Partial<Pick<Typed, Later>>;

/** The same without what its outcome does not need, whatever was typed there. */
export function needed(command: DecisionCommand): Typed {
  const typed = { ...later, ...command };
  const outcome = typed.outcome.trim();
  const isTriage = triageOutcomeSchema.safeParse(outcome).success;
  const isSigned = putsOnList(outcome) || endsHere(outcome);
  // A meeting can decide anything of triage, and is kept where all of it was typed.
  const isMet = isTriage && typed.meetingOn.trim() !== '' && typed.present.trim() !== '';
  // So is a second person who was named for a plain accept, with why it could not wait.
  const isNamed = typed.secondName.trim() !== '' && typed.urgentBecause.trim() !== '';
  const hasSecond = isSigned && (outcome !== 'ACCEPT_INITIAL_ASSESSMENT' || isNamed);
  return {
    ...typed,
    ...(outcome === 'REDIRECT' ? {} : { service: '', serviceName: '' }),
    ...(outcome === 'REQUEST_INFORMATION' ? {} : { question: '', risk: '' }),
    ...(isTriage ? {} : { message: '' }),
    ...(outcome === 'CONFIRMED_DUPLICATE' ? {} : { tellOther: '' }),
    ...(putsOnList(outcome) ? {} : listing),
    ...(endsHere(outcome) ? {} : { criterion: '' }),
    ...(outcome === 'DEFER_TO_MEETING' ? {} : { deferTo: '' }),
    ...(isSigned || isMet ? {} : meeting),
    ...(hasSecond ? {} : second),
  };
}
