import * as z from 'zod';
import {
  accessRequested,
  askerHoldsSchema,
  harmOpinionSchema,
  lastAccessRequest,
} from '#domain/case/access-request.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { CaseNotFound } from '#domain/problems/errors.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { pastDayField } from '../day-command.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';

/** The rule of each fault of a request for a copy. */
export const accessFaults = {
  DATE_UNREAL: 'not-a-date',
  DATE_IN_FUTURE: 'in-future',
  HOLDS_MISSING: 'not-a-choice',
  OPINION_MISSING: 'not-a-choice',
  OPINION_UNSAID: 'missing',
  ...reasonFaults,
} as const satisfies Record<string, CommandRule>;
export type AccessFault = keyof typeof accessFaults;

/** What a service manager typed. `reason`: who asks, how they are related and how that was checked. */
export interface TypedAccess {
  readonly on: string;
  readonly reason: string;
  readonly holds: string;
  readonly opinion: string;
  /** Who gave the opinion on serious harm, and what they said; blank where no one was asked yet. */
  readonly said: string;
}

const schemaOn = (today: string) =>
  z
    .object({
      on: pastDayField(today),
      reason: reasonSchema,
      holds: z.string().pipe(z.enum(askerHoldsSchema.options, { error: 'HOLDS_MISSING' satisfies AccessFault })),
      opinion: z.string().pipe(z.enum(harmOpinionSchema.options, { error: 'OPINION_MISSING' satisfies AccessFault })),
      said: z.union([z.literal(''), reasonSchema], { error: 'REASON_UNPRINTABLE' satisfies AccessFault }),
    })
    .refine(({ opinion, said }) => said !== '' || (opinion !== 'NO_HARM' && opinion !== 'PART_WITHHELD'), {
      path: ['said'],
      error: 'OPINION_UNSAID' satisfies AccessFault,
      when: () => true,
    });

/** SAME: someone recorded a request since the form was shown. */
export type AccessResult =
  | { readonly kind: 'DONE' | 'SAME' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<AccessFault>[] };

interface Named {
  readonly reference: string;
  readonly by: Actor;
  /** When a request was recorded before, as the form showed it. */
  readonly seen: string;
}

/** Records in the history that someone asked for a copy of a record. Nothing is sent, and no copy is kept. */
export function recordAccessRequest(deps: { readonly cases: CaseStore; readonly policy: Policy; readonly now: Now }) {
  return async ({ reference, by, seen }: Named, typed: TypedAccess): Promise<AccessResult> => {
    const now = deps.now();
    const today = londonDateOf(now);
    const read = readCommand(schemaOn(today), accessFaults, typed, ['on', 'reason', 'holds', 'opinion', 'said']);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { on: askedOn, reason, said, holds, opinion } = read.command;
    const whole = await deps.cases.readWholeCase(reference);
    if (!whole) throw new CaseNotFound(`There is no referral ${reference}.`);
    const moment = { now, policyVersion: deps.policy.version };
    const text = said === '' ? reason : `${reason}\n${said}`;
    const { saved } = await changeCase(deps.cases, reference, (current) =>
      accessRequested(current, moment, lastAccessRequest(whole)?.at ?? '', {
        ...{ by, seen, askedOn, holds, opinion, text },
      }),
    );
    return { kind: saved ? 'DONE' : 'SAME' };
  };
}
