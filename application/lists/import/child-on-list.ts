import type { Case } from '#domain/case/case.ts';
import { listPathwaySchema } from '#domain/case/codes.ts';
import { correctedBirthDate } from '#domain/case/corrected.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { ENDED_PATHWAYS } from '#domain/lists/import/ended-before.ts';
import type { PresentChild } from '#domain/lists/import/present-child.ts';
import { referredAtOf } from '#domain/lists/place.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { birthDateIn } from '#domain/referral/birth-date.ts';
import { knownIn } from '#domain/referral/known.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { contactOf } from '#domain/safe-contact/facts.ts';
import { isFlagged } from '#domain/safe-contact/flags.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readFamily } from '../../read-family.ts';

export interface ChildOnListDeps {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly supports: Pick<SupportStore, 'readSupport'>;
  readonly now: () => string;
}

/**
 * A child as a present list has them, read back from what stands here. LEFT: on no list any more. FLAGGED: no file may say where the
 * family is or how to reach it. UNKNOWN: something that a list needs is not known.
 */
export type OnList =
  | { readonly child: PresentChild; readonly isFlagged: boolean }
  | { readonly none: 'LEFT' | 'UNKNOWN' };

/** Reads one child back, from the case or from the support that holds the place. */
export function childOnList(deps: ChildOnListDeps) {
  return async (reference: string): Promise<OnList> => {
    const [theCase, stored] = await Promise.all([
      deps.cases.readCase(reference),
      deps.referrals.readReferral(reference),
    ]);
    const support = theCase?.toSupport && (await deps.supports.readSupport(reference));
    const entry = support?.list ?? theCase?.list;
    const place = theCase && (entry ? placeIn(entry) : endIn(theCase, stored));
    if (!theCase || !stored || place === 'LEFT') return { none: 'LEFT' };
    const family = await readFamily(deps, theCase, addresseesOf(stored.body));
    const known = knownIn(stored);
    const dob = correctedBirthDate(theCase) ?? birthDateIn(stored.body);
    const { firstName, lastName, nhsNumber, parents } = known;
    const [parentName] = parents;
    if (!firstName || !lastName || !dob || !parentName || !place) return { none: 'UNKNOWN' };
    const child: PresentChild = {
      ...{ firstName, lastName, dob, nhsNumber, parentName, ...place },
      ownReference: known.ownReference ?? reference,
      parentEmail: contactOf(0, 'EMAIL', family),
      parentPhone: contactOf(0, 'TELEPHONE', family),
      sessionsHad: sessionsOf(theCase),
    };
    return { child, isFlagged: isFlagged(family) };
  };
}

/** What the case of a child whose support ended before the service began says of itself in a present list. */
function endIn({ imported, referralOn }: Case, stored: StoredReferral | undefined) {
  if (!imported?.ended) return 'LEFT';
  const { had, on, acceptedOn } = imported.ended;
  const pathway = ENDED_PATHWAYS.find((one) => one === `CLOSED_${had}`);
  const { locality } = knownIn(stored);
  return pathway && locality && { pathway, locality, acceptedOn, closedOn: on, band: null, referredOn: referralOn };
}

/** What a place says of itself in a present list. */
function placeIn(entry: ListEntry) {
  const pathway = listPathwaySchema.safeParse(entry.pathway).data;
  const { locality, acceptedOn, listedOn = acceptedOn, band } = entry;
  return pathway && { pathway, locality, acceptedOn, listedOn, band, referredOn: londonDateOf(referredAtOf(entry)) };
}

const sessionsOf = ({ imported }: Case) => imported?.sessionsHad ?? 0;
