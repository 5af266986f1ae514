import * as z from 'zod';
import type { Case, Decision } from '#domain/case/case.ts';
import { decisionOn, decisionRecorded, openTaskFor } from '#domain/case/decide.ts';
import { readBefore } from '#domain/case/involvement.ts';
import { SAME_CHILD } from '#domain/case/same-as.ts';
import { toldApart, type WhyNotJoined, whyNotJoined } from '#domain/case/same-child.ts';
import { type Actor, actorId } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';
import { type FindAlikeDeps, findAlike } from './find-alike.ts';

/** The rule of each fault of what someone says of two referrals that are alike. */
export const sameChildFaults = { SAME_MISSING: 'missing', ...reasonFaults } as const satisfies Record<
  string,
  CommandRule
>;
export type SameChildFault = keyof typeof sameChildFaults;

const commandSchema = z.object({
  same: z
    .string()
    .refine((same) => same === 'YES' || same === 'NO', { error: 'SAME_MISSING' satisfies SameChildFault }),
  reason: reasonSchema,
});

export interface SameChildCommand {
  readonly reference: string;
  readonly taskId: string;
  readonly other: string;
  readonly by: Actor;
  /** YES or NO, as it was pressed. */
  readonly same: string;
  readonly reason: string;
  /** Whether each referrer hears that another professional has referred the same child. */
  readonly tellsOfOther: boolean;
}

export type SameChildResult =
  | { readonly kind: 'RECORDED' | 'TOLD_APART' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<SameChildFault>[] }
  /** It cannot end as a duplicate of the other. */
  | { readonly kind: 'CANNOT'; readonly why: WhyNotJoined }
  /** Someone else has decided on the task, or it is closed or asked of others. */
  | { readonly kind: 'ALREADY'; readonly decision: Decision }
  | { readonly kind: 'CLOSED' }
  /** The two are not alike, or it was said before what they are. */
  | { readonly kind: 'NOT_ALIKE' };

export type SayIfSameChild = (command: SameChildCommand) => Promise<SameChildResult>;

type Deps = FindAlikeDeps & {
  readonly cases: CaseStore;
  readonly now: Now;
  readonly policy: Policy;
  readonly access: Pick<AccessStore, 'readingsOf'>;
};

/**
 * Records what a person says of two referrals that are alike, on the open task of one. For one child it is decided as a
 * duplicate, which can be undone as every decision. For two children neither page asks again. One conditional write each.
 */
export function sayIfSameChild(deps: Deps): SayIfSameChild {
  return async (typed) => {
    const { reference, taskId, other, by, same, reason } = typed;
    const read = readCommand(commandSchema, sameChildFaults, { same, reason });
    const current = await deps.cases.readCase(reference);
    const task = current && openTaskFor(current, taskId, actorId(by) ?? '');
    if (!current || task?.kind !== 'TRIAGE') return closed(deps, typed);
    const check = await deps.cases.readCheck(reference, current.checks);
    const { alike } = await findAlike(deps)(current, check?.likeness);
    if (!alike.some((one) => one.reference === other)) return { kind: 'NOT_ALIKE' };
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    return read.command.same === 'NO' ? tellApart(deps, typed, read.command.reason) : decide(deps, typed, read.command);
  };
}

async function tellApart(deps: Deps, typed: SameChildCommand, reason: string): Promise<SameChildResult> {
  const { reference, taskId, other, by } = typed;
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  const { saved } = await changeCase(deps.cases, reference, (current) =>
    openTaskFor(current, taskId, actorId(by) ?? '') ? toldApart(current, moment, { other, by, reason }) : undefined,
  );
  return saved ? { kind: 'TOLD_APART' } : closed(deps, typed);
}

async function decide(
  deps: Deps,
  typed: SameChildCommand,
  { reason }: { readonly reason: string },
): Promise<SameChildResult> {
  const { reference, taskId, other, by, tellsOfOther } = typed;
  const id = actorId(by) ?? '';
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  const read = readBefore(await deps.access.readingsOf(reference), id, false);
  const decided = {
    ...{ outcome: SAME_CHILD, reason, by, sameAs: other, involvement: { read, against: null } },
    ...(tellsOfOther ? { tellsOfOther } : {}),
  };
  const joining = await deps.cases.readCase(other);
  const record = (theCase: Case): Case | undefined => {
    const task = openTaskFor(theCase, taskId, id);
    if (!task || whyNotJoined(theCase, joining)) return undefined;
    return decisionRecorded(theCase, task, moment, decided, deps.policy.undoMinutes);
  };
  const { theCase, saved } = await changeCase(deps.cases, reference, record, taskId);
  const why = whyNotJoined(theCase, joining);
  if (!saved && why) return { kind: 'CANNOT', why };
  return saved ? { kind: 'RECORDED' } : closed(deps, typed);
}

/** What was decided may stand in a sealed part by now. */
async function closed({ cases }: Deps, { reference, taskId }: SameChildCommand): Promise<SameChildResult> {
  const theCase = await cases.readWholeCase(reference);
  const decision = theCase && decisionOn(theCase, taskId);
  return decision ? { kind: 'ALREADY', decision } : { kind: 'CLOSED' };
}
