import { type Answer, answered } from '#domain/case/answer.ts';
import type { Case } from '#domain/case/case.ts';
import { openTask } from '#domain/case/decide.ts';
import { takesRecordedAnswer } from '#domain/case/questioned.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { canonicalJson } from '#domain/values/hash.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { type AnswerCommand, type AnswerFault, answerFaults, answerSchema } from './answer-command.ts';

export type AnswerResult =
  | { readonly kind: 'ANSWERED' }
  | { readonly kind: 'CLOSED' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<AnswerFault>[] };

/** Keeps what a referrer answers and lets the referral continue. A second answer finds the task closed. */
export function answerReferrer(deps: {
  cases: CaseStore;
  now: Now;
  policy: Policy;
}): (typed: AnswerCommand) => Promise<AnswerResult> {
  return async (typed) => {
    const before = await deps.cases.readCase(typed.reference);
    const read = readCommand(answerSchema(before), answerFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, taskId, ...answer } = read.command;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase, saved } = await changeCase(deps.cases, reference, (current) => {
      const task = openTask(current, taskId);
      const counts = task?.kind === 'REFERRER' || (answer.given !== undefined && takesRecordedAnswer(current));
      return task && counts ? answered(current, task, moment, answer) : undefined;
    });
    return { kind: saved || isLastAnswer(theCase, answer) ? 'ANSWERED' : 'CLOSED' };
  };
}

/** A write whose own answer was lost is found again as what it wrote; so is a form that was sent twice. */
function isLastAnswer({ answers }: Case, { text, evidence, areas = [] }: Answer): boolean {
  const last = answers.at(-1);
  const isSame = last?.text === text && canonicalJson(last.evidence) === canonicalJson(evidence);
  return isSame && canonicalJson(last.areas ?? []) === canonicalJson(areas);
}
