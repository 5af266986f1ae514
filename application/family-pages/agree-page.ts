import * as z from 'zod';
import { pageAgreed } from '#domain/case/family-page.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { actorSchema } from '#domain/people/actor.ts';
import { basisOf } from '#domain/safe-contact/basis.ts';
import { whyNotToAgree } from '#domain/safe-contact/family-page.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { readFamily } from '../read-family.ts';
import { readRecord } from '../read-record.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';
import type { FamilyPagesDeps } from './deps.ts';
import { factsNow } from './facts-now.ts';

/** The rule of each fault of what is recorded of a page that was agreed. */
export const agreeFaults = {
  PARENT_MISSING: 'not-a-choice',
  PLACES_MISSING: 'not-a-choice',
  ...reasonFaults,
} as const satisfies Record<string, CommandRule>;
export type AgreeFault = keyof typeof agreeFaults;

const typedSchema = z.object({
  reference: z.string(),
  by: actorSchema,
  parent: z.string().regex(/^\d{1,2}$/, { error: 'PARENT_MISSING' satisfies AgreeFault }),
  /** Whether towns, venues and times of visits may stand on it. */
  places: z
    .string()
    .trim()
    .pipe(z.enum(['yes', 'no'], { error: 'PLACES_MISSING' satisfies AgreeFault })),
  reason: reasonSchema,
});

export type AgreeResult =
  /** SAME: it was agreed before, and nothing has changed since. */
  | { readonly kind: 'DONE' | 'SAME' }
  | { readonly kind: 'REFUSED'; readonly why: string }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<AgreeFault>[] };

/**
 * Records that a member of staff agreed a page with one adult, and how they know that it is safe. It rests on the contacts,
 * flags and responsibility of this moment. It gives no link.
 */
export function agreePage(deps: FamilyPagesDeps): (typed: z.input<typeof typedSchema>) => Promise<AgreeResult> {
  return async (typed) => {
    const read = readCommand(typedSchema, agreeFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, by, reason, places, parent } = read.command;
    const place = Number(parent);
    const { theCase, stored } = await readRecord(deps, reference);
    const sent = addresseesOf(stored.body);
    const facts = await readFamily(deps, theCase, sent);
    const why = whyNotToAgree(place, facts);
    if (why !== undefined) return { kind: 'REFUSED', why };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, reference, (current) => {
      const now = factsNow(sent, current, facts);
      if (whyNotToAgree(place, now) !== undefined) return undefined;
      return pageAgreed(current, moment, { place, basis: basisOf(now), showsPlaces: places === 'yes', by, reason });
    });
    return { kind: saved ? 'DONE' : 'SAME' };
  };
}
