import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

type Pages = Pick<Case, 'familyPages'>;

/** The id of the page of the adult at this place as it stands. Each agreement and each closing gives the next one another. */
export function familyPageId(place: number, { familyPages = [] }: Pages): string {
  return `P${place}N${familyPages.filter((one) => one.place === place).length}`;
}

/** The place in the referral, from 0, of the adult whose page has this id; undefined for what is no id of a page. */
export function placeOfPage(id: string): number | undefined {
  const place = /^P(\d{1,2})N\d+$/.exec(id)?.[1];
  return place === undefined ? undefined : Number(place);
}

/** What staff decided last of the page of this adult; undefined where they decided nothing. */
export function lastOfPage(place: number, { familyPages = [] }: Pages) {
  return familyPages.findLast((one) => one.place === place);
}

/** What a member of staff records once they agreed a page with an adult. */
interface Agreement {
  readonly place: number;
  /** The hash of the facts on which it rests. */
  readonly basis: string;
  readonly showsPlaces: boolean;
  readonly by: Actor;
  readonly reason: string;
}

/** The case once a page was agreed with one adult. Links from before open nothing. Undefined where the same stands already. */
export function pageAgreed(theCase: Case, moment: Moment, agreement: Agreement): Case | undefined {
  const { place, basis, showsPlaces, by, reason } = agreement;
  const last = lastOfPage(place, theCase);
  if (last?.what === 'AGREED' && last.basis === basis && last.showsPlaces === showsPlaces) return undefined;
  const agreed = { ...agreement, what: 'AGREED', at: moment.now } as const;
  const patch = { familyPages: [...(theCase.familyPages ?? []), agreed], moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'FAMILY_PAGE_AGREED', by, parent: place, text: reason });
}

/**
 * The case with the page of every adult closed: no link and no session opens one from this write on, and only an agreement
 * opens one again. Undefined where all are closed.
 */
export function pagesClosed(
  theCase: Case,
  moment: Moment,
  { by, adults }: { readonly by: Actor; readonly adults: number },
): Case | undefined {
  const places = Array.from({ length: adults }, (_, place) => place);
  const open = places.filter((place) => lastOfPage(place, theCase)?.what !== 'CLOSED');
  if (open.length === 0) return undefined;
  const closed = open.map((place) => ({ place, what: 'CLOSED', at: moment.now, by }) as const);
  const patch = { familyPages: [...(theCase.familyPages ?? []), ...closed], moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'FAMILY_PAGES_CLOSED', by });
}

/** The case with the event that an adult was given a way to their page: a printed code, or a link by email. */
export function pageGiven(
  theCase: Case,
  moment: Moment,
  { by, place, how }: { readonly by: Actor; readonly place: number; readonly how: 'CODE' | 'EMAIL' },
): Case {
  return applyChange(
    theCase,
    moment,
    { moveBy: theCase.moveBy },
    { event: 'FAMILY_PAGE_GIVEN', by, parent: place, how },
  );
}
