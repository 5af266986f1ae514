import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { isJointOpen, jointDecided, jointWithdrawn, silentIn } from '#domain/case/joint.ts';
import type { Actor } from '#domain/people/actor.ts';
import { CaseNotFound } from '#domain/problems/errors.ts';
import { text } from '#domain/referral/text.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { followSharing } from '../intake/follow-sharing.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';
import type { StepDeps } from '../step-deps.ts';

/** The rule of each fault of a decision that is taken with other services. */
export const jointDecidedFaults = {
  ANSWER_MISSING: 'not-a-choice',
  ...reasonFaults,
  TOOK_MISSING: 'missing',
  TOOK_TOO_LONG: 'too-long',
  TOOK_UNPRINTABLE: 'unprintable',
  PHONED_MISSING: 'missing',
  PHONED_TOO_LONG: 'too-long',
  PHONED_UNPRINTABLE: 'unprintable',
  SAID_MISSING: 'missing',
  SAID_TOO_LONG: 'too-long',
  SAID_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type JointDecidedFault = keyof typeof jointDecidedFaults;

const LONGEST = 500;
const LONGEST_NAME = 150;
const of = (what: 'TOOK' | 'PHONED' | 'SAID', max: number) =>
  text(max, { missing: `${what}_MISSING`, tooLong: `${what}_TOO_LONG`, unprintable: `${what}_UNPRINTABLE` });

const typedSchema = z.object({
  /** Whom the manager spoke to in each service that has said nothing, by phone. */
  phoned: z.array(z.object({ to: z.string(), name: of('PHONED', LONGEST_NAME), said: of('SAID', LONGEST) })),
  isYes: z.string().pipe(z.enum(['YES', 'NO'], 'ANSWER_MISSING' satisfies JointDecidedFault)),
  reason: reasonSchema,
  took: of('TOOK', LONGEST),
  /** How often a service had changed its view, as the form showed it. */
  seen: z.string(),
});
export type JointDecidedTyped = z.input<typeof typedSchema>;

/** CLOSED: nothing is open to decide. CHANGED: a service changed its view since the form was shown. */
export type JointDecidedResult =
  | { readonly kind: 'DONE' | 'CLOSED' | 'CHANGED' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<JointDecidedFault>[] };

/**
 * Records what was decided together and closes the links, by one write. A service that has said nothing needs a name from it and
 * what was said on the phone; what was typed for one that answered meanwhile is left.
 */
export function decideJoint(
  deps: StepDeps,
): (reference: string, typed: JointDecidedTyped, by: Actor) => Promise<JointDecidedResult> {
  return async (reference, typed, by) => {
    const theCase = await deps.cases.readCase(reference);
    if (!theCase) throw new CaseNotFound(`There is no case ${reference}.`);
    const silent = theCase.joint ? silentIn(theCase.joint).map(({ to }) => to) : [];
    const phoned = silent.map((to) => typed.phoned.find((one) => one.to === to) ?? { to, name: '', said: '' });
    const read = readCommand(typedSchema, jointDecidedFaults, { ...typed, phoned });
    if ('problems' in read) return { kind: 'INVALID', problems: namedAfter(read.problems, silent) };
    const { isYes, seen, ...said } = read.command;
    let isChanged = false;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, reference, (current) => {
      isChanged = isJointOpen(current) && viewChanges(current) !== seen;
      return isChanged ? undefined : jointDecided(current, moment, { by, isYes: isYes === 'YES', ...said });
    });
    await followSharing(deps)(reference);
    if (saved) return { kind: 'DONE' };
    return { kind: isChanged ? 'CHANGED' : 'CLOSED' };
  };
}

/** What a form of the decision is held against: how often services changed their views. */
export function viewChanges({ joint }: Pick<Case, 'joint'>): string {
  return String(joint?.changes ?? 0);
}

/** Each problem at the input of its service, whichever others have answered. */
function namedAfter(problems: readonly CommandProblem<JointDecidedFault>[], silent: readonly string[]) {
  return problems.map((problem) => {
    const [, nth = '', field = ''] = /^phoned\[(\d+)\]\.(\w+)$/.exec(problem.path) ?? [];
    const to = silent[Number(nth)];
    return field === '' || to === undefined ? problem : { ...problem, path: phonedField(field, to) };
  });
}

/** The name of an input about one service. */
export function phonedField(field: string, to: string): string {
  return `${field}-${to.replace(/\W/g, '-')}`;
}

/** Records that the parents no longer agree, and closes the links by one write. ALREADY: nothing was shared. */
export function withdrawJoint(deps: StepDeps): (reference: string, by: Actor) => Promise<'DONE' | 'ALREADY'> {
  return async (reference, by) => {
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, reference, (current) => jointWithdrawn(current, moment, by));
    await followSharing(deps)(reference);
    return saved ? 'DONE' : 'ALREADY';
  };
}
