import { Transient } from '#domain/problems/errors.ts';

/** How a kind of aggregate moves its oldest part to an item of its own. */
interface Sealing<Aggregate, Part> {
  /** The part that must go first; undefined while the aggregate fits. */
  readonly partToSeal: (aggregate: Aggregate) => Part | undefined;
  readonly withoutPart: (aggregate: Aggregate, part: Part) => Aggregate;
  /** False when a part of its number is there. */
  readonly putPart: (part: Part) => Promise<boolean>;
  readonly readPart: (reference: string, n: number) => Promise<Part | undefined>;
}

/**
 * What is left of an aggregate once its oldest parts are stored, where it has grown too long for one item. After a crash in
 * between, or a lost race, the part that is there is used. It holds only what every later version has too.
 */
export async function sealOff<Aggregate, Part extends { readonly reference: string; readonly n: number }>(
  { partToSeal, withoutPart, putPart, readPart }: Sealing<Aggregate, Part>,
  changed: Aggregate,
): Promise<Aggregate> {
  let kept = changed;
  for (let part = partToSeal(kept); part; part = partToSeal(kept)) {
    const isNew = await putPart(part);
    const stored = isNew ? part : await readPart(part.reference, part.n);
    if (!stored) throw new Transient(`Part ${part.n} of ${part.reference} cannot be read yet.`);
    kept = withoutPart(kept, stored);
  }
  return kept;
}
