import type { Case } from '#domain/case/case.ts';
import { partToSeal, withoutPart } from '#domain/case/seal.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { Transient } from '#domain/problems/errors.ts';

/**
 * Saves a case as its next version, its oldest part first where it has grown too long for one item. After a crash in
 * between, or a lost race, the part that is there is used. It holds only what every later version has too.
 */
export async function saveCase(cases: CaseStore, changed: Case, openTask?: string): Promise<boolean> {
  let kept = changed;
  for (let part = partToSeal(kept); part; part = partToSeal(kept)) {
    const isNew = await cases.putPart(part);
    const stored = isNew ? part : await cases.readPart(part.reference, part.n);
    if (!stored) throw new Transient(`Part ${part.n} of case ${part.reference} cannot be read yet.`);
    kept = withoutPart(kept, stored);
  }
  return cases.saveCase(kept, openTask);
}
