import type { CommentFault } from '#application/triage/write-comment.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words about what staff write to each other about a referral. */
export const commentWords = {
  title: 'Comments',
  empty: 'No one has commented.',
  label: 'Add a comment',
  hint: 'For our team only. A family can ask to see what we write about them.',
  button: 'Add comment',
  link: 'Comment on this referral',
} as const;

export const commentFaultWords = {
  COMMENT_MISSING: 'Enter a comment',
  COMMENT_TOO_LONG: ({ limit }) => `Comment must be ${limit} characters or fewer`,
  COMMENT_UNPRINTABLE: 'Enter the comment again without characters that we cannot show',
} as const satisfies CommandWords<CommentFault>;
