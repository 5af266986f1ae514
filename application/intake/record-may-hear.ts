import * as z from 'zod';
import { mayHearRecorded } from '#domain/case/corrected.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { actorSchema } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { blankableText } from '#domain/referral/text.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { readRecord } from '../read-record.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';

const LONGEST = 150;

/** The rule of each fault of what is recorded of who agreed and who may be told. */
export const mayHearFaults = {
  AGREED_MISSING: 'not-a-choice',
  TOLD_MISSING: 'not-a-choice',
  ROLE_MISSING: 'missing',
  NAME_MISSING: 'missing',
  SOMEONE_TOO_LONG: 'too-long',
  SOMEONE_UNPRINTABLE: 'unprintable',
  ...reasonFaults,
} as const satisfies Record<string, CommandRule>;
export type MayHearFault = keyof typeof mayHearFaults;

const line = blankableText(LONGEST, { tooLong: 'SOMEONE_TOO_LONG', unprintable: 'SOMEONE_UNPRINTABLE' });
const places = z.array(z.int().min(0));

const typedSchema = z.object({
  reference: z.string(),
  by: actorSchema,
  /** The adults of the referral who were selected, by place, then one whom it does not name. */
  agreed: places,
  agreedName: line,
  agreedRole: line,
  told: places,
  toldName: line,
  toldRole: line,
  reason: reasonSchema,
});

export type MayHearResult =
  | { readonly kind: 'DONE' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<MayHearFault>[] };

interface RecordDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly policy: Policy;
  readonly now: Now;
}

export type RecordMayHear = (command: z.input<typeof typedSchema>) => Promise<MayHearResult>;

/**
 * Records, with a reason, who agreed to a referral and who may be told of it, also someone whom the referral does not name.
 * Every notice that is sent afterwards reads it: no adult who is not on it is written to.
 */
export function recordMayHear(deps: RecordDeps): RecordMayHear {
  return async (typed) => {
    const { stored } = await readRecord(deps, typed.reference);
    const read = readCommand(schemaFor(addresseesOf(stored.body).family.parents.length), mayHearFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, by, reason, ...said } = read.command;
    const agreed = [...said.agreed.map((place) => ({ place })), ...named(said.agreedName, said.agreedRole)];
    const told = [...said.told.map((place) => ({ place })), ...named(said.toldName, said.toldRole)];
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    await changeCase(deps.cases, reference, (current) =>
      mayHearRecorded(current, moment, { agreed, told, by, reason }),
    );
    return { kind: 'DONE' };
  };
}

const named = (name: string, role: string) => (name === '' ? [] : [{ name, role }]);

function schemaFor(parents: number) {
  const refused = (error: MayHearFault, path: string) => ({ error, path: [path], when: () => true });
  const known = (all: readonly number[]) => all.every((place) => place < parents);
  return typedSchema
    .refine(
      ({ agreed, agreedName }) => known(agreed) && (agreed.length > 0 || agreedName !== ''),
      refused('AGREED_MISSING', 'agreed'),
    )
    .refine(
      ({ told, toldName }) => known(told) && (told.length > 0 || toldName !== ''),
      refused('TOLD_MISSING', 'told'),
    )
    .refine((one) => one.agreedName === '' || one.agreedRole !== '', refused('ROLE_MISSING', 'agreedRole'))
    .refine((one) => one.toldName === '' || one.toldRole !== '', refused('ROLE_MISSING', 'toldRole'))
    .refine((one) => one.agreedRole === '' || one.agreedName !== '', refused('NAME_MISSING', 'agreedName'))
    .refine((one) => one.toldRole === '' || one.toldName !== '', refused('NAME_MISSING', 'toldName'));
}
