import type { NoticeFacts } from './facts.ts';
import type { NoticeKind } from './notice.ts';

/** What a printed letter says besides what an email would: it names people, because it goes to one address by post. */
export interface PrintedLetter {
  /** The adult to whom it is written. */
  readonly to: string;
  readonly child: string;
  /** The name and the role of who signs it. */
  readonly signedBy: string;
  /** What the team wrote to the family when it decided; blank when nothing. */
  readonly message: string;
}

/** Words a notice as a printed letter, as HTML with every character of its facts escaped. Throws as `RenderNotice` does. */
export type RenderLetter = (kind: NoticeKind, facts: NoticeFacts, letter: PrintedLetter) => string;
