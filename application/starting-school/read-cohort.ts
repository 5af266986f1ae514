import type { Case } from '#domain/case/case.ts';
import { isOpen } from '#domain/case/codes.ts';
import { hasDied } from '#domain/case/death.ts';
import { isInvitedFor } from '#domain/case/school.ts';
import { type SchoolSessions, sessionsFor } from '#domain/people/school-sessions.ts';
import type { CaseStore, Indexes, ReferralStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { knownIn } from '#domain/referral/known.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { whoIs } from '#domain/referral/who-is.ts';
import { type CohortPlace, cohortPlace } from '#domain/support/starting-school.ts';
import type { Support } from '#domain/support/support.ts';
import { townNow } from '#domain/support/town.ts';
import { sha256 } from '#domain/values/hash.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';
import { inLanes } from '../sweep/in-lanes.ts';

/** One child of a year as things stand. */
export interface CohortChild {
  readonly reference: string;
  readonly place: CohortPlace;
  /** Where the child has support or waits, else the town in the referral. */
  readonly town: string | undefined;
  readonly status: Case['status'];
  readonly school: NonNullable<Case['school']>;
  readonly isInvited: boolean;
}

/** Everyone whom we accepted and who starts school in a year. `isMore`: there are more than are read, and none is left out unsaid. */
export interface Cohort {
  readonly year: number;
  readonly children: readonly CohortChild[];
  readonly sessions: readonly SchoolSessions[];
  readonly isMore: boolean;
}

export interface CohortDeps extends TeamDeps {
  readonly indexes: Pick<Indexes, 'startsSchoolIn'>;
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly supports: Pick<SupportStore, 'readSupport'>;
}

/** Far more than one service accepts of a year. */
const MOST = 1_000;
const LANES = 20;

/**
 * The cohort of a summer term, worked out from the cases of that year as they are now. A child with two referrals stands there once:
 * as the one that was invited, or the one that is open, with the most that the child had by either. Of a child who has died there is nothing.
 * `isAsked`: of whom more than the case is read, beside those who have died.
 */
export function readCohort(deps: CohortDeps): (year: number, isAsked?: (theCase: Case) => boolean) => Promise<Cohort> {
  return async (year, isAsked = () => true) => {
    const [rows, team] = await Promise.all([deps.indexes.startsSchoolIn(year, MOST + 1), readTeam(deps)()]);
    const read = await inLanes(rows.slice(0, MOST), LANES, new AbortController().signal, ({ reference }) =>
      readOne(deps, reference, year, isAsked),
    );
    const children = new Map<string, Found>();
    for (const { result } of read) {
      if (!result) continue;
      const before = children.get(result.who);
      children.set(result.who, before ? oneOf(before, result) : result);
    }
    const all = [...children.values()].map(({ child }) => child).filter(({ place }) => place.why !== 'DIED');
    return {
      ...{ year, sessions: sessionsFor(team, year), isMore: rows.length > MOST },
      children: all.toSorted((a, b) => (a.reference < b.reference ? -1 : 1)),
    };
  };
}

/** What a form of this page was made from: whom it would invite, and to what. */
export function cohortState(cohort: Cohort): { readonly references: readonly string[]; readonly dates: string } {
  return {
    references: toInvite(cohort).map(({ reference }) => reference),
    dates: sha256(JSON.stringify(cohort.sessions)).slice(0, 12),
  };
}

/** Who is in the cohort and was not invited yet. */
export function toInvite({ children }: Pick<Cohort, 'children'>): readonly CohortChild[] {
  return children.filter(({ place, isInvited }) => place.is === 'IN' && !isInvited);
}

interface Found {
  /** What tells one child from another, also where two referrals are of one. */
  readonly who: string;
  readonly child: CohortChild;
}

async function readOne(
  deps: CohortDeps,
  reference: string,
  year: number,
  isAsked: (theCase: Case) => boolean,
): Promise<Found | undefined> {
  const theCase = await deps.cases.readCase(reference);
  if (!theCase?.school || !(hasDied(theCase) || isAsked(theCase))) return undefined;
  const [stored, support]: [StoredReferral | undefined, Support | undefined] = await Promise.all([
    deps.referrals.readReferral(reference),
    theCase.toSupport && deps.supports.readSupport(reference),
  ]);
  const known = knownIn(stored);
  const child: CohortChild = {
    ...{ reference, status: theCase.status, town: townNow(known.locality, theCase, support), school: theCase.school },
    ...{ place: cohortPlace(theCase, support, year), isInvited: isInvitedFor(theCase, year) },
  };
  return { who: whoIs(reference, stored), child };
}

/** Two referrals of one child as one. */
function oneOf(one: Found, other: Found): Found {
  const [first, second] = [one, other].toSorted((a, b) => weight(b.child) - weight(a.child));
  if (!first || !second) return one;
  if ([first, second].some(({ child }) => child.place.why === 'DIED'))
    return { ...first, child: { ...first.child, place: { is: 'OUT', why: 'DIED' } } };
  const isMoreHad = first.child.place.is === 'REVIEW' && second.child.place.is === 'IN';
  return isMoreHad ? { ...first, child: { ...first.child, place: second.child.place } } : first;
}

function weight({ isInvited, status, place }: CohortChild): number {
  return (isInvited ? 4 : 0) + (isOpen(status) ? 2 : 0) + (place.is === 'IN' ? 1 : 0);
}
