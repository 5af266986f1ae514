import { entryChanged, holdsPlace } from '#domain/case/change-entry.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import type { EntryHolder } from './change-entry.ts';

/** The case as the holder of a place, until a support has taken it over. */
export function caseHolder({ cases, policy, now }: { cases: CaseStore; policy: Policy; now: Now }): EntryHolder {
  return async (reference, change) => {
    const moment = { now: now(), policyVersion: policy.version };
    const before = await cases.readCase(reference);
    if (!before || !holdsPlace(before)) return undefined;
    const { theCase, saved } = await changeCase(cases, reference, (current) => {
      const changed = holdsPlace(current)
        ? change(current.list, reference, current.assessment?.visit, moment.now)
        : undefined;
      return changed && holdsPlace(current) ? entryChanged(current, moment, changed) : undefined;
    });
    if (saved || holdsPlace(theCase)) return { entry: theCase.list, saved };
    return undefined;
  };
}
