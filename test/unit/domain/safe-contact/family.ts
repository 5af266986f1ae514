import type { Case } from '#domain/case/case.ts';
import type { SafeChannel } from '#domain/case/safe-channel-shape.ts';
import { personActor } from '#domain/people/actor.ts';
import { basisOf } from '#domain/safe-contact/basis.ts';
import type { FamilyFacts, SameChild } from '#domain/safe-contact/facts.ts';
import { familyFacts } from '#domain/safe-contact/family-facts.ts';
import { caseWith } from '../../application/notices/sample.ts';

export const mother = {
  ...{ name: 'A. Mother', email: 'mother@example.org', phone: '01632 960101' },
  address: '1 Example Road, Taunton TA1 9ZZ',
};
export const father = { name: 'B. Father', email: 'father@example.org', phone: '01632 960102' };
export const today = '2026-09-24';
export const at = '2026-09-24T10:00:00.000Z';
export const first = personActor('pat', 'Pat', 'Manager');
export const second = personActor('sam', 'Sam', 'Practitioner');
export const said = { at, by: first, reason: 'She rang us' };

/** A family of these adults as its case has it on this day. */
export function familyOf(
  parents: SameChild['family']['parents'],
  patch: Partial<Case> = {},
  more: Partial<FamilyFacts> = {},
): FamilyFacts {
  return { ...familyFacts({ family: { parents } }, caseWith(patch), { others: [], today }), ...more };
}

type Patch = Partial<Omit<SafeChannel, 'confirmed'>> & { readonly confirmed?: SafeChannel['confirmed'] | null };

/** The same once two people have found this channel safe for the adult at this place; null: no second person has. */
export function withChannel(
  facts: FamilyFacts,
  place: number,
  channel: 'EMAIL' | 'POST' | 'TELEPHONE',
  { confirmed = { at, by: second }, ...patch }: Patch = {},
): FamilyFacts {
  const one = { id: `C${place}-${channel}`, place, channel, untilOn: '2026-12-24', basis: basisOf(facts), ...said };
  return { ...facts, channels: [...(facts.channels ?? []), { ...one, ...patch, ...(confirmed && { confirmed }) }] };
}
