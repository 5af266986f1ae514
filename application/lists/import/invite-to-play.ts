import { hasDied } from '#domain/case/death.ts';
import { playInvited } from '#domain/case/play.ts';
import { startsIn } from '#domain/case/school.ts';
import { playBegun, playDone } from '#domain/lists/import/change-file.ts';
import { hadBefore } from '#domain/lists/import/ended-before.ts';
import type { Import } from '#domain/lists/import/file.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { ClaimKey } from '#domain/ports/services.ts';
import type { ClaimStore, Indexes, ReferralStore } from '#domain/ports/stores.ts';
import type { Moment } from '#domain/process/process.ts';
import { whoIs } from '#domain/referral/who-is.ts';
import { keyedHash } from '#domain/values/hash.ts';
import { changeCase } from '../../change-case.ts';
import { inLanes } from '../../sweep/in-lanes.ts';
import { changeImport } from './change-import.ts';
import type { ReleaseDeps } from './release-import.ts';

export interface PlayDeps extends Pick<ReleaseDeps, 'imports' | 'cases' | 'policy' | 'now'> {
  readonly indexes: Pick<Indexes, 'startsSchoolIn'>;
  readonly claims: ClaimStore;
  readonly claimKey: ClaimKey;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
}

/** Far more than one service accepts of a year. */
const MOST = 1_000;
const LANES = 10;
const LONGEST_MS = 10_000;

/**
 * Invites the families of a released file to Stay and Play whose support had ended, each by one conditional write of the case. A child
 * who came by an earlier file too is invited once. Who goes to school by now, or has died by any referral, is passed over. The sweeper tells them. Where time runs out, the next call goes on. Undefined for an unknown file.
 */
export function inviteToPlay(deps: PlayDeps) {
  return async (id: string, by: Actor): Promise<Import | undefined> => {
    if (!(await deps.imports.readImport(id))) return undefined;
    const began = Date.parse(deps.now());
    const { file } = await changeImport(deps.imports, id, (current) => playBegun(current, { now: deps.now(), by }));
    if (!file.play || file.play.doneAt !== undefined) return file;
    const { by: invitedBy } = file.play;
    const rows = (await deps.imports.partsOf(id)).flatMap((part) => part.rows);
    const ended = rows.flatMap(({ reference, here }) =>
      reference && here && hadBefore(here.pathway) ? [reference] : [],
    );
    const isSettled = settledElsewhere(deps);
    const done = await inLanes(ended, LANES, new AbortController().signal, async (reference) => {
      if (Date.parse(deps.now()) - began > LONGEST_MS) return false;
      if (await isSettled(reference)) return true;
      return inviteOnce(deps, reference, invitedBy);
    });
    if (done.some(({ result }) => result !== true)) return file;
    return (await changeImport(deps.imports, id, (current) => playDone(current, deps.now()))).file;
  };
}

/**
 * Invites one family. Of two calls at the same moment for two cases of one child one holds the claim, and the other finishes the
 * invitation of that case. Only where that one cannot be invited is the claim taken over. False where another call was faster at that.
 */
async function inviteOnce(deps: PlayDeps, reference: string, by: Actor): Promise<boolean> {
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  const theCase = await deps.cases.readCase(reference);
  if (!theCase || !playInvited(theCase, moment, by)) return true;
  const who = whoIs(reference, await deps.referrals.readReferral(reference));
  const hash = keyedHash(await deps.claimKey(), `STAY_AND_PLAY|${who}`);
  const holder = await deps.claims.claim(hash, reference);
  if (holder !== reference) {
    if (await isInvited(deps, holder, moment, by)) return true;
    if ((await deps.claims.takeOver(hash, holder, reference)) !== reference) return false;
  }
  return isInvited(deps, reference, moment, by);
}

/** Whether the family of a case is invited, by this call or an earlier one, or the child has died. */
async function isInvited(deps: PlayDeps, reference: string, moment: Moment, by: Actor): Promise<boolean> {
  if (!(await deps.cases.readCase(reference))) return false;
  const { theCase } = await changeCase(deps.cases, reference, (current) => playInvited(current, moment, by));
  return hasDied(theCase) || theCase.imported?.play !== undefined;
}

/**
 * Whether another case of the same child invited the family already, or says that the child has died. The other referrals of a year are read once for all children who
 * start school in it.
 */
function settledElsewhere(deps: PlayDeps): (reference: string) => Promise<boolean> {
  const years = new Map<number, Promise<ReadonlyMap<string, readonly string[]>>>();
  return async (reference) => {
    const theCase = await deps.cases.readCase(reference);
    const year = theCase && startsIn(theCase);
    if (year === undefined) return false;
    const known = years.get(year) ?? childrenOf(deps, year);
    years.set(year, known);
    const who = whoIs(reference, await deps.referrals.readReferral(reference));
    const others = ((await known).get(who) ?? []).filter((one) => one !== reference);
    const read = await Promise.all(others.map((one) => deps.cases.readCase(one)));
    return read.some((one) => one && (hasDied(one) || one.imported?.play !== undefined));
  };
}

/** The references of each child who starts school in a year, by who they are. */
async function childrenOf(
  { indexes, referrals }: PlayDeps,
  year: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await indexes.startsSchoolIn(year, MOST);
  const read = await inLanes(rows, LANES, new AbortController().signal, async ({ reference }) =>
    whoIs(reference, await referrals.readReferral(reference)),
  );
  const found = new Map<string, string[]>();
  for (const { item, result } of read) {
    if (result !== undefined) found.set(result, [...(found.get(result) ?? []), item.reference]);
  }
  return found;
}
