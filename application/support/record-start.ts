import * as z from 'zod';
import type { Actor } from '#domain/people/actor.ts';
import { supportStarted } from '#domain/support/end.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { dayFaults, withDay } from '../day-command.ts';
import type { SupportDeps } from './deps.ts';
import { type EndAtStartDeps, endAtStart } from './end-at-start.ts';
import { changeSupport } from './support-store.ts';

const commandSchema = z.object({ on: z.string() });

/** NOT_ACCEPTED: no offer of this child is accepted, or support has begun already. */
export type StartResult =
  | { readonly kind: 'RECORDED' | 'NOT_ACCEPTED' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<keyof typeof dayFaults>[] };

/**
 * Records the day on which support began: the first weekly session that took place, or the first attendance. The child leaves the
 * list as one whose support has started, and the clock of the aim stops on that day.
 */
export function recordStart(
  deps: Pick<SupportDeps, 'supports' | 'now' | 'policy'> & EndAtStartDeps,
): (reference: string, by: Actor, typed: z.input<typeof commandSchema>) => Promise<StartResult> {
  return async (reference, by, typed) => {
    const support = await deps.supports.readSupport(reference);
    const made = support?.offers.at(-1)?.madeAt ?? deps.now();
    const days = { from: londonDateOf(made), today: londonDateOf(deps.now()) };
    const read = readCommand(withDay(commandSchema, days), dayFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    if (!support) return { kind: 'NOT_ACCEPTED' };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { current, saved } = await changeSupport(deps.supports, reference, (found) =>
      supportStarted(found, moment, { on: read.command.on, by }),
    );
    await endAtStart(deps, current);
    return { kind: saved ? 'RECORDED' : 'NOT_ACCEPTED' };
  };
}
