import type { Case } from '#domain/case/case.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { MatchStore } from '#domain/ports/stores.ts';
import { besideWords } from '../words.ts';
import { type BesideDeps, besideReferences, factsOf } from './beside.ts';
import { comparedView } from './compare.ts';

export interface AlikeDeps extends BesideDeps {
  readonly matches: Pick<MatchStore, 'matchesOf'>;
}

/** Where none are compared. */
export const nothingAlike = { mayBe: [], more: [], siblings: [], words: besideWords };

/** As many as a page compares: a postcode has more children, and no one reads more of them. */
const MOST = 3;

interface Reader {
  readonly theCase: Case;
  readonly check: Pick<StoredCheck, 'likeness'> | undefined;
  readonly actor: Actor;
  readonly taskId?: string;
}

/**
 * Referrals that may be of the same child, each beside this one, and those of other children of the same home, by reference
 * alone. Neither is held for it: twins are alike too. Comparing one is a reading of it, which is written down first.
 */
export async function alikeView(deps: AlikeDeps, { theCase, check, actor: by, taskId }: Reader) {
  const { child, home } = check?.likeness ?? {};
  const known = [theCase.reference, ...besideReferences(theCase)];
  const found = async (hash: string | undefined) =>
    hash === undefined ? [] : (await deps.matches.matchesOf(hash)).filter((one) => !known.includes(one));
  const [same, atHome] = await Promise.all([found(child), found(home)]);
  const shown = same.slice(0, MOST);
  const mine = shown.length === 0 ? [] : await factsOf(deps, theCase.reference);
  const mayBe = await Promise.all(
    shown.map(async (reference) => {
      await deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD', ...(taskId && { taskId }) });
      return { reference, ...comparedView(mine, { reference, rows: await factsOf(deps, reference) }) };
    }),
  );
  return {
    mayBe,
    more: same.slice(MOST),
    siblings: atHome.filter((reference) => !same.includes(reference)),
    words: besideWords,
  };
}
