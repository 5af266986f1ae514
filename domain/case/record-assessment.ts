import type { Band } from '../lists/band.ts';
import { type Because, confirmingBand, type EntryChange, moving, takingOff } from '../lists/change-place.ts';
import type { ListEntry } from '../lists/entry.ts';
import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { ADVISORY_TEACHERS } from '../service/description/other-services.ts';
import type { ClosingGate } from '../support/closing-gate.ts';
import { assessmentOf, MISSES_UNTIL_ASKED, visitAt, waitsForAssessment } from './assessment.ts';
import type { AssessmentOutcome, MissedWhy } from './assessment-shape.ts';
import type { AssessmentChange } from './book-assessment.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { entryChanged, holdsPlace } from './change-entry.ts';

interface Missed {
  readonly seen: number;
  readonly why: MissedWhy;
  readonly words: string;
  readonly by: Actor;
  /** Whether a safety flag stands, so that a person decides at once. */
  readonly isFlagged: boolean;
}

/**
 * The case whose visit did not take place. After the second one, or at once where a safety flag stands, a person is asked how it goes
 * on. No machine takes the child off the list.
 */
export function assessmentMissed(
  theCase: Case,
  moment: Moment,
  { seen, why, words, by, isFlagged }: Missed,
): AssessmentChange {
  const { visit, ...before } = assessmentOf(theCase);
  if (!visit) return { refused: before.done ? 'DONE' : 'NONE' };
  if (visit.n !== seen) return { refused: 'OVERTAKEN' };
  if (visitAt(visit) > moment.now) return { refused: 'NOT_YET' };
  const missed = [...before.missed, { n: visit.n, on: visit.on, why, at: moment.now, by }];
  const isAsked = isFlagged || missed.length >= MISSES_UNTIL_ASKED;
  const asked = { at: moment.now, why: isFlagged ? 'SAFETY_FLAG' : 'MISSED_TWICE' } as const;
  const assessment = {
    ...{ ...before, missed, owed: { news: 'MISSED', at: moment.now } as const },
    ...(isAsked ? { asked } : {}),
  };
  const event = {
    event: 'ASSESSMENT_MISSED',
    by,
    on: visit.on,
    why,
    ...(words === '' ? {} : { text: words }),
  } as const;
  return applyChange(theCase, moment, { assessment, moveBy: theCase.moveBy }, event);
}

/** What a person decided after missed visits: a child leaves the list only with what passed the closing gate. */
export type GoesOn = { readonly reason: string } & (
  | { readonly what: 'OFFER_AGAIN' | 'ASK_REFERRER' }
  | { readonly what: 'TAKE_OFF'; readonly gate: ClosingGate }
);

/** The case once a person has said how it goes on: offered again, the referrer is spoken to first, or off the list after contact. */
export function assessmentGoesOn(
  theCase: Case,
  moment: Moment,
  decision: GoesOn & { readonly by: Actor },
): AssessmentChange {
  const { what, reason, by } = decision;
  const { asked, ...before } = assessmentOf(theCase);
  if (!asked) return { refused: 'NOT_ASKED' };
  const event = { event: 'ASSESSMENT_GOES_ON', by, what, text: reason } as const;
  const decided = applyChange(theCase, moment, { assessment: before, moveBy: theCase.moveBy }, event);
  if (decision.what !== 'TAKE_OFF') return decided;
  if (!holdsPlace(decided)) return { refused: 'NOT_WAITING' };
  const change = takingOff({ why: 'NOT_REACHED', gate: decision.gate }, { by, now: moment.now, reason })(
    decided.list,
    decided.reference,
  );
  return change ? entryChanged(decided, moment, change) : decided;
}

/** What was found at an initial assessment. `band` is what a person confirms, where none is confirmed yet. */
export interface Found {
  readonly outcome: AssessmentOutcome;
  readonly seen: number;
  readonly band: Band | undefined;
  readonly settingHoursNow: number | undefined;
  /** What changed since the referral, as it was typed. */
  readonly words: string;
  readonly by: Actor;
}

/**
 * The case after its initial assessment: on the list of the support that was found, with every date as it was. Its band is
 * confirmed by then.
 */
export function assessmentDone(theCase: Case, moment: Moment, found: Found): AssessmentChange {
  const { visit, owed: _, asked: __, ...before } = assessmentOf(theCase);
  if (before.done) return { refused: 'DONE' };
  if (!waitsForAssessment(theCase) || !holdsPlace(theCase)) return { refused: 'NOT_WAITING' };
  if (!visit) return { refused: 'NONE' };
  if (visit.n !== found.seen) return { refused: 'OVERTAKEN' };
  if (visitAt(visit) > moment.now) return { refused: 'NOT_YET' };
  const { outcome, by, words, settingHoursNow } = found;
  const because: Because = { by, now: moment.now, reason: '', isTold: true };
  const change = placeAfter(theCase.list, theCase.reference, found, because);
  if (change === 'BAND_MISSING') return { refused: 'BAND_MISSING' };
  const done = { on: visit.on, outcome, at: moment.now, by };
  const isRedirected = outcome === 'ADVISORY_TEACHER';
  const patch = {
    // Of another service the emails about a redirected referral tell, when its workflow ends.
    assessment: { ...before, done, ...(isRedirected ? {} : { owed: { news: 'OUTCOME', at: moment.now } as const }) },
    ...(settingHoursNow === undefined ? {} : { settingHoursNow }),
    moveBy: theCase.moveBy,
  };
  const hours = settingHoursNow === undefined ? {} : { settingHours: settingHoursNow };
  const text = words === '' ? {} : { text: words };
  const event = { event: 'ASSESSMENT_DONE', by, on: visit.on, outcome, ...hours, ...text } as const;
  const assessed = applyChange(theCase, moment, patch, event);
  if (!holdsPlace(assessed)) return assessed;
  const placed = entryChanged(assessed, moment, change);
  return isRedirected ? redirected(placed, moment) : placed;
}

/** The case that ends with the advisory teachers in place of a list. */
function redirected(theCase: Case, { now: at }: Moment): Case {
  const lastDecision = { outcome: 'REDIRECT', at, service: { code: ADVISORY_TEACHERS } };
  return { ...theCase, status: 'REDIRECTED', outcome: 'REDIRECT', lastDecision };
}

/** The place that follows from what was found, with the events that say so. */
function placeAfter(
  entry: ListEntry,
  reference: string,
  { outcome, band }: Found,
  because: Because,
): EntryChange | 'BAND_MISSING' {
  if (outcome === 'STAY_AND_PLAY_ALONE' || outcome === 'ADVISORY_TEACHER') {
    return takingOff({ why: outcome }, because)(entry, reference) ?? { entry, events: [] };
  }
  const confirmed = band === undefined ? undefined : confirmingBand(band, because)(entry, reference);
  const banded = confirmed?.entry ?? entry;
  if (banded.band === null) return 'BAND_MISSING';
  const moved = moving({ pathway: outcome, locality: entry.locality }, because)(banded, reference);
  const events = [...(confirmed?.events ?? []), ...(moved?.events ?? [])];
  return { entry: moved?.entry ?? banded, events };
}
