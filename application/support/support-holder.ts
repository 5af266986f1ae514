import { toSupportDueAt } from '#domain/case/to-support.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changed } from '#domain/support/change.ts';
import { takenOff } from '#domain/support/end.ts';
import type { EntryHolder } from '../lists/change-entry.ts';
import { closeCase } from './close-case.ts';
import { handToSupport } from './hand-to-support.ts';
import { changeSupport } from './support-store.ts';

interface HolderDeps {
  readonly supports: SupportStore;
  readonly cases: CaseStore;
  readonly policy: Policy;
  readonly now: Now;
}

/**
 * The support as the holder of a place, from the first offer on. A hand-over that was cut off is finished first. A child who is
 * taken off the lists leaves here, and then their case is closed.
 */
export function supportHolder(deps: HolderDeps): EntryHolder {
  return async (reference, change) => {
    const theCase = await deps.cases.readCase(reference);
    if (!theCase?.toSupport) return undefined;
    if (toSupportDueAt(theCase) !== undefined) await handToSupport(deps)(reference);
    const before = await deps.supports.readSupport(reference);
    if (!before?.list) return undefined;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { current, saved } = await changeSupport(deps.supports, reference, (found) => {
      const made = found.list ? change(found.list, reference, undefined, moment.now) : undefined;
      if (!made) return undefined;
      if (made.entry === null) return takenOff(found, moment, made.events);
      return changed(found, moment, { list: made.entry, moveBy: found.moveBy }, ...made.events);
    });
    if (saved) await closeCase(deps, current);
    return { entry: current.list, saved };
  };
}
