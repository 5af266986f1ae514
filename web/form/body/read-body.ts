import { put } from '../engine/codec.ts';
import type { Answers } from '../engine/fields.ts';
import { codecOf } from '../engine/page-codec.ts';
import { pagesFor } from '../engine/steps.ts';
import { pages } from '../pages/all.ts';

/** The referral that the answers make, and the input for each of its paths. */
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

/** The referral that the answers make, right or wrong, for the rules to check. Each set of answers is read once. */
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
 * The answers that make this referral. The inverse of `readBody` for every referral that the form can express. Never throws,
 * and leaves out what the form has no place for.
 */
export function answersOf(body: unknown): Answers {
  return Object.assign({}, ...pages.map((page) => codecOf(page).format(body)));
}
