import type { Actor } from '#domain/people/actor.ts';
import type { Policy } from '#domain/service/policy.ts';
import { hasSessionsLeft } from '#domain/support/block.ts';
import { type Closing, supportClosed } from '#domain/support/close.ts';
import type { GateFault } from '#domain/support/closing-gate.ts';
import { type ClosingReason, closingReasonSchema, mustPassToClose } from '#domain/support/closing-reasons.ts';
import type { Support } from '#domain/support/support.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { closeCase } from './close-case.ts';
import {
  type ClosingFault,
  closingFaults,
  closingSchema,
  earlyClosingSchema,
  type TypedClosing,
} from './closing-command.ts';
import type { SupportDeps } from './deps.ts';
import { type EndAtStartDeps, endSupportTodos } from './end-at-start.ts';
import { freeSlots } from './free-slots.ts';
import { readGate } from './read-gate.ts';
import { changeSupport } from './support-store.ts';

/** DONE: this call closed it. NOT_STARTED: it has ended already, or never begun. CHANGED: it changed meanwhile, so look again. */
export type ClosingResult =
  | { readonly kind: 'DONE' | 'NOT_STARTED' | 'CHANGED'; readonly support: Support }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ClosingFault | GateFault>[] };

type ClosingDeps = Pick<SupportDeps, 'supports' | 'slots' | 'cases' | 'policy' | 'now'> & EndAtStartDeps;

/** Reasons for which no one spoke with the family. */
const unreached: readonly ClosingReason[] = ['NO_CONTACT', 'NO_REPLY', 'WAS_NOT_BROUGHT'];

/**
 * Closes the support of a child as a member of staff decided, by one conditional write, however often it is sent. Then its slot is
 * free, its case ends and tells people, and what was to be done for it is over. What a crash leaves of that the sweeper finishes.
 */
export function closeSupport(deps: ClosingDeps) {
  return async (reference: string, typed: TypedClosing, by: Actor): Promise<ClosingResult> => {
    const seen = await deps.supports.readSupport(reference);
    if (seen?.status !== 'STARTED') return notStarted(deps, reference);
    const read = readClosing(typed, seen, deps.policy);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { current, saved } = await changeSupport(deps.supports, reference, (found) =>
      supportClosed(found, moment, { ...read.closing, by, report: read.report }),
    );
    if (!saved) return { kind: current.status === 'STARTED' ? 'CHANGED' : 'NOT_STARTED', support: current };
    await freeSlots(deps, current);
    await closeCase(deps, current);
    await endSupportTodos(deps, current);
    return { kind: 'DONE', support: current };
  };
}

async function notStarted(deps: ClosingDeps, reference: string): Promise<ClosingResult> {
  const { current } = await changeSupport(deps.supports, reference, () => undefined);
  return { kind: 'NOT_STARTED', support: current };
}

type Read =
  | { readonly closing: Closing; readonly report: string }
  | { readonly problems: readonly CommandProblem<ClosingFault | GateFault>[] };

/** What was typed, or all that is missing of it: the gate counts where the reason, or a pattern of missed visits, needs it. */
function readClosing({ gate, ...typed }: TypedClosing, support: Support, policy: Policy): Read {
  const why = closingReasonSchema.safeParse(typed.why).data;
  const isEarly = why === 'FINISHED' && hasSessionsLeft(support, policy);
  const read = readCommand(isEarly ? earlyClosingSchema : closingSchema, closingFaults, typed);
  const isGated = why !== undefined && mustPassToClose(why, support);
  const passed = isGated ? readGate(gate, !unreached.includes(why)) : undefined;
  const missing = passed && 'problems' in passed ? passed.problems : [];
  if ('problems' in read) return { problems: [...read.problems, ...missing] };
  if (passed && 'problems' in passed) return passed;
  return { closing: closingOf(read.command.why, passed?.gate), report: read.command.report };
}

function closingOf(why: ClosingReason, gate: Closing['gate']): Closing {
  if (gate) return { why, gate };
  if (why === 'NO_CONTACT' || why === 'NO_REPLY' || why === 'WAS_NOT_BROUGHT') throw new Error('It passed no gate.');
  return { why };
}
