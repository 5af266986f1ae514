import { decisionContext } from '#application/triage/decision-context.ts';
import { duplicateOfEnded } from '#application/triage/duplicate-of-ended.ts';
import { type DecisionLetter, lettersOfDecision } from '#application/triage/letters-of-decision.ts';
import { readDecision } from '#application/triage/read-decision.ts';
import { teamFor } from '#domain/canary/team.ts';
import type { Decided } from '#domain/case/decide.ts';
import { questionOf, toldOf } from '#domain/case/typed-decision.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { describeService } from '#domain/service/description.ts';
import type { OpenTask } from '../../access/staff-task.ts';
import { commandOf, type TypedDecision } from '../../access/staff-typed.ts';
import { toldInWords } from '../../components/record/told.ts';
import { outcomeInWords } from '../../components/record/words.ts';
import { toldWords } from '../../components/told-words.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import { askedInWords } from '../../referral/answer/asked.ts';
import type { StaffDeps } from '../deps.ts';
import { whyInPerson } from '../todo/words.ts';
import { decideWords, previewWords } from '../words.ts';
import { howDecided } from './how-decided.ts';

/**
 * What the referrer and the family will read of a decision, word for word, before it is recorded. Undefined where it is not
 * ready to be recorded, or nobody outside is told of it.
 */
export async function previewPage(
  deps: StaffDeps,
  access: OpenTask,
  form: TypedDecision,
): Promise<HttpResponse | undefined> {
  const { theCase, task, taskId, csrf } = access;
  const { reference } = theCase;
  const [check, stored, team] = await Promise.all([
    deps.cases.readCheck(reference, theCase.checks),
    deps.referrals.readReferral(reference),
    deps.readTeam().then((everyone) => teamFor(theCase, everyone, deps.config)),
  ]);
  const context = decisionContext({ team, policy: deps.policy, now: deps.now(), theCase }, check);
  const read = readDecision(commandOf(access, form), task.kind, context);
  if ('problems' in read || !stored) return undefined;
  const { decided } = read;
  if (await duplicateOfEnded(deps.cases, theCase, decided.outcome)) return undefined;
  const letters = await lettersOfDecision(deps, { theCase, task, stored, team, context }, decided);
  if (letters.length === 0) return undefined;
  return page(deps, {
    template: 'staff/decide/preview.njk',
    title: previewWords.title(reference),
    data: {
      ...{ form, csrf, taskId, toldWords, words: decideWords, previewWords, undoMinutes: deps.policy.undoMinutes },
      ...behindLink(deps, decided),
      outcome: outcomeInWords(decided.outcome),
      reason: decided.reason,
      by: actorInWords(decided.by),
      how: howDecided(decided, deps.policy),
      letters: letters.map(letterView),
    },
  });
}

/** What stands behind the link of the referrer, and in no email. */
function behindLink(deps: StaffDeps, decided: Decided) {
  const asked = { why: 'INFORMATION_REQUESTED', question: questionOf(decided), failed: [], untilAt: null } as const;
  return {
    asked: decided.outcome === 'REQUEST_INFORMATION' ? askedInWords({ ...asked, failed: [] }) : null,
    told: toldInWords(toldOf(decided), describeService(deps.policy, deps.config.description)),
  };
}

/** An email as its text part reads, with words where its link will stand. */
function letterView({ to, email, why, isPosted = false, name, html = '' }: DecisionLetter) {
  const { subject, text } = email;
  return {
    to: to === 'REFERRER' ? previewWords.REFERRER : (isPosted ? previewWords.letterTo : previewWords.FAMILY)(name),
    html,
    notSent: why === undefined || isPosted ? '' : `${previewWords.notSent} ${whyInPerson(why)}`,
    posted: isPosted ? previewWords.posted : '',
    subject,
    text: text.replaceAll(/https:\/\/link\.invalid\/\S*/g, previewWords.link),
  };
}
