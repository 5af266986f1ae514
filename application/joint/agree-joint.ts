import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { saidOfParent } from '#domain/case/corrected.ts';
import { jointAgreed } from '#domain/case/joint.ts';
import { jointHowSchema } from '#domain/case/joint-shape.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import type { Actor } from '#domain/people/actor.ts';
import { FEWEST_THAT_DECIDE, serviceNamed, servicesThatDecide } from '#domain/people/services.ts';
import { blankableText } from '#domain/referral/text.ts';
import { familyFacts } from '#domain/safe-contact/family-facts.ts';
import { othersDecide } from '#domain/safe-contact/others-decide.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readTeam } from '../access/read-team.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { dayFaults, withDay } from '../day-command.ts';
import { followSharing } from '../intake/follow-sharing.ts';
import { readRecord } from '../read-record.ts';
import type { StepDeps } from '../step-deps.ts';

/** The rule of each fault of what is recorded when the parents agree that other services decide with us. */
export const jointAgreedFaults = {
  WHO_MISSING: 'not-a-choice',
  NO_RESPONSIBILITY: 'not-a-choice',
  OTHERS_DECIDE: 'not-a-choice',
  NAME_MISSING: 'missing',
  ROLE_MISSING: 'missing',
  SOMEONE_TOO_LONG: 'too-long',
  SOMEONE_UNPRINTABLE: 'unprintable',
  HOW_MISSING: 'not-a-choice',
  ...dayFaults,
} as const satisfies Record<string, CommandRule>;
export type JointAgreedFault = keyof typeof jointAgreedFaults;

/** Who agreed, where the referral does not name them. */
export const SOMEONE_ELSE = 'OTHER';

const LONGEST = 150;
const fault = (code: JointAgreedFault) => code;
const line = blankableText(LONGEST, { tooLong: fault('SOMEONE_TOO_LONG'), unprintable: fault('SOMEONE_UNPRINTABLE') });

const typedSchema = z.object({
  /** The place of the parent in the referral, from 0, or `OTHER`. */
  who: z.string().regex(/^(\d{1,2}|OTHER)$/, fault('WHO_MISSING')),
  name: line,
  role: line,
  how: z.string().pipe(z.enum(jointHowSchema.options, fault('HOW_MISSING'))),
  on: z.string(),
});
export type JointAgreedTyped = z.input<typeof typedSchema>;

/** SAME: it stands already, or the child does not wait for this. NO_SERVICES: the settings name too few that decide with us. */
export type JointAgreedResult =
  | { readonly kind: 'DONE' | 'SAME' | 'NO_SERVICES' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<JointAgreedFault>[] };

/**
 * Records who agreed, how and when, that the services of the settings read the referral to decide with us, and sends each a link.
 * Without it nothing is shared. What was cut off is made good by the sweeper.
 */
export function agreeJoint(
  deps: StepDeps,
): (reference: string, typed: JointAgreedTyped, by: Actor) => Promise<JointAgreedResult> {
  return async (reference, typed, by) => {
    const { theCase, stored } = await readRecord(deps, reference);
    const today = londonDateOf(deps.now());
    const days = { from: theCase.referralOn, today };
    const read = readCommand(withDay(schemaFor(theCase, addresseesOf(stored.body)), days), jointAgreedFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const services = servicesThatDecide(await readTeam(deps)()).map(({ code, name }) => ({
      to: serviceNamed(code),
      name,
    }));
    if (services.length < FEWEST_THAT_DECIDE) return { kind: 'NO_SERVICES' };
    const { who: selected, name, role, how, on } = read.command;
    const who = selected === SOMEONE_ELSE ? { name, role } : { place: Number(selected) };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, reference, (current) =>
      jointAgreed(current, moment, { by, who, how, on, services }),
    );
    await followSharing(deps)(reference);
    return { kind: saved ? 'DONE' : 'SAME' };
  };
}

/** Someone without parental responsibility agrees for no one, nor does a parent alone where others decide with them. */
function schemaFor(theCase: Case, sent: Addressees) {
  const { parents } = sent.family;
  const facts = familyFacts(sent, theCase);
  const refused = (error: JointAgreedFault, path: string) => ({ error, path: [path], when: () => true });
  const isOther = (who: string) => who === SOMEONE_ELSE || !/^\d{1,2}$/.test(who);
  const holdsNone = (place: number) => {
    const said = saidOfParent(theCase.responsibility, place)?.holds;
    return said === 'NO' || (said === undefined && parents[place]?.parentalResponsibility === false);
  };
  const isThere = (who: string) => isOther(who) || Number(who) < parents.length;
  return typedSchema
    .refine(({ who }) => isThere(who), refused('WHO_MISSING', 'who'))
    .refine(({ who }) => isOther(who) || !holdsNone(Number(who)), refused('NO_RESPONSIBILITY', 'who'))
    .refine(
      ({ who }) => isOther(who) || !isThere(who) || othersDecide(Number(who), facts) === undefined,
      refused('OTHERS_DECIDE', 'who'),
    )
    .refine(({ who, name }) => who !== SOMEONE_ELSE || name !== '', refused('NAME_MISSING', 'name'))
    .refine(({ who, role }) => who !== SOMEONE_ELSE || role !== '', refused('ROLE_MISSING', 'role'));
}
