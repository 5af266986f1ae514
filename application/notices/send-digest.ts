import { addresseesOf } from '#domain/notices/addressees.ts';
import { carriedAs, digestDay, digestId, digestOf, isInPlace } from '#domain/notices/digest.ts';
import { digestAfter, digestOn } from '#domain/notices/hold.ts';
import { claim, heldLonger } from '#domain/notices/ledger.ts';
import type { Notice } from '#domain/notices/notice.ts';
import type { Owed } from '#domain/notices/plan.ts';
import { personCode, personNamed } from '#domain/people/code.ts';
import { readerOn } from '#domain/people/cover.ts';
import type { Person } from '#domain/people/person.ts';
import type { Team } from '#domain/people/team.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { readTeam } from '../access/read-team.ts';
import { deliverNotice } from './deliver.ts';
import { digestsBegun } from './digests-begun.ts';
import { type GatherDeps, gatherHeld, type HeldNotice } from './gather-held.ts';
import { settleCarried } from './settle-carried.ts';
import { waitingFor } from './waiting-for.ts';

/**
 * Sends the digest of the person for whom this notice is held, once a day, with all that waits for it. While they are on
 * leave it goes to who stands in for them, with that person's own; where no one does and others hear, it waits for their
 * return. What came after the digest of the day waits for the next. The same call again finishes what a crash left undone.
 */
export async function sendDigest(deps: GatherDeps, reference: string, id: string): Promise<void> {
  const held = await deps.notices.readNotice(reference, id);
  if (held?.state !== 'CLAIMED') return;
  const team = await readTeam(deps)();
  const now = deps.now();
  const today = londonDateOf(now);
  const person = personNamed(team, held.to);
  if (!person) return;
  const reader = readerOn(team, person, today);
  if ('backOn' in reader) return keepLonger(deps, held, digestOn(reader.backOn, deps.policy));
  const { to } = reader;
  const begun = await digestsBegun(deps, owedTo(to).id, held, today);
  for (const digest of begun) await settleCarried(deps, digest);
  const left = await deps.notices.readNotice(reference, id);
  if (left?.state !== 'CLAIMED') return;
  // It may have been told by a digest that was cut off, on a day before too: that one goes on, marked as a possible duplicate.
  const cutOff = begun.find(({ state }) => state === 'CLAIMED');
  const isToldToday = begun.some((digest) => digest.reference === digestDay(today));
  if (isToldToday && !cutOff) return keepLonger(deps, left, digestAfter(now, deps.policy));
  await sendTo(deps, team, to, today, cutOff);
}

/** Finishes a digest whose sending was cut off: it is made anew from what still waits. */
export async function settleDigest(deps: GatherDeps, entry: Notice): Promise<void> {
  const team = await readTeam(deps)();
  const person = personNamed(team, entry.to);
  if (person) await sendTo(deps, team, person, londonDateOf(deps.now()), entry);
}

async function sendTo(deps: GatherDeps, team: Team, to: Person, today: string, entry?: Notice): Promise<void> {
  const covered = team.people.filter((person) => person.isActive && isReadBy(team, person, to, today));
  const { held, lists } = await gatherHeld(deps, [to, ...covered.filter(({ id }) => id !== to.id)].map(personCode));
  if (held.length === 0) return entry && endEmpty(deps, entry);
  const day = entry?.reference ?? digestDay(today);
  const about = {
    reference: day,
    referral: addresseesOf(undefined),
    digest: {
      ...digestOf(held, {
        ...{ reader: personCode(to), on: plainDate(today), lists },
        waiting: await waitingFor(deps, to),
      }),
      isInPlace: entry !== undefined && isInPlace(entry),
    },
    carries: inOrderOfSettling(held),
  };
  const owed = { ...owedTo(to), ...(entry ? { id: entry.id } : {}) };
  await deliverNotice(deps, owed, about);
  const sent = await deps.notices.readNotice(day, owed.id);
  if (sent) await settleCarried(deps, sent);
}

function isReadBy(team: Team, person: Person, to: Person, today: string): boolean {
  const reader = readerOn(team, person, today);
  return 'to' in reader && reader.to.id === to.id;
}

function owedTo(person: Person): Owed {
  const to = personCode(person);
  return { id: digestId(to), kind: 'TEAM_DIGEST', to, link: 'TODAY' };
}

/** What is due stands last: as long as anything is left to settle, the sweeper comes back for that one. */
function inOrderOfSettling(held: readonly HeldNotice[]): string[] {
  const until = ({ entry }: HeldNotice) => entry.heldUntil ?? '';
  return held.toSorted((a, b) => until(b).localeCompare(until(a))).map(({ entry }) => carriedAs(entry));
}

async function keepLonger({ notices }: GatherDeps, entry: Notice, until: string): Promise<void> {
  await notices.saveNotice(heldLonger(entry, until), entry.attempts);
}

/** Nothing is left to tell: what was claimed is settled, and no one is written to. */
async function endEmpty({ notices, now }: GatherDeps, entry: Notice): Promise<void> {
  const mine = claim(entry, now());
  if (!mine) return;
  const settled = { ...mine, state: 'FAILED', settledAt: now(), why: 'NO_LONGER_NEEDED' } as const;
  await notices.saveNotice(settled, entry.attempts);
}
