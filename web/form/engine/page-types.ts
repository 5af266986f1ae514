import type { Policy } from '#domain/service/policy.ts';
import type { Answers, Field } from './fields.ts';

/** What the rules say about the answers so far, shown on the page they concern. */
export interface Note {
  readonly title: string;
  readonly lines: readonly string[];
  readonly table?: NoteTable;
}

/** A table whose first cell names the row. */
export interface NoteTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface RuleFacts {
  readonly body: unknown;
  readonly today: string;
  readonly policy: Policy;
}

/** One value of a referral, where it stands in it, and the input that gives it. */
export interface Placed {
  readonly path: string;
  readonly input?: string;
  /** Undefined when nothing was answered. */
  readonly value: unknown;
}

/** A page as its part of a referral, and the answers that give that part: one is the inverse of the other. */
export interface PageCodec {
  readonly parse: (answers: Answers) => readonly Placed[];
  /** Never throws, whatever was stored. */
  readonly format: (body: unknown) => Answers;
}

/** One page of questions. */
export interface QuestionPage {
  readonly kind: 'questions';
  readonly path: string;
  readonly section: string;
  readonly title: string;
  readonly lead?: readonly string[];
  readonly fields: readonly Field[];
  /** The questions to ask and their words, if they depend on other answers. */
  readonly fieldsFor?: (answers: Answers) => readonly Field[];
  readonly applies?: (answers: Answers) => boolean;
  /** Set when its questions do not each give one value. */
  readonly codec?: PageCodec;
  /** What to show after the page is saved, before the next page. */
  readonly notes?: (known: RuleFacts) => readonly Note[];
  readonly showsEmergency?: boolean;
  /** Why the answers on this page keep the referral from being sent, in the list of tasks. Empty when they do not. */
  readonly stops?: (known: RuleFacts) => string;
  /** True for a page that is optional but that the team needs in order to decide. */
  readonly isNeeded?: boolean;
}

/** A list of entries, each with its own page of questions. */
export interface ListPage {
  readonly kind: 'list';
  readonly path: string;
  readonly section: string;
  readonly title: string;
  readonly lead?: readonly string[];
  /** The path of the list in a referral. */
  readonly root: string;
  readonly most: number;
  /** The word for one entry, and for several. */
  readonly entry: string;
  readonly entries: string;
  /** The field whose answer names an entry. */
  readonly namedBy: string;
  readonly fields: readonly Field[];
  readonly applies?: (answers: Answers) => boolean;
  readonly notes?: (known: RuleFacts) => readonly Note[];
  /** True when the list is enough to send the referral. Without it, an empty list is enough. */
  readonly isEnough?: (known: RuleFacts) => boolean;
  /** Guidance while the list is empty. */
  readonly empty?: { readonly title: string; readonly lines: readonly string[] };
  /** True when an empty list leads straight to its first entry, because it needs one. */
  readonly needsEntry?: boolean;
  /** True when each entry has files. */
  readonly hasFiles?: boolean;
}

export type Page = QuestionPage | ListPage;
