import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { ClaimKey, SoundsOf } from '#domain/ports/services.ts';
import type { MatchStore } from '#domain/ports/stores.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { likenessOf } from '#domain/rules/likeness.ts';
import { keyedHash } from '#domain/values/hash.ts';

/** Outcomes of a check whose referral people are to read, so that they learn of others that are like it. */
const FOR_PEOPLE = ['TRIAGE', 'POSSIBLE_DUPLICATE'];

/**
 * Notes by which keyed hashes this referral can be found beside others that may be of the same child or of a child of the same
 * home; the same however often this is called. It holds nothing and ends nothing. Answers the hashes, which name no one.
 */
export function noteLikeness(deps: {
  readonly matches: Pick<MatchStore, 'noteMatch'>;
  readonly claimKey: ClaimKey;
  readonly soundsOf: SoundsOf;
}) {
  return async (
    reference: string,
    referral: Referral,
    { outcome }: Pick<StoredCheck, 'outcome'>,
  ): Promise<StoredCheck['likeness']> => {
    if (!FOR_PEOPLE.includes(outcome)) return undefined;
    const key = await deps.claimKey();
    const { child, home, names } = likenessOf(referral, deps.soundsOf);
    const found = {
      child: keyedHash(key, child),
      ...(home === undefined ? {} : { home: keyedHash(key, home) }),
    };
    for (const hash of Object.values(found)) await deps.matches.noteMatch(hash, reference);
    // Who shares a name shares the first of these too, so no referral is looked for under a name.
    return { ...found, names: names.map((name) => keyedHash(key, name)) };
  };
}
