import { checkAsCorrected } from '#application/intake/check-as-corrected.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { RecordSources } from '../record/sources.ts';
import type { BirthDateChange } from './words.ts';

/** What the corrected date of birth changes of what the rules said. Undefined where nothing was corrected. */
export function changeOf(sources: RecordSources, policy: Policy): BirthDateChange | undefined {
  const { theCase, check } = sources;
  if (!theCase.birthDates) return undefined;
  if (!check) return 'NOT_CHECKED';
  const again = checkAsCorrected(sources, policy);
  return again ? between(check, again) : 'NONE';
}

function between(before: StoredCheck, after: StoredCheck): BirthDateChange {
  if (after.outcome === 'RETURNED_INVALID' && before.outcome !== 'RETURNED_INVALID') return 'UNREADABLE';
  if (before.outcome !== after.outcome) {
    if (after.outcome === 'TRIAGE') return 'NO_LONGER_STOPPED';
    return before.outcome === 'TRIAGE' ? 'NOW_TOO_OLD' : 'DIFFERENT';
  }
  const said = ({ triageRecommendation, homeVisiting, reasons, flags }: StoredCheck) =>
    JSON.stringify([triageRecommendation, homeVisiting, reasons, flags]);
  return said(before) === said(after) ? 'NONE' : 'DIFFERENT';
}
