import type * as z from 'zod';
import { type Slot, slotById, slotsFrom } from '#domain/lists/capacity.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { CapacityStore } from '#domain/ports/capacity-store.ts';
import { practitionerNamed, slotHeld, type TakenSlot } from '#domain/support/name-practitioner.ts';
import { offerOf, type Support } from '#domain/support/support.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readTeam } from '../access/read-team.ts';
import { readCommand } from '../command.ts';
import { readCapacity } from '../lists/write-capacity.ts';
import { changeVisits, type VisitResult } from './change-visits.ts';
import type { SupportDeps } from './deps.ts';
import { freeSlots } from './free-slots.ts';
import { offeredSlot } from './offer-slot.ts';
import { handOverSchema, nameSchema, visitFaults } from './visit-command.ts';

export interface NameDeps extends Pick<SupportDeps, 'supports' | 'slots' | 'team' | 'config' | 'policy' | 'now'> {
  readonly capacity: Pick<CapacityStore, 'readCapacity'>;
}

/** Every weekly visit of a colleague that no child has, as a manager can choose it for a child whom they take over. */
export async function freeVisits(deps: NameDeps): Promise<readonly Slot[]> {
  const [capacity, team] = await Promise.all([readCapacity(deps)(), readTeam(deps)()]);
  const visits = slotsFrom(capacity, team, londonDateOf(deps.now())).filter(({ practitioner }) => practitioner);
  const claims = await Promise.all(visits.map(({ id }) => deps.slots.readSlot(id)));
  return visits.filter((_, n) => claims[n]?.claim === undefined);
}

/**
 * Names who visits a child from now on, with a weekly visit of theirs or at times to be agreed. The new visit is claimed before the
 * support says it, and the old one is free after it: so no visit is ever two families', and a crash leaves none taken for no one.
 */
export function namePractitioner(deps: NameDeps) {
  return async (reference: string, typed: z.input<typeof handOverSchema>, by: Actor): Promise<VisitResult> => {
    const support = await deps.supports.readSupport(reference);
    const read = readCommand(support?.block ? handOverSchema : nameSchema, visitFaults, typed);
    if ('problems' in read) return read;
    const { person: practitioner, slot, before } = read.command;
    if (support && slot !== '' && slotHeld(support)?.id === slot && support.block?.practitioner === practitioner)
      return { refused: 'ALREADY', support };
    const taken = support && slot !== '' ? await take(deps, support, { practitioner, slot }) : undefined;
    if (support && slot !== '' && !taken) return { refused: 'SLOT_TAKEN', support };
    const named = { practitioner, taken, sessionsBefore: Number(before), by };
    const result = await changeVisits(
      deps,
      reference,
      (current, moment) => practitionerNamed(current, moment, named) ?? { refused: 'ALREADY' },
    );
    if (taken && offerOf(result.support, taken.id)?.slot.id !== slot)
      await deps.slots.releaseSlot(slot, taken.id, deps.now());
    await freeSlots(deps, result.support);
    return result;
  };
}

/** Claims this weekly visit of this colleague for the child; undefined where another child has it, or it is none of theirs. */
async function take(
  deps: NameDeps,
  { reference, offers }: Support,
  { practitioner, slot: id }: { readonly practitioner: string; readonly slot: string },
): Promise<TakenSlot | undefined> {
  const at = deps.now();
  const [slot, today] = [slotById(await readCapacity(deps)(), id), londonDateOf(at)];
  if (slot?.practitioner !== practitioner || (slot.until ?? today) < today) return undefined;
  const offer = `N${offers.length + 1}${reference}`;
  const claim = await deps.slots.claimSlot(id, { offer, reference, at });
  return claim.offer === offer && claim.reference === reference ? { id: offer, slot: offeredSlot(slot) } : undefined;
}
