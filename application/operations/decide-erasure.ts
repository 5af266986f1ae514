import * as z from 'zod';
import { erasureAnswered, erasureDecided, erasureGroundSchema } from '#domain/case/erasure.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { pastDayField } from '../day-command.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';

/** The rule of each fault of a decision. */
export const erasureFaults = {
  DATE_UNREAL: 'not-a-date',
  DATE_IN_FUTURE: 'in-future',
  GROUND_MISSING: 'not-a-choice',
  ...reasonFaults,
} as const satisfies Record<string, CommandRule>;
export type ErasureFault = keyof typeof erasureFaults;

/** What a service manager typed: on which day someone asked, the right or exemption, and why it applies. */
export interface TypedErasure {
  readonly on: string;
  readonly ground: string;
  readonly reason: string;
}

const schemaOn = (today: string) =>
  z.object({
    on: pastDayField(today),
    ground: z
      .string()
      .refine((ground) => erasureGroundSchema.safeParse(ground).success, {
        error: 'GROUND_MISSING' satisfies ErasureFault,
      })
      .transform((ground) => erasureGroundSchema.catch('UNFOUNDED').parse(ground)),
    reason: reasonSchema,
  });

/** SAME: someone decided or answered since the form was shown. */
export type ErasureResult =
  | { readonly kind: 'DONE' | 'SAME' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ErasureFault>[] };

interface ErasureDeps {
  readonly cases: CaseStore;
  readonly policy: Policy;
  readonly now: Now;
}

interface Named {
  readonly reference: string;
  readonly by: Actor;
  /** When it was decided before, as the form showed it. */
  readonly seen: string;
}

/** Records what a person decided about a request to erase a record. The nightly erasing does the rest. */
export function decideErasure(deps: ErasureDeps) {
  return async ({ reference, by, seen }: Named, typed: TypedErasure): Promise<ErasureResult> => {
    const now = deps.now();
    const read = readCommand(schemaOn(londonDateOf(now)), erasureFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { on: askedOn, ground, reason } = read.command;
    const moment = { now, policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, reference, (current) =>
      erasureDecided(current, moment, { by, seen, askedOn, ground, reason }),
    );
    return { kind: saved ? 'DONE' : 'SAME' };
  };
}

/** Records that the person who asked was answered. The service sends them nothing. */
export function recordErasureAnswer(deps: ErasureDeps) {
  return async ({ reference, by, seen }: Named): Promise<'DONE' | 'SAME'> => {
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, reference, (current) =>
      erasureAnswered(current, moment, { by, seen }),
    );
    return saved ? 'DONE' : 'SAME';
  };
}
