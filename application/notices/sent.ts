import type { Notice } from '#domain/notices/notice.ts';
import type { Owed } from '#domain/notices/plan.ts';

/** What became of one notice here. ELSEWHERE: someone else may be sending it. CLAIMED: it waits for the sweeper. */
export interface Sent {
  readonly owed: Owed;
  readonly state: Notice['state'] | 'ELSEWHERE';
  readonly why?: string | undefined;
}

/** Whether this was for a member of staff who had left before it could be sent. */
export function hasLeft({ why }: Sent): boolean {
  return why === 'PERSON_LEFT';
}
