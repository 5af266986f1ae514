import type { ListEntry } from '../lists/entry.ts';
import type { PresentChild } from '../lists/import/present-child.ts';
import { ordered, placeOf } from '../lists/place.ts';
import { targetDate } from '../lists/target.ts';
import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { londonInstant } from '../values/dates.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import type { ListPathway } from './codes.ts';
import { appendEvent } from './event.ts';
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

/**
 * The case of a child who came with a present list: on the list, with the dates, the band and the sessions of the file. The clock
 * began on the day of the first referral and of acceptance. No workflow is begun, and no one is told anything.
 */
export function importedCase({ reference, file, child, by }: Facts, moment: Moment, policy: Policy): Case {
  const { now, policyVersion } = moment;
  const { referredOn, pathway, sessionsHad } = child;
  const list = entryOf(child, reference, now, policy);
  const received = { event: 'RECEIVED', by, receivedVia: 'IMPORT', arrivedOn: referredOn } as const;
  const history = appendEvent([], received, now, policyVersion);
  return {
    ...{ reference, caller: IMPORT_CALLER, version: 1, status: 'ON_WAITING_LIST', next: 'DONE', machine: 'intake' },
    ...{ run: 1, receivedAt: now, referralOn: referredOn, updatedAt: now, moveBy: now, policyVersion },
    ...{ outcome: acceptedAs[pathway], reasons: [], flags: [], checks: 0, tasks: 0 },
    ...{ duplicateOf: null, duplicateCleared: false, ask: null, answers: [], added: [], task: null, decisions: [] },
    ...{ list, listedAt: now, parked: null, outbox: [], imported: { file, sessionsHad, quietSince: now } },
    school: { year: schoolYearOf(child.dob, policy) },
    history: appendEvent(history, { event: 'LISTED', by, pathway, place: placeOf(list) }, now, policyVersion),
  };
}

function entryOf(child: PresentChild, reference: string, now: string, policy: Policy): ListEntry {
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
