import { type Alike, type FindAlikeDeps, findAlike } from '#application/triage/find-alike.ts';
import type { Case } from '#domain/case/case.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { Actor } from '#domain/people/actor.ts';
import { sameChildAt } from '../same-child/address.ts';
import { besideWords } from '../words.ts';
import { type BesideDeps, besideReferences, factsOf } from './beside.ts';
import { comparedView } from './compare.ts';

export type AlikeDeps = BesideDeps & FindAlikeDeps;

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
 * Referrals that may be of the same child, each beside this one, then what may be twins and other children of the same home, by
 * reference alone. None is held for it. Comparing one is a reading of it, which is written down first.
 */
export async function alikeView(deps: AlikeDeps, { theCase, check, actor: by, taskId }: Reader) {
  const found = await findAlike(deps)(theCase, check?.likeness);
  const beside = besideReferences(theCase);
  const alike = found.alike.filter(({ reference }) => !beside.includes(reference));
  const same = alike.filter(({ name }) => name !== 'OTHER');
  const shown = same.slice(0, MOST);
  const mine = shown.length === 0 ? [] : await factsOf(deps, theCase.reference);
  const at = (reference: string) => (taskId === undefined ? '' : sameChildAt(taskId, reference));
  const mayBe = await Promise.all(
    shown.map(async ({ reference, name }) => {
      await deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD', ...(taskId && { taskId }) });
      const compared = comparedView(mine, { reference, rows: await factsOf(deps, reference) });
      return { reference, said: said({ reference, name }), at: at(reference), ...compared };
    }),
  );
  return {
    mayBe,
    more: same.slice(MOST).map((one) => ({ said: said(one), reference: one.reference, at: at(one.reference) })),
    twins: alike.filter(({ name }) => name === 'OTHER').map(({ reference }) => ({ reference, at: at(reference) })),
    siblings: found.siblings.filter((reference) => !beside.includes(reference)),
    mayDecide: taskId !== undefined,
    words: besideWords,
  };
}

function said({ reference, name }: Alike): string {
  return name === 'ALIKE' ? besideWords.soundsAlike(reference) : besideWords.alike(reference);
}
