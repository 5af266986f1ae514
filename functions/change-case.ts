import type { Case } from '#domain/case/case.ts';
import { CaseNotFound, Transient } from '#domain/errors.ts';
import type { CaseStore } from '#domain/ports/stores.ts';

/** Races lost in a row before a step gives up and lets the workflow try again. */
const ATTEMPTS = 25;

export interface Changed {
  readonly theCase: Case;
  /** Whether this call changed it; false when `change` left it as it is. */
  readonly saved: boolean;
}

/**
 * Changes a case by one conditional write: reads it consistently, works out the change, saves it as the next version, and
 * begins again when somebody else was faster. `change` answers undefined (or the same case) to leave it as it is.
 */
export async function changeCase(
  cases: CaseStore,
  reference: string,
  change: (current: Case) => Case | undefined,
  openTask?: string,
): Promise<Changed> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const current = await cases.readCase(reference);
    if (!current) throw new CaseNotFound(`There is no case ${reference}.`);
    const next = change(current);
    if (!next || next === current) return { theCase: current, saved: false };
    const versioned = { ...next, version: current.version + 1 };
    if (await cases.saveCase(versioned, openTask)) return { theCase: versioned, saved: true };
  }
  throw new Transient(`Case ${reference} changed too often to be saved.`);
}
