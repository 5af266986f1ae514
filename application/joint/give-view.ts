import * as z from 'zod';
import { isJointOpen, jointViewGiven } from '#domain/case/joint.ts';
import { jointViewSchema } from '#domain/case/joint-shape.ts';
import type { Actor } from '#domain/people/actor.ts';
import { text } from '#domain/referral/text.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { followSharing } from '../intake/follow-sharing.ts';
import type { StepDeps } from '../step-deps.ts';

/** The rule of each fault of the view of another service. */
export const jointViewFaults = {
  VIEW_MISSING: 'not-a-choice',
  WHY_MISSING: 'missing',
  WHY_TOO_LONG: 'too-long',
  WHY_UNPRINTABLE: 'unprintable',
  NAME_MISSING: 'missing',
  NAME_TOO_LONG: 'too-long',
  NAME_UNPRINTABLE: 'unprintable',
  ROLE_MISSING: 'missing',
  ROLE_TOO_LONG: 'too-long',
  ROLE_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type JointViewFault = keyof typeof jointViewFaults;

const LONGEST = 1000;
const LONGEST_NAME = 150;
const of = (what: 'WHY' | 'NAME' | 'ROLE', max: number) =>
  text(max, { missing: `${what}_MISSING`, tooLong: `${what}_TOO_LONG`, unprintable: `${what}_UNPRINTABLE` });

const typedSchema = z.object({
  what: z.string().pipe(z.enum(jointViewSchema.options, 'VIEW_MISSING' satisfies JointViewFault)),
  reason: of('WHY', LONGEST),
  name: of('NAME', LONGEST_NAME),
  role: of('ROLE', LONGEST_NAME),
  /** When that service gave its view before, as the form showed it; blank where it had given none. */
  seen: z.string(),
});
export type JointViewTyped = z.input<typeof typedSchema>;

/** SAME: that service gave another view since the form was shown. CLOSED: nothing is decided with it any more. */
export type JointViewResult =
  | { readonly kind: 'DONE' | 'SAME' | 'CLOSED' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<JointViewFault>[] };

/** Records what someone in a service says of the child, and what they changed of it until it is decided, and tells the managers when it is the last. */
export function giveView(
  deps: StepDeps,
): (reference: string, to: string, typed: JointViewTyped, by: Actor) => Promise<JointViewResult> {
  return async (reference, to, typed, by) => {
    const read = readCommand(typedSchema, jointViewFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved, theCase } = await changeCase(deps.cases, reference, (current) =>
      jointViewGiven(current, moment, { to, by, ...read.command }),
    );
    await followSharing(deps)(reference);
    if (saved) return { kind: 'DONE' };
    return { kind: isJointOpen(theCase) ? 'SAME' : 'CLOSED' };
  };
}
