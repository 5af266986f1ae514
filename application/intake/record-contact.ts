import * as z from 'zod';
import { contactRecorded } from '#domain/case/corrected.ts';
import { channelSchema } from '#domain/case/safe-channel-shape.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { actorSchema } from '#domain/people/actor.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { blankableText, email } from '#domain/referral/text.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import type { FamilyDeps } from '../read-family.ts';
import { readRecord } from '../read-record.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';

const LONGEST = 400;

/** The rule of each fault of the contact details of an adult. */
export const contactFaults = {
  PARENT_MISSING: 'not-a-choice',
  CHANNEL_MISSING: 'not-a-choice',
  VALUE_TOO_LONG: 'too-long',
  VALUE_UNPRINTABLE: 'unprintable',
  VALUE_NO_EMAIL: 'not-an-email',
  ...reasonFaults,
} as const satisfies Record<string, CommandRule>;
export type ContactFault = keyof typeof contactFaults;

const fault = (code: ContactFault) => code;
const typedSchema = z
  .object({
    reference: z.string(),
    by: actorSchema,
    /** The place of the adult in the referral, from 0, as it was selected. */
    parent: z.string().regex(/^\d{1,2}$/, fault('PARENT_MISSING')),
    channel: z.string().pipe(z.enum(channelSchema.options, fault('CHANNEL_MISSING'))),
    /** Blank: the old one is used no more. */
    value: blankableText(LONGEST, { tooLong: 'VALUE_TOO_LONG', unprintable: 'VALUE_UNPRINTABLE' }),
    reason: reasonSchema,
  })
  .refine(({ channel, value }) => channel !== 'EMAIL' || value === '' || emailIn(value) !== undefined, {
    ...{ error: fault('VALUE_NO_EMAIL'), path: ['value'] },
  });

/** An email address as the schema of a referral reads it; undefined for what is none. */
const emailIn = (typed: string) => email().safeParse(typed).data;

export type ContactResult =
  | { readonly kind: 'DONE' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ContactFault>[] };

interface RecordDeps extends FamilyDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly policy: Policy;
}

export type RecordContact = (command: z.input<typeof typedSchema>) => Promise<ContactResult>;

/**
 * Records, with a reason, another email address, postal address or phone number of an adult, or that the old one is used no
 * more. Nothing goes to the old one from then on, and each safe channel of the family is void.
 */
export function recordContact(deps: RecordDeps): RecordContact {
  return async (typed) => {
    const { stored } = await readRecord(deps, typed.reference);
    const parents = addresseesOf(stored.body).family.parents.length;
    const isKnown = Number(typed.parent) < parents;
    const read = readCommand(typedSchema, contactFaults, { ...typed, parent: isKnown ? typed.parent : '' });
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, parent, ...typedContact } = read.command;
    const { channel, value } = typedContact;
    const said = { ...typedContact, value: channel === 'EMAIL' ? (emailIn(value) ?? value) : value };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    await changeCase(deps.cases, reference, (current) =>
      contactRecorded(current, moment, { ...said, place: Number(parent) }),
    );
    return { kind: 'DONE' };
  };
}
