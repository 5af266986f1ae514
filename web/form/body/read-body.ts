import { put } from '../engine/codec.ts';
import type { Answers } from '../engine/fields.ts';
import { codecOf } from '../engine/page-codec.ts';
import { pagesFor } from '../engine/steps.ts';
import { pages } from '../pages/all.ts';

/** A referral as the answers say it, and which input stands for which of its paths. */
export interface ReadBody {
  readonly body: unknown;
  readonly inputs: ReadonlyMap<string, string>;
}

const empty: unknown = {
  child: {},
  referrer: {},
  family: { parents: [] },
  consent: {},
  availability: {},
  assessments: [],
  evidence: [],
  otherInterventions: [],
};

const known = new WeakMap<Answers, ReadBody>();

/** The referral that the answers make, right or wrong: the domain judges it. Read once for each set of answers. */
export function readBody(answers: Answers): ReadBody {
  const read = known.get(answers) ?? readAll(answers);
  known.set(answers, read);
  return read;
}

function readAll(answers: Answers): ReadBody {
  let body = empty;
  const inputs = new Map<string, string>();
  for (const { path, input, value } of pagesFor(answers).flatMap((page) => codecOf(page).parse(answers))) {
    if (input !== undefined) inputs.set(path, input);
    if (value !== undefined) body = put(body, path, value);
  }
  return { body, inputs };
}

/**
 * The answers that make this referral: the inverse of `readBody`, for every referral that the form can express. Of any other
 * as much as the form has a place for; it never throws, whatever was stored.
 */
export function answersOf(body: unknown): Answers {
  return Object.assign({}, ...pages.map((page) => codecOf(page).format(body)));
}
