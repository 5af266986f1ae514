import { type Answer, answered } from '#domain/case/answer.ts';
import type { Case } from '#domain/case/case.ts';
import { openTask } from '#domain/case/decide.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { text } from '#domain/referral/text.ts';
import type { Policy } from '#domain/service/policy.ts';
import { canonicalJson } from '#domain/values/hash.ts';
import { changeCase } from '../change-case.ts';
import type { CommandProblem } from '../command.ts';

const LONGEST_ANSWER = 4000;
/** Over all answers, so that a case always fits into one item. */
const MOST_DOCUMENTS = 100;

export interface AnswerInput extends Answer {
  readonly reference: string;
  readonly taskId: string;
}

export type AnswerResult =
  | { readonly kind: 'ANSWERED' }
  | { readonly kind: 'CLOSED' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem[] };

/** Keeps what a referrer answers and lets the referral continue. A second answer finds the task closed. */
export function answerReferrer(deps: {
  cases: CaseStore;
  now: Now;
  policy: Policy;
}): (input: AnswerInput) => Promise<AnswerResult> {
  return async ({ reference, taskId, text: typed, evidence, by }) => {
    const answer = { text: typed.trim(), evidence, by };
    const before = await deps.cases.readCase(reference);
    const problems = answerProblems(answer, before?.added.length ?? 0);
    if (problems.length > 0) return { kind: 'INVALID', problems };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase, saved } = await changeCase(deps.cases, reference, (current) => {
      const task = openTask(current, taskId);
      return task?.kind === 'REFERRER' ? answered(current, task, moment, answer) : undefined;
    });
    return { kind: saved || isLastAnswer(theCase, answer) ? 'ANSWERED' : 'CLOSED' };
  };
}

/** A write whose own answer was lost is found again as what it wrote; so is a form that was sent twice. */
function isLastAnswer({ answers }: Case, { text: typed, evidence }: Answer): boolean {
  const last = answers.at(-1);
  return last?.text === typed && canonicalJson(last.evidence) === canonicalJson(evidence);
}

function answerProblems({ text: typed, evidence }: Answer, already: number): CommandProblem[] {
  const problem = (code: string, message: string): CommandProblem[] => [{ code, path: 'text', message }];
  if (already + evidence.length > MOST_DOCUMENTS) {
    return problem('TOO_MANY_DOCUMENTS', `You can add ${MOST_DOCUMENTS} documents. Contact us to send more`);
  }
  if (typed === '') return evidence.length > 0 ? [] : problem('ANSWER_MISSING', 'Write an answer or add a file');
  if (typed.length > LONGEST_ANSWER) {
    return problem('ANSWER_TOO_LONG', `Shorten the answer to ${LONGEST_ANSWER} characters or fewer`);
  }
  if (text(LONGEST_ANSWER).safeParse(typed).success) return [];
  return problem('ANSWER_UNREADABLE', 'The answer holds a character that cannot be shown. Type it again');
}
