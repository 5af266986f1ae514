/** What can be wrong with a referral, each with what its sentence needs beside the path. Never what was typed. */
export interface RuleParams {
  // Of any body, by its schema.
  readonly missing: None;
  /** Given, but blank, where it may be left out. */
  readonly empty: None;
  /** `name` is shortened. */
  readonly 'unknown-field': { readonly name: string };
  readonly 'wrong-kind': { readonly kind: Kind };
  readonly 'not-a-choice': { readonly allowed: readonly string[] };
  readonly 'too-long': Limit;
  readonly 'too-many': Limit;
  readonly 'too-high': Limit;
  readonly 'too-low': Limit;
  readonly 'not-a-step': { readonly step: number };
  readonly unprintable: None;
  readonly 'not-a-date': None;
  readonly 'not-a-moment': None;
  readonly 'not-an-email': None;
  readonly 'bad-format': None;
  // Of a referral, by the rules that need a date or two fields (RULES, valid).
  readonly 'no-referral-date': None;
  readonly unborn: None;
  /** `on` is the day of the referral, as below. */
  readonly 'not-born': { readonly on: string };
  readonly 'after-referral': { readonly on: string };
  readonly 'before-birth': None;
  /** So long ago that another year was meant. */
  readonly year: None;
  /** Of the emergency call: it cannot be made later than now. */
  readonly 'in-future': None;
  readonly 'nhs-number-length': None;
  readonly 'nhs-number-digits': None;
  readonly postcode: None;
  readonly 'area-twice': None;
  readonly 'file-twice': { readonly file: FilePlace; readonly before: FilePlace };
  readonly 'no-contact': None;
  readonly 'not-uploaded': { readonly file: FilePlace };
}

type None = Readonly<Record<never, never>>;
interface Limit {
  readonly limit: number;
}

/** What a field must hold. */
export type Kind = 'text' | 'true-or-false' | 'number' | 'whole-number' | 'list' | 'group' | 'something-else';

/** Which file of a referral: a page of a document, counted from 1, or the Early Help Assessment. */
export type FilePlace =
  | { readonly document: number; readonly page: number; readonly pages: number }
  | 'EARLY_HELP_ASSESSMENT';

export type Rule = keyof RuleParams;

/** A rule that something breaks. */
export type Broken<Of extends Rule = Rule> = {
  [One in Of]: { readonly rule: One; readonly params: RuleParams[One] };
}[Of];

/**
 * One thing that the sender can correct: a code for machines, where it is, and the rule that it breaks. With it comes
 * what a sentence about it needs. The part that shows it has the words.
 */
export type Problem<Of extends Rule = Rule> = {
  [One in Of]: {
    readonly code: string;
    readonly path: string;
    readonly rule: One;
    readonly params: RuleParams[One];
  };
}[Of];

/** One voice: words for every rule, given what is said of the field. */
export type RuleWords<About> = {
  readonly [Of in Rule]: (params: RuleParams[Of], about: About) => string;
};

/** What one voice says of a problem. */
export function inWords<About, Of extends Rule>(words: RuleWords<About>, problem: Broken<Of>, about: About): string {
  return words[problem.rule](problem.params, about);
}
