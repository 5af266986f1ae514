import type { Case } from '#domain/case/case.ts';
import { partToSeal, withoutPart } from '#domain/case/seal.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { sealOff } from './seal-off.ts';

/** Saves a case as its next version, its oldest part first where it has grown too long for one item. */
export async function saveCase(cases: CaseStore, changed: Case, openTask?: string): Promise<boolean> {
  const { putPart, readPart } = cases;
  return cases.saveCase(await sealOff({ partToSeal, withoutPart, putPart, readPart }, changed), openTask);
}
