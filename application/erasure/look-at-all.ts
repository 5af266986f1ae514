import type { Case } from '#domain/case/case.ts';
import { eraseOn, type Kept, type Periods } from '#domain/case/erase-on.ts';
import type { StoredGroup, StoredKey, StoredTrace } from '#domain/ports/erasure.ts';
import { Transient } from '#domain/problems/errors.ts';
import { readPath } from '#domain/values/read-path.ts';

/** What a record says of itself, as far as it decides when it goes. */
export interface Standing {
  readonly receivedAt: string;
  /** The first day on which it need not be kept for its own sake; undefined: never. */
  readonly on: string | undefined;
  readonly duplicateOf: string | null;
  readonly erasing: Case['erasing'];
}

/** What was read, as far as erasing needs it. */
export interface Found {
  readonly standings: ReadonlyMap<string, Standing>;
  /** Every reference of which anything is left. */
  readonly left: ReadonlySet<string>;
  /** Keys elsewhere that are about a referral. */
  readonly elsewhere: ReadonlyMap<string, readonly StoredKey[]>;
  /** Which referrals, or other keys, name a file. */
  readonly namers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Items whose own time is over. */
  readonly over: readonly StoredTrace[];
  /** Referrals of which nothing else was read, not even a case, and when they came. */
  readonly alone: ReadonlyMap<string, string>;
  /** Records that cannot be read: they are never due. */
  readonly unreadable: readonly string[];
}

/** Looks once through what is stored. `dobUnread`: the date of birth to go by where no referral was read. */
export async function lookAtAll(
  groups: AsyncIterable<StoredGroup>,
  periods: Periods,
  isOver: (trace: StoredTrace) => boolean,
  dobUnread: (theCase: Case) => Kept['dob'] = () => undefined,
): Promise<Found> {
  const standings = new Map<string, Standing>();
  const left = new Set<string>();
  const elsewhere = new Map<string, StoredKey[]>();
  const namers = new Map<string, Set<string>>();
  const over: StoredTrace[] = [];
  const unreadable: string[] = [];
  const alone = new Map<string, string>();
  const pointers: StoredTrace[] = [];
  for await (const group of groups) {
    const reference = group.gathered?.reference;
    if (reference !== undefined) left.add(reference);
    const standing = await standingOf(group, periods, dobUnread);
    if (reference !== undefined && standing === 'UNREADABLE') unreadable.push(reference);
    if (reference !== undefined && standing && standing !== 'UNREADABLE') standings.set(reference, standing);
    const cameAt = await cameAloneAt(group);
    if (reference !== undefined && cameAt !== undefined) alone.set(reference, cameAt);
    for (const trace of group.traces) {
      const of = reference ?? trace.about;
      if (reference === undefined && trace.about !== undefined) {
        elsewhere.set(trace.about, [...(elsewhere.get(trace.about) ?? []), trace.key]);
      }
      for (const id of trace.names) namers.set(id, (namers.get(id) ?? new Set()).add(of ?? trace.key.pk));
      if (isOver(trace)) over.push(trace);
      if (trace.goesWith !== undefined) pointers.push(trace);
    }
  }
  return { standings, left, ...withPointers({ elsewhere, over }, pointers), namers, alone, unreadable };
}

/** What is only a pointer to something that goes, goes before it: cut off in between, it is still found. */
function withPointers({ elsewhere, over }: Pick<Found, 'elsewhere' | 'over'>, pointers: readonly StoredTrace[]) {
  const to = Map.groupBy(pointers, ({ goesWith }) => goesWith ?? '');
  return {
    over: over.flatMap((trace) => [...(to.get(trace.key.pk) ?? []), trace]),
    elsewhere: new Map(
      [...elsewhere].map(([reference, keys]) => [
        reference,
        keys.flatMap((key) => [...(to.get(key.pk) ?? []).map((pointer) => pointer.key), key]),
      ]),
    ),
  };
}

async function standingOf(
  { gathered, traces }: StoredGroup,
  periods: Periods,
  dobUnread: (theCase: Case) => Kept['dob'],
): Promise<Standing | 'UNREADABLE' | undefined> {
  if (!gathered) return undefined;
  try {
    const theCase = await gathered.cases.readCase(gathered.reference);
    if (!theCase) return undefined;
    const stored = await gathered.referrals.readReferral(gathered.reference);
    const support = await gathered.supports.readSupport(gathered.reference);
    const openTodos = traces.flatMap(({ openTodo }) => openTodo ?? []);
    const due = eraseOn(
      { theCase, support, dob: stored ? dobIn(stored.body) : dobUnread(theCase), openTodos },
      periods,
    );
    const { receivedAt, erasing } = theCase;
    const duplicateOf = due?.as === 'NOT_ACCEPTED' ? theCase.duplicateOf : null;
    return { receivedAt, erasing, duplicateOf, on: due?.on };
  } catch (error) {
    if (error instanceof Transient) throw error;
    return 'UNREADABLE';
  }
}

/** When a referral came of which nothing else is here. Undefined where there is more, or what there is cannot be read. */
async function cameAloneAt({ gathered, traces }: StoredGroup): Promise<string | undefined> {
  if (!gathered || traces.length > 1) return undefined;
  try {
    return (await gathered.referrals.readReferral(gathered.reference))?.receivedAt;
  } catch (error) {
    if (error instanceof Transient) throw error;
    return undefined;
  }
}

/** The date of birth in what was sent; undefined where there is none. */
export function dobIn(body: unknown): Kept['dob'] {
  const dob = readPath(body, 'child', 'dob');
  return typeof dob === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(dob) ? dob : undefined;
}

/** The day on which a record may go: a duplicate never before the referral that continued. Undefined: never. */
export function dueOn(
  standings: Found['standings'],
  reference: string,
  seen: readonly string[] = [],
): string | undefined {
  const standing = standings.get(reference);
  if (standing?.on === undefined) return undefined;
  const { on, duplicateOf } = standing;
  if (duplicateOf === null || seen.includes(duplicateOf) || !standings.has(duplicateOf)) return on;
  const other = dueOn(standings, duplicateOf, [...seen, reference]);
  return other === undefined || other > on ? other : on;
}
