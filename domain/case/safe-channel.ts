import { type Actor, actorCode, actorId } from '../people/actor.ts';
import { deciders, type Staff } from '../people/on-duty.ts';
import type { Person } from '../people/person.ts';
import { newTodo, PRINTERS, type Todo, TRIAGERS, todoId } from '../people/todo.ts';
import type { Moment } from '../process/process.ts';
import { londonDateOf } from '../values/dates.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { addWorkingDays, workingMorning } from '../values/working-days.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import type { SafeChannel } from './safe-channel-shape.ts';

/** How long colleagues have to confirm a channel, in working days: a family waits for it. Source: local choice. */
const WORKING_DAYS = 2;
const KIND = 'CONFIRM_CHANNEL';

type Channels = Pick<Case, 'safeChannels'>;

/** The case once a first person found a channel safe. It opens nothing before a second person has confirmed it. */
export function channelRecorded(theCase: Case, moment: Moment, channel: Omit<SafeChannel, 'at' | 'confirmed'>): Case {
  const { place: parent, by, reason: text } = channel;
  const safeChannels = [...(theCase.safeChannels ?? []), { ...channel, at: moment.now }];
  const patch = { safeChannels, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, {
    ...{ event: 'SAFE_CHANNEL_RECORDED', by, parent, channel: channel.channel, until: channel.untilOn, text },
  });
}

/** Whether this is who recorded the channel. They cannot confirm it. */
export function isFirst({ by }: SafeChannel, who: Actor): boolean {
  const first = actorId(by);
  return first === undefined || first === actorId(who);
}

/** The case once a second person confirmed a channel. Undefined for who recorded it, where someone was first, or it was replaced. */
export function channelConfirmed(theCase: Case, moment: Moment, id: string, by: Actor): Case | undefined {
  const open = openChannel(theCase);
  const channel = open.find((one) => one.id === id);
  if (!channel || isFirst(channel, by)) return undefined;
  const confirmed = { at: moment.now, by };
  const safeChannels = (theCase.safeChannels ?? []).map((one) => (one.id === id ? { ...one, confirmed } : one));
  const patch = { safeChannels, moveBy: theCase.moveBy };
  const event = { event: 'SAFE_CHANNEL_CONFIRMED', by, parent: channel.place, channel: channel.channel } as const;
  return applyChange(theCase, moment, patch, event);
}

/** The case once a second person found that a channel is not safe. Undefined where it is open no more, or it is their own. */
export function channelRefused(
  theCase: Case,
  moment: Moment,
  id: string | undefined,
  { by, reason }: { readonly by: Actor; readonly reason: string },
): Case | undefined {
  const channel = openChannel(theCase).find((one) => one.id === id);
  if (!channel || isFirst(channel, by)) return undefined;
  const refused = { at: moment.now, by, reason };
  const safeChannels = (theCase.safeChannels ?? []).map((one) => (one.id === id ? { ...one, refused } : one));
  const patch = { safeChannels, moveBy: theCase.moveBy };
  const { place: parent } = channel;
  const event = { event: 'SAFE_CHANNEL_REFUSED', by, parent, channel: channel.channel, text: reason } as const;
  return applyChange(theCase, moment, patch, event);
}

/** Each channel that waits for a second person: the last of its adult. */
function openChannel({ safeChannels = [] }: Channels): SafeChannel[] {
  const last = (one: SafeChannel) => safeChannels.findLast(({ place }) => place === one.place)?.id;
  return safeChannels.filter((one) => one.confirmed === undefined && one.refused === undefined && last(one) === one.id);
}

/**
 * Who can be the second person beside who recorded a channel: everyone else who decides. Where no one else does, who prints
 * letters. Empty for a team of one.
 */
export function secondPeople({ triagers, managers, administrators }: Staff, first: Actor): Person[] {
  const others = (people: readonly Person[]) => people.filter(({ id }) => id !== actorId(first));
  const who = others(deciders({ triagers, managers }));
  return who.length > 0 ? who : others(administrators);
}

/** Whom the confirmation is asked of, as TODOs name them. A team of one is asked as well: someone may join. */
export function confirmedBy(staff: Staff, first: Actor): string {
  const seconds = secondPeople(staff, first);
  const isOfPrinters = seconds.length > 0 && !seconds.some((person) => deciders(staff).includes(person));
  return isOfPrinters ? PRINTERS : TRIAGERS;
}

/** What a second person is asked to confirm, of those whom `confirmedBy` names: who recorded it is refused. */
export function channelTodo(
  reference: string,
  { id, whom }: { readonly id: string; readonly whom: string },
  now: string,
  calendar: WorkingCalendar,
): Todo {
  const due = workingMorning(addWorkingDays(londonDateOf(now), WORKING_DAYS, calendar), calendar);
  return newTodo({ reference, kind: KIND, cause: id, for: whom, why: 'RECORDED', openedAt: now, due });
}

/** Marks the TODO that goes back to who recorded a channel. */
const BACK = 'BACK';

/** What who recorded a channel is asked once a second person refused it: to find another way. */
export function refusedTodo(reference: string, { id, by }: SafeChannel, now: string, calendar: WorkingCalendar): Todo {
  const todo = channelTodo(reference, { id: `${id}${BACK}`, whom: actorCode(by) }, now, calendar);
  return { ...todo, why: 'REFUSED' };
}

/** The refused channel for which a TODO asks another way; undefined for another TODO, and once one was recorded. */
export function refusedOfTodo({ safeChannels = [] }: Channels, { id }: Pick<Todo, 'id'>): SafeChannel | undefined {
  const channel = safeChannels.find((one) => one.refused && id.endsWith(`-${KIND}-${one.id}${BACK}`));
  const last = safeChannels.findLast(({ place }) => place === channel?.place);
  return channel === last ? channel : undefined;
}

/** The channel that a TODO asks about; undefined where no case has it. */
export function channelOfTodo({ safeChannels = [] }: Channels, { id }: Pick<Todo, 'id'>): SafeChannel | undefined {
  return safeChannels.find((one) => id.endsWith(`-${KIND}-${one.id}`));
}

/** Whether a TODO about a channel still asks something: it is the last of its adult, and no one has confirmed or refused it. */
export function isToConfirm(theCase: Channels, todo: Pick<Todo, 'id'>): boolean {
  if (refusedOfTodo(theCase, todo)) return true;
  const channel = channelOfTodo(theCase, todo);
  return channel !== undefined && openChannel(theCase).includes(channel);
}

/** The channel that was recorded last, and the id of what colleagues are asked; undefined while it asks nothing. */
export function lastChannel(theCase: Pick<Case, 'reference' | 'safeChannels'>) {
  const channel = theCase.safeChannels?.at(-1);
  if (!channel || channel.confirmed || channel.refused) return undefined;
  return { channel, todoId: todoId(theCase.reference, { kind: KIND, cause: channel.id }) };
}
