import type { ReferralRequest } from '../../access/referrer-guard.ts';
import type { ReferralDeps } from '../deps.ts';
import type { FieldProblem } from '../files/named-files.ts';
import { type FileToken, tokensIn } from '../files/tokens.ts';
import { inspectUploads } from '../files/uploads.ts';
import { answerPageWords } from '../words.ts';
import { usableIn } from './rows.ts';

interface Documents {
  /** Those that can be used. */
  readonly tokens: readonly FileToken[];
  /** What is wrong with each of the others: one that was good on the page before can be found harmful since. */
  readonly leftOut: readonly FieldProblem[];
}

/** The documents that an address or a hidden field names, as they are now. */
export async function documentsOf(deps: ReferralDeps, { theCase }: ReferralRequest, named: string): Promise<Documents> {
  const tokens = tokensIn(named);
  const files = await inspectUploads(deps, theCase, tokens);
  return {
    tokens: usableIn(tokens, files),
    leftOut: files.flatMap(({ problem }, index) =>
      problem === '' ? [] : [{ path: 'text', message: answerPageWords.leftOut(index + 1, problem) }],
    ),
  };
}
