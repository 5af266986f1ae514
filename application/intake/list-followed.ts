import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { isOpen } from '#domain/case/codes.ts';
import type { FollowedPlace } from '#domain/case/followed.ts';
import { isReferrer } from '#domain/case/hand-over.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { type FollowedDeps, mailboxHash } from './note-followers.ts';

/** How many referrals one page shows. */
const PAGE = 20;
/** How many entries are looked at for one page, so that no choice makes it slow. */
const MOST_LOOKED_AT = 100;

const listSchema = z.object({
  mailbox: z.string(),
  show: z.enum(['ALL', 'OPEN', 'ENDED']),
  after: z.object({ receivedAt: z.string(), reference: z.string() }).optional(),
});
type ListCommand = z.input<typeof listSchema>;

export interface ListFollowedDeps extends FollowedDeps {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
}

/** A referral of a mailbox: its case, and who it named as its referrer. */
export interface ListedReferral {
  readonly theCase: Case;
  readonly referral: Addressees;
}

/** One page of referrals. `next` is where to go on; a page before the last may have fewer rows than others, or none. */
export interface ListedPage {
  readonly rows: readonly ListedReferral[];
  readonly next?: FollowedPlace;
}

/**
 * The referrals whose referrer, or referrer's team, this mailbox is now, the last received first. Each case is read
 * consistently, so none is shown that a colleague has taken over.
 */
export function listFollowed(deps: ListFollowedDeps): (command: ListCommand) => Promise<ListedPage> {
  return async (command) => {
    const { mailbox, show, after } = listSchema.parse(command);
    const hash = (await mailboxHash(deps))(mailbox);
    const rows: ListedReferral[] = [];
    let place: FollowedPlace | undefined = after;
    for (let lookedAt = 0; lookedAt < MOST_LOOKED_AT; lookedAt += PAGE) {
      const entries = await deps.followed.followedBy(hash, PAGE + 1, place);
      const read = await Promise.all(entries.slice(0, PAGE).map(({ reference }) => readOwn(deps, reference, mailbox)));
      for (const [index, row] of read.entries()) {
        const { receivedAt = '', reference = '' } = entries[index] ?? {};
        place = { receivedAt, reference };
        if (row && (show === 'ALL' || isOpen(row.theCase.status) === (show === 'OPEN'))) rows.push(row);
        if (rows.length === PAGE) return index + 1 < entries.length ? { rows, next: place } : { rows };
      }
      if (entries.length <= PAGE) return { rows };
    }
    return place === undefined ? { rows } : { rows, next: place };
  };
}

/** Whether a mailbox has a referral on whose account it is written to: not one alone that no person may have sent. */
export function hasReferrals(deps: FollowedDeps): (mailbox: string) => Promise<boolean> {
  return async (mailbox) => {
    const hash = (await mailboxHash(deps))(mailbox);
    let after: FollowedPlace | undefined;
    for (;;) {
      const entries = await deps.followed.followedBy(hash, MOST_LOOKED_AT, after);
      if (entries.some(({ isHeld, isLost }) => isHeld !== true && isLost !== true)) return true;
      if (entries.length < MOST_LOOKED_AT) return false;
      after = entries.at(-1);
    }
  };
}

async function readOwn(
  { cases, referrals }: Omit<ListFollowedDeps, keyof FollowedDeps>,
  reference: string,
  mailbox: string,
): Promise<ListedReferral | undefined> {
  const [theCase, stored] = await Promise.all([cases.readCase(reference), referrals.readReferral(reference)]);
  const referral = addresseesOf(stored?.body);
  return theCase && stored && isReferrer(theCase, referral, mailbox) ? { theCase, referral } : undefined;
}
