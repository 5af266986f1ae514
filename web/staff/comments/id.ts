import type { StaffDeps } from '../deps.ts';

/** The id of the comment that a form will send. */
export function newCommentId({ random }: Pick<StaffDeps, 'random'>): string {
  return Buffer.from(random(16)).toString('base64url');
}
