import fc from 'fast-check';
import type { Case } from '#domain/case/case.ts';
import { entryChanged, holdsPlace } from '#domain/case/change-entry.ts';
import { type ChangeOfEntry, holding, moving } from '#domain/lists/change-place.ts';
import { resetsOf } from '#domain/lists/clock.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { ordered, placeOf, referredAtOf } from '#domain/lists/place.ts';
import { anyCase, at, caseAfter, caseOnce, why } from './place-histories.ts';

const historyOf = ({ reference, history: events, list: entry }: Case) => ({ reference, events, entry });
const resetsIn = (theCase: Case) => resetsOf(historyOf(theCase)).map(({ which, event }) => `${which} ${event}`);

/** Throws for the first of so many simulated histories in which a date is reset in silence. */
export function keepsClock(numRuns: number): void {
  fc.assert(
    fc.property(anyCase, (theCase) => resetsIn(theCase).length === 0),
    { numRuns },
  );
}

const LATER = '2026-11-20T09:00:00.000Z';
const because = { ...why, now: LATER };

/** The change with a bug: it sets these dates too, in the entry and in its event alike, as if it had to be so. */
function withBug(change: ChangeOfEntry, dates: Partial<ListEntry>): ChangeOfEntry {
  return (entry, reference) => {
    const changed = change(entry, reference);
    if (!changed?.entry) return changed;
    const wrong = ordered({ ...changed.entry, ...dates }, dates.referredAt ?? referredAtOf(entry), reference);
    const events = changed.events.map((event) => ('place' in event ? { ...event, place: placeOf(wrong) } : event));
    return { entry: wrong, events };
  };
}

function changed(theCase: Case, change: ChangeOfEntry): Case {
  const done = holdsPlace(theCase) ? change(theCase.list, theCase.reference) : undefined;
  if (!done || !holdsPlace(theCase)) throw new Error('The case is on no list.');
  return entryChanged(theCase, at(LATER), done);
}

const listed = caseAfter(['accepted']);
const closed = caseAfter(['accepted', 'taken off', 'reopened']);
const { left: _forgotten, ...referredAgain } = closed;
const toFrome = moving({ pathway: 'HOME_VISITING', locality: 'Frome' }, because);
const hold = holding('2026-12-24', because);

/** A bug by which a date is reset, what the right code leaves, and what that with the bug leaves. */
export const planted: readonly (readonly [bug: string, right: string[], wrong: string[], found: string])[] = [
  [
    'a date reset by a move',
    resetsIn(changed(listed, toFrome)),
    resetsIn(changed(listed, withBug(toFrome, { targetOn: '2027-05-20' }))),
    'TARGET LIST_MOVED',
  ],
  [
    'a date reset by a hold',
    resetsIn(changed(listed, hold)),
    resetsIn(changed(listed, withBug(hold, { listedOn: '2026-11-20' }))),
    'LIST LIST_HELD',
  ],
  [
    'a date reset by a second referral',
    resetsIn(caseOnce(closed, 'accepted', LATER)),
    resetsIn(caseOnce({ ...referredAgain, receivedAt: LATER, referralOn: '2026-11-20' }, 'accepted', LATER)),
    'REFERRAL LISTED',
  ],
];
