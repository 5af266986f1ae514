import { nth } from '../values/numbers.ts';

/**
 * Where a child stands, for their own family: it names no other child and says nothing of one. `waitsFor` says for what the
 * child waits, such as `home visits`.
 */
export function placeForFamily({
  position,
  all,
  waitsFor,
  target,
}: Readonly<Record<'position' | 'all', number>> & Readonly<Record<'waitsFor' | 'target', string>>): readonly string[] {
  return [
    `Your child is ${nth(position)} of ${all} on our list for ${waitsFor}.`,
    'We look first at how much support each child needs, and then at how long they have waited.',
    'So this can change, in both directions.',
    `We aim to start by ${target}. It may take longer when demand is high.`,
  ];
}
