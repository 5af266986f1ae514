import { fieldWords } from '#domain/problems/field-words.ts';
import { referralSchema } from '#domain/referral/schema.ts';
import { pathKeys } from '#domain/values/path-text.ts';
import type { Unit } from '../../components/typed-number.ts';
import { kinds } from './kinds.ts';

/** What was typed, by the name of its input. */
export type Answers = Readonly<Record<string, string>>;

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One question on a page. Its `path` is where the answer stands in a referral, and its name on the page. */
export interface Field {
  readonly kind: keyof typeof kinds;
  readonly path: string;
  /** In the words of the schema unless the page asks in its own. */
  readonly label?: string;
  readonly hint?: string;
  /**
   * How an error speaks of the answer, after "Enter" or "Select": "your name", "the date of birth". Of a question with yes
   * and no, what yes means: "the child is at immediate risk".
   */
  readonly called: string;
  /** The same as a thing, where `called` is not one: "the emergency call". */
  readonly subject?: string;
  readonly options?: readonly Option[];
  readonly type?: 'email' | 'tel';
  /** What the browser may offer of the person who types. Without it nothing, because the answer is about another person. */
  readonly autocomplete?: string;
  /** Brings up the keys for digits; without it those for words, or for decimals where a number is asked. */
  readonly inputmode?: 'numeric';
  readonly width?: 4 | 10 | 20;
  /** What a number counts. It may be typed behind the number. */
  readonly unit?: Unit;
  /** What stands behind the box, such as a unit. */
  readonly suffix?: string;
  /** What is shown back when nothing was typed; without it nothing is. */
  readonly blank?: string;
  /** As it is shown back, where it is written in one way only. */
  readonly shownAs?: (typed: string) => string;
  /** Put away with the others of the same words, which open them. */
  readonly tucked?: string;
  /** How the answer stands for the referral, where that takes other answers or other values too. */
  readonly codec?: FieldCodec;
  /** The answer counts only while this other answer is so. */
  readonly when?: { readonly name: string; readonly is: string };
}

/** What a question is in the referral, and the answers that give it: one is the inverse of the other. */
export interface FieldCodec {
  readonly parse: (answers: Answers) => unknown;
  /** `value` stands at the path of the question in `body`. */
  readonly format: (value: unknown, body: unknown) => Answers;
}

/** The names under which the answers to a question are kept. */
export function namesOf({ kind, path }: Field): string[] {
  return kinds[kind].inputs.map((input) => `${path}${input}`);
}

/** The input that an error message leads to. */
export function firstNameOf(field: Field): string {
  return namesOf(field)[0] ?? field.path;
}

/** What the question is, on its page. */
export function labelOf(field: Field): string {
  return field.label ?? fieldWords(referralSchema, pathKeys(field.path)).title;
}
