import type { Case } from '../case/case.ts';
import { mayShow } from '../safe-contact/may-show.ts';
import { clockInWords, plainDate } from '../values/dates.ts';
import type { Addressees } from './addressees.ts';

/** When and where the visit is, unless its time could tell who finds a letter where a flagged family is; and what was found. */
export function visitFacts(theCase: Case | undefined, referral: Addressees) {
  const { visit, done } = theCase?.assessment ?? {};
  const isShown = visit !== undefined && mayShow('WHEREABOUTS', 'FAMILY', referral);
  return {
    visit: isShown
      ? { on: plainDate(visit.on), at: clockInWords(visit.at), isAtHome: visit.where === undefined }
      : null,
    found: done?.outcome ?? null,
  };
}
