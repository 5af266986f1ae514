import * as z from 'zod';
import { channelRecorded, channelTodo, confirmedBy } from '#domain/case/safe-channel.ts';
import { channelSchema } from '#domain/case/safe-channel-shape.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { actorSchema } from '#domain/people/actor.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import type { RandomBytes } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import { basisOf } from '#domain/safe-contact/basis.ts';
import { contactOf, type FamilyFacts } from '#domain/safe-contact/facts.ts';
import { familyFacts } from '#domain/safe-contact/family-facts.ts';
import { isOutdated } from '#domain/safe-contact/same-adult.ts';
import type { Policy } from '#domain/service/policy.ts';
import { addMonthsClamped, isRealDate, londonDateOf } from '#domain/values/dates.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import type { SendNotices } from '../notices/send-notices.ts';
import { type FamilyDeps, readFamily } from '../read-family.ts';
import { readRecord } from '../read-record.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';
import { endTodos } from '../todos/end-todos.ts';

/** The rule of each fault of a safe channel. */
export const channelFaults = {
  PARENT_MISSING: 'not-a-choice',
  CHANNEL_MISSING: 'not-a-choice',
  CHANNEL_UNKNOWN: 'not-a-choice',
  CHANNEL_CHANGED: 'not-a-choice',
  EMAIL_STOPPED: 'not-a-choice',
  DATE_MISSING: 'missing',
  DATE_UNREAL: 'not-a-date',
  DATE_PAST: 'ends-before-it-starts',
  DATE_TOO_LATE: 'in-future',
  ...reasonFaults,
} as const satisfies Record<string, CommandRule>;
export type ChannelFault = keyof typeof channelFaults;

const fault = (code: ChannelFault) => code;

const typedSchema = z.object({
  reference: z.string(),
  by: actorSchema,
  /** The place of the adult in the referral, from 0, as it was selected. */
  parent: z.string().regex(/^\d{1,2}$/, fault('PARENT_MISSING')),
  channel: z.string().pipe(z.enum(channelSchema.options, fault('CHANNEL_MISSING'))),
  /** The last day, `YYYY-MM-DD` as it was typed, real or not; blank when nothing was. */
  on: z.string(),
  reason: reasonSchema,
});

export type ChannelResult =
  | { readonly kind: 'DONE' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ChannelFault>[] };

export interface ChannelDeps extends FamilyDeps, TeamDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly todos: Pick<TodoStore, 'createTodo' | 'saveTodo' | 'todosOf'>;
  readonly sendNotices: SendNotices;
  readonly random: RandomBytes;
  readonly policy: Policy;
}

export type RecordChannel = (command: z.input<typeof typedSchema>) => Promise<ChannelResult>;

/**
 * Records that one person found a channel safe for one adult, for how long and why, and asks colleagues to confirm it. It rests
 * on the facts of this moment. The TODO is stored before the case says it, so that no record waits unseen.
 */
export function recordChannel(deps: ChannelDeps): RecordChannel {
  return async (typed) => {
    const { theCase: before, stored } = await readRecord(deps, typed.reference);
    const sent = addresseesOf(stored.body);
    const facts = await readFamily(deps, before, sent);
    const read = readCommand(schemaFor(facts, deps), channelFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, parent, on: untilOn, ...said } = read.command;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const id = Buffer.from(deps.random(8)).toString('hex');
    const staff = staffOn(await readTeam(deps)(), londonDateOf(moment.now));
    const whom = confirmedBy(staff, said.by);
    await deps.todos.createTodo(channelTodo(reference, { id, whom }, moment.now, deps.policy));
    const { theCase } = await changeCase(deps.cases, reference, (current) => {
      const basis = basisOf(familyFacts(sent, current, { others: facts.others ?? [] }));
      return channelRecorded(current, moment, { ...said, id, place: Number(parent), untilOn, basis });
    });
    // What was asked of an earlier record of this adult asks nothing more.
    await endTodos(deps, theCase);
    await deps.sendNotices('CHANNEL_RECORDED', theCase, sent);
    return { kind: 'DONE' };
  };
}

/** Only a channel that the service knows and may use, from today to the last day that the policy allows. */
function schemaFor(facts: FamilyFacts, { policy, now }: ChannelDeps) {
  const today = londonDateOf(now());
  const latest = addMonthsClamped(today, policy.safeChannelMonths);
  const refused = (code: ChannelFault, path: 'parent' | 'channel' | 'on') => ({
    ...{ error: code, path: [path], when: () => true },
  });
  const known = ({ parent }: { parent: string }) => Number(parent) < facts.family.parents.length;
  const at = ({ parent }: { parent: string }) => Number(parent);
  return typedSchema
    .refine((one) => !/^\d{1,2}$/.test(one.parent) || known(one), refused('PARENT_MISSING', 'parent'))
    .refine(
      (one) => !known(one) || contactOf(at(one), one.channel, facts) !== undefined,
      refused('CHANNEL_UNKNOWN', 'channel'),
    )
    .refine((one) => !known(one) || !isOutdated(at(one), one.channel, facts), refused('CHANNEL_CHANGED', 'channel'))
    .refine((one) => one.channel !== 'EMAIL' || !facts.staffSaidNo, refused('EMAIL_STOPPED', 'channel'))
    .refine(({ on }) => on !== '', refused('DATE_MISSING', 'on'))
    .refine(({ on }) => on === '' || isRealDate(on), refused('DATE_UNREAL', 'on'))
    .refine(({ on }) => !isRealDate(on) || on >= today, refused('DATE_PAST', 'on'))
    .refine(({ on }) => !isRealDate(on) || on <= latest, refused('DATE_TOO_LATE', 'on'));
}
