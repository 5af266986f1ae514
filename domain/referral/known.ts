import * as z from 'zod';

const word = z.string().optional().catch(undefined);

const knownSchema = z.object({
  child: z.object({ firstName: word, lastName: word, nhsNumber: word }).catch({}),
  family: z.object({ parents: z.array(z.object({ name: word }).catch({})).catch([]) }).catch({ parents: [] }),
  locality: word,
  imported: z.object({ ownReference: word }).optional().catch(undefined),
});

/** What a stored referral says of who it is about. What it does not say is left out. */
export interface Known {
  /** First and last name; empty where neither is known. */
  readonly child: string;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly nhsNumber?: string | undefined;
  /** The name of each parent or carer, by their place. */
  readonly parents: readonly (string | undefined)[];
  readonly locality?: string | undefined;
  /** The team’s own reference, of a child who came with a present list. */
  readonly ownReference?: string | undefined;
}

/**
 * Who a stored referral is about, whatever else it holds: one that was sent whole, one that is not valid, and one that came with
 * a present list and has only this. Whoever needs no more asks here and not for the whole referral.
 */
export function knownIn(stored: { readonly body: unknown } | undefined): Known {
  const read = knownSchema.safeParse(stored?.body).data;
  if (!read) return { child: '', parents: [] };
  const { firstName, lastName, nhsNumber } = read.child;
  return {
    ...{ firstName, lastName, nhsNumber, locality: read.locality, ownReference: read.imported?.ownReference },
    child: [firstName, lastName].filter((name) => name !== undefined && name !== '').join(' '),
    parents: read.family.parents.map(({ name }) => name),
  };
}
