import { hasReferrals, type ListFollowedDeps, listFollowed } from './list-followed.ts';
import { noteFollowers } from './note-followers.ts';

/** What finds the referrals of a mailbox, and what keeps them to be found. */
export function followMailboxes(deps: ListFollowedDeps) {
  return {
    noteFollowers: noteFollowers(deps),
    listFollowed: listFollowed(deps),
    hasReferrals: hasReferrals(deps),
  };
}
