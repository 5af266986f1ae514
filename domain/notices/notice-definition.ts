import type { LinkPurpose } from '../people/link.ts';
import type { AskedTodo } from './asked-todos.ts';
import type { IsOver } from './is-over.ts';
import type { Addressee } from './recipients.ts';

/** All that is particular to one kind of notice. */
export interface NoticeDefinition {
  /** The file that words it, among the templates of letters. */
  readonly template: `${string}.njk`;
  /** What the link in it is for; null where it has none. */
  readonly link: LinkPurpose | null;
  /** Whether one that was put off is given up instead of sent. */
  readonly isOver: IsOver;
  readonly addressee: Addressee;
  /** What it asks staff to do beside a task; its link opens that. */
  readonly todo?: AskedTodo;
  /** It is about an offer: the support is read before it goes, and an offer that is closed is written of to no one. */
  readonly ofOffer?: true;
}
