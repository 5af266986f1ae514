import type { Case } from '#domain/case/case.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { Comment } from '#domain/people/comment.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';

/** What is stored of a referral; `check` is missing while none was made. */
export interface RecordSources {
  readonly theCase: Case;
  readonly stored: StoredReferral;
  readonly check: StoredCheck | undefined;
  /** What staff wrote about it; only staff are shown it. */
  readonly comments?: readonly Comment[];
}
