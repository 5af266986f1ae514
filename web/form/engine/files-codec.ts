import { filesAt } from '#domain/draft/files.ts';
import { valueAt } from './codec.ts';
import type { Answers } from './fields.ts';
import type { Placed } from './page-types.ts';

/** The files of the document at `root`, such as `evidence[0]`, at their paths in the referral. */
export function parseFiles(root: string, answers: Answers): readonly Placed[] {
  const [first, ...further] = filesAt(answers, root)?.evidenceIds ?? [];
  const pages = further.length > 0 ? [{ path: `${root}.furtherPages`, value: further }] : [];
  return first === undefined ? [] : [{ path: `${root}.evidenceId`, value: first }, ...pages];
}

/** The answers that name the same files; none where the referral names none. */
export function formatFiles(root: string, body: unknown): Answers {
  const [first, further] = [valueAt(body, `${root}.evidenceId`), valueAt(body, `${root}.furtherPages`)];
  const pages = Array.isArray(further) ? further.filter((one) => typeof one === 'string').join(' ') : '';
  return {
    ...(typeof first === 'string' && { [`${root}.evidenceId`]: first }),
    ...(pages !== '' && { [`${root}.furtherPages`]: pages }),
  };
}
