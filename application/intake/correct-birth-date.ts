import * as z from 'zod';
import { birthDateCorrected, correctedBirthDate } from '#domain/case/corrected.ts';
import { actorSchema } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { birthDateIn } from '#domain/referral/birth-date.ts';
import type { Policy } from '#domain/service/policy.ts';
import { isRealDate } from '#domain/values/dates.ts';
import { isYearMeant } from '#domain/values/past.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { readRecord } from '../read-record.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';

/** The rule of each fault of a corrected date of birth. */
export const birthDateFaults = {
  DATE_MISSING: 'missing',
  DATE_UNREAL: 'not-a-date',
  DATE_YEAR: 'year',
  DATE_AFTER_REFERRAL: 'in-future',
  ...reasonFaults,
} as const satisfies Record<string, CommandRule>;
export type BirthDateFault = keyof typeof birthDateFaults;

const typedSchema = z.object({
  reference: z.string(),
  by: actorSchema,
  /** `YYYY-MM-DD` as it was typed, real or not; blank when nothing was. */
  on: z.string(),
  reason: reasonSchema,
});

/** SAME: that date stands already. UNKNOWN: the referral has no date of birth that could be corrected. */
export type BirthDateResult =
  | { readonly kind: 'DONE' | 'SAME' | 'UNKNOWN' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<BirthDateFault>[] };

interface CorrectDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly policy: Policy;
  readonly now: Now;
}

export type CorrectBirthDate = (command: z.input<typeof typedSchema>) => Promise<BirthDateResult>;

/**
 * Records, with a reason, that the date of birth in a referral is wrong, and the right one. The referral stays as it was
 * sent. Every rule that reads it from then on, and the question behind its links, take the corrected date. No rule decides
 * anything again by itself.
 */
export function correctBirthDate(deps: CorrectDeps): CorrectBirthDate {
  return async (typed) => {
    const { theCase: before, stored } = await readRecord(deps, typed.reference);
    const read = readCommand(schemaFor(stored.referralOn), birthDateFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, ...said } = read.command;
    const from = birthDateIn(stored.body);
    if (from === undefined) return { kind: 'UNKNOWN' };
    if ((correctedBirthDate(before) ?? from) === said.on) return { kind: 'SAME' };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, reference, (current) =>
      birthDateCorrected(current, moment, { ...said, from }, deps.policy),
    );
    return { kind: saved ? 'DONE' : 'SAME' };
  };
}

/** A child is born when referred, and not so long ago that the year must be mistyped. */
function schemaFor(referralOn: string) {
  const fault = (error: BirthDateFault) => ({ error, path: ['on'], when: () => true });
  const isMeant = ({ on }: { on: string }) => isYearMeant(on, referralOn);
  return typedSchema
    .refine(({ on }) => on !== '', fault('DATE_MISSING'))
    .refine(({ on }) => on === '' || isRealDate(on), fault('DATE_UNREAL'))
    .refine((one) => !isRealDate(one.on) || isMeant(one), fault('DATE_YEAR'))
    .refine(({ on }) => !isRealDate(on) || on <= referralOn, fault('DATE_AFTER_REFERRAL'));
}
