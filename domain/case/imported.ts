import type { ListEntry } from '../lists/entry.ts';
import { hadBefore } from '../lists/import/ended-before.ts';
import { hasEnded, type PresentChild, type PresentEnded, type PresentListed } from '../lists/import/present-child.ts';
import { ordered, placeOf } from '../lists/place.ts';
import { targetDate } from '../lists/target.ts';
import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { londonInstant } from '../values/dates.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import type { ListPathway } from './codes.ts';
import { appendEvent, type NewEvent } from './event.ts';
import { schoolYearOf } from './school-year.ts';

/** The caller of every child who came with a present list. */
export const IMPORT_CALLER = 'import';

/** The outcome of triage that leads to each list, as if people had decided it here. */
const acceptedAs: Readonly<Record<ListPathway, string>> = {
  INITIAL_ASSESSMENT: 'ACCEPT_INITIAL_ASSESSMENT',
  // Who waits for home visits was accepted for an initial assessment first.
  HOME_VISITING: 'ACCEPT_INITIAL_ASSESSMENT',
  PORTAGE_GROUP: 'INVITE_GROUP',
  LITTLE_TREASURES: 'INVITE_LITTLE_TREASURES',
};

interface Facts {
  readonly reference: string;
  readonly file: string;
  readonly child: PresentChild;
  readonly by: Actor;
}

/** The outcome of a case whose support ended before the service began. */
const ENDED_BEFORE = 'SUPPORT_ENDED_BEFORE';

/**
 * The case of a child who came with a present list: on the list, with the dates, the band and the sessions of the file. The clock
 * began on the day of the first referral and of acceptance. A child whose support had ended is on no list, and the case is closed.
 * No workflow is begun, and no one is told anything.
 */
export function importedCase({ reference, file, child, by }: Facts, moment: Moment, policy: Policy): Case {
  const { now, policyVersion } = moment;
  const { referredOn, sessionsHad } = child;
  const received = { event: 'RECEIVED', by, receivedVia: 'IMPORT', arrivedOn: referredOn } as const;
  const history = appendEvent([], received, now, policyVersion);
  const { event, imported, ...where } = hasEnded(child)
    ? endedAs(child, by)
    : listedAs(child, entryOf(child, reference, now, policy), moment, by);
  return {
    ...{ reference, caller: IMPORT_CALLER, version: 1, next: 'DONE', machine: 'intake' },
    ...{ run: 1, receivedAt: now, referralOn: referredOn, updatedAt: now, moveBy: now, policyVersion },
    ...{ reasons: [], flags: [], checks: 0, tasks: 0 },
    ...{ duplicateOf: null, duplicateCleared: false, ask: null, answers: [], added: [], task: null, decisions: [] },
    ...{ ...where, parked: null, outbox: [], imported: { file, sessionsHad, ...imported, quietSince: now } },
    school: { year: schoolYearOf(child.dob, policy) },
    history: appendEvent(history, event, now, policyVersion),
  };
}

/** What stands only in the case of a child who waits. */
function listedAs({ pathway }: PresentListed, list: ListEntry, { now }: Moment, by: Actor) {
  const event: NewEvent = { event: 'LISTED', by, pathway, place: placeOf(list) };
  return { status: 'ON_WAITING_LIST', outcome: acceptedAs[pathway], list, listedAt: now, imported: {}, event } as const;
}

/** What stands only in the case of a child whose support had ended. */
function endedAs({ pathway, closedOn: on, acceptedOn }: PresentEnded, by: Actor) {
  const had = hadBefore(pathway) ?? 'STAY_AND_PLAY';
  const event: NewEvent = { event: 'SUPPORT_ENDED_BEFORE', by, had, on };
  const imported = { ended: { on, had, acceptedOn } };
  return { status: 'CLOSED', outcome: ENDED_BEFORE, list: null, imported, event } as const;
}

/** Whether support ended before the service began, so that nothing here ended it and no one is told of an end. */
export function endedBefore({ imported }: Pick<Case, 'imported'>): boolean {
  return imported?.ended !== undefined;
}

function entryOf(child: PresentListed, reference: string, now: string, policy: Policy): ListEntry {
  const { pathway, locality, referredOn, acceptedOn, listedOn, band } = child;
  return ordered(
    {
      ...{ pathway, locality, acceptedOn, targetOn: targetDate(acceptedOn, policy), listedOn },
      ...{ suggestedBand: null, band, order: '', quiet: { since: now } },
    },
    londonInstant(referredOn, '00:00'),
    reference,
  );
}

/** Whether no one may be told anything of this child yet. */
export function isQuiet({ imported }: Pick<Case, 'imported'>): boolean {
  return imported?.quietSince !== undefined;
}

/** The case of a child of whom people may be told from now on; undefined where they may already. Nothing is sent for it. */
export function released(theCase: Case, moment: Moment, by: Actor): Case | undefined {
  const { imported, list } = theCase;
  if (!imported || !isQuiet(theCase)) return undefined;
  const { quietSince: _since, ...kept } = imported;
  const patch = { imported: kept, list: list && heard(list), moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'IMPORT_RELEASED', by });
}

function heard({ quiet: _quiet, ...entry }: ListEntry): ListEntry {
  return entry;
}
