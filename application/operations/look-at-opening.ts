import type { Actor } from '#domain/people/actor.ts';
import { lookedAt } from '#domain/people/opening.ts';
import type { OpeningStore } from '#domain/ports/opening-store.ts';
import type { Now } from '#domain/ports/services.ts';
import { isReference } from '#domain/values/reference.ts';

/** DONE: it stands. ALREADY: someone was first. OWN: they opened it themselves. UNKNOWN: there is none of this name. */
export type LookResult = 'DONE' | 'ALREADY' | 'OWN' | 'UNKNOWN';

export interface LookDeps {
  readonly openings: OpeningStore;
  readonly now: Now;
}

/** Notes that a service manager has looked at an opening, once. Who opened it cannot be the one. */
export function lookAtOpening(deps: LookDeps): (reference: string, id: string, by: Actor) => Promise<LookResult> {
  return async (reference, id, by) => {
    if (!isReference(reference)) return 'UNKNOWN';
    const opening = (await deps.openings.openingsOf(reference)).find((one) => one.id === id);
    if (!opening) return 'UNKNOWN';
    if (opening.looked) return 'ALREADY';
    const next = lookedAt(opening, by, deps.now());
    if (!next) return 'OWN';
    return (await deps.openings.saveOpening(next)) ? 'DONE' : 'ALREADY';
  };
}
