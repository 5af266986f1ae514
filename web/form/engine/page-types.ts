import type { Policy } from '#domain/service/policy.ts';
import type { Answers, Field } from './fields.ts';

/** What a page may say of what was answered so far: computed by the rules, shown where it arises. */
export interface Note {
  readonly title: string;
  readonly lines: readonly string[];
  readonly table?: NoteTable;
}

/** The first cell of a row names it. */
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
  /** Which of them are asked, and in which words, where that depends on other answers. */
  readonly fieldsFor?: (answers: Answers) => readonly Field[];
  readonly applies?: (answers: Answers) => boolean;
  /** Where its questions do not each stand for one value of their own. */
  readonly codec?: PageCodec;
  /** What is said once the page is saved, before the next one. */
  readonly notes?: (known: RuleFacts) => readonly Note[];
  readonly showsEmergency?: boolean;
  /** A referral without it is taken, but hardly gets anywhere. */
  readonly isNeeded?: boolean;
}

/** A list of entries, each with a page of questions of its own. */
export interface ListPage {
  readonly kind: 'list';
  readonly path: string;
  readonly section: string;
  readonly title: string;
  readonly lead?: readonly string[];
  /** Where the list stands in a referral. */
  readonly root: string;
  readonly most: number;
  /** What one entry is called. */
  readonly entry: string;
  /** The field of an entry that names it. */
  readonly namedBy: string;
  readonly fields: readonly Field[];
  readonly applies?: (answers: Answers) => boolean;
  readonly notes?: (known: RuleFacts) => readonly Note[];
  /** Whether what is in the list is enough to send the referral; without it any is, none too. */
  readonly isEnough?: (known: RuleFacts) => boolean;
  /** What helps whoever has added nothing yet. */
  readonly empty?: { readonly title: string; readonly lines: readonly string[] };
  /** Each entry has a file of its own. */
  readonly hasFiles?: boolean;
}

export type Page = QuestionPage | ListPage;
