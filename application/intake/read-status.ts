import { shownStatus } from '#domain/case/change.ts';
import { isOfStaffAlone } from '#domain/case/of-staff-alone.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { isReference } from '#domain/values/reference.ts';

/** What a caller is told of a referral it submitted: codes and instants, nothing about the child. */
export interface StatusView {
  readonly reference: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly reasons: readonly string[];
  readonly updatedAt: string;
  readonly history: readonly { readonly at: string; readonly event: string }[];
}

/** The status of a referral for the caller that submitted it; undefined for anyone else, as for one that is not there. */
export function readStatus(deps: {
  cases: CaseStore;
}): (question: { caller: string; reference: string }) => Promise<StatusView | undefined> {
  return async ({ caller, reference }) => {
    if (!isReference(reference)) return undefined;
    const theCase = await deps.cases.readWholeCase(reference);
    if (!theCase || theCase.caller !== caller) return undefined;
    const { outcome, reasons, updatedAt } = theCase;
    const shown = theCase.history.filter((event) => !isOfStaffAlone(event));
    const history = shown.map(({ at, event }) => ({ at, event: event === 'DEATH_RECORDED' ? 'WITHDRAWN' : event }));
    return { reference, status: shownStatus(theCase), outcome, reasons, updatedAt, history };
  };
}
