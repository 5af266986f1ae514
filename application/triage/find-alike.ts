import type { Case } from '#domain/case/case.ts';
import { isConfirmedDuplicate } from '#domain/case/joined.ts';
import { isToldApart } from '#domain/case/same-child.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { CaseStore, MatchStore } from '#domain/ports/stores.ts';

export interface FindAlikeDeps {
  readonly cases: Pick<CaseStore, 'readCase' | 'readCheck'>;
  readonly matches: Pick<MatchStore, 'matchesOf'>;
}

/** Another referral with the same date of birth and postcode. */
export interface Alike {
  readonly reference: string;
  /** How its child's name sounds; UNKNOWN where one of the two was checked before names were compared. */
  readonly name: 'ALIKE' | 'OTHER' | 'UNKNOWN';
}

/** More than live at any postcode and are born on one day. The last ones that were noted are left out. */
const MOST_READ = 20;

type Likeness = StoredCheck['likeness'];

/**
 * The referrals that may be for the same child, and on which no one has said anything yet, each once: where one has ended as a
 * duplicate, the one that continues for it. And those of other children of the same home. Reads nothing personal.
 */
export function findAlike({ cases, matches }: FindAlikeDeps) {
  const found = async (hash: string | undefined, theCase: Case) =>
    hash === undefined ? [] : (await matches.matchesOf(hash)).filter((one) => one !== theCase.reference);
  return async (theCase: Case, likeness: Likeness) => {
    const [same, atHome] = await Promise.all([found(likeness?.child, theCase), found(likeness?.home, theCase)]);
    const read = await Promise.all(same.slice(0, MOST_READ).map((one) => alikeTo(cases, theCase, likeness, one)));
    const each = read.flatMap((one) => one ?? []);
    const alike = each.filter(({ reference }, n) => each.findIndex((one) => one.reference === reference) === n);
    return { alike, siblings: atHome.filter((one) => !same.includes(one)) };
  };
}

async function alikeTo(
  cases: FindAlikeDeps['cases'],
  theCase: Case,
  likeness: Likeness,
  reference: string,
): Promise<Alike | undefined> {
  const matched = await cases.readCase(reference);
  const other = matched && isConfirmedDuplicate(matched) ? await cases.readCase(matched.duplicateOf) : matched;
  if (!matched || !other || isKnown(theCase, other) || isToldApart(theCase, matched)) return undefined;
  const check = await cases.readCheck(reference, matched.checks);
  return { reference: other.reference, name: nameIn(likeness, check?.likeness) };
}

/** Whether it is this referral, or one that it was joined to, held for or joined with. */
function isKnown(theCase: Case, other: Case): boolean {
  const isMine = other.reference === theCase.reference || theCase.duplicateOf === other.reference;
  return (
    isMine || (theCase.joined ?? []).some((one) => one.reference === other.reference) || isToldApart(theCase, other)
  );
}

function nameIn(mine: Likeness, theirs: Likeness): Alike['name'] {
  if (!mine?.names || !theirs?.names) return 'UNKNOWN';
  const { names } = theirs;
  return mine.names.some((name) => names.includes(name)) ? 'ALIKE' : 'OTHER';
}
