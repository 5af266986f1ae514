import { readDecision } from '#application/triage/read-decision.ts';
import { questionOf, toldOf } from '#domain/case/typed-decision.ts';
import { describeService } from '#domain/service/description.ts';
import type { OpenTask } from '../../access/staff-task.ts';
import type { TypedDecision } from '../../access/staff-typed.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { toldInWords } from '../../components/record/told.ts';
import { outcomeInWords } from '../../components/record/words.ts';
import { toldWords } from '../../components/told-words.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import { askedInWords } from '../../referral/answer/asked.ts';
import type { StaffDeps } from '../deps.ts';
import { decideWords } from '../words.ts';
import { decisionWords } from './decision-words.ts';
import { taskPage } from './page.ts';

/** What the referrer will read of a decision, word for word, before it is recorded; or what is missing. */
export async function previewPage(deps: StaffDeps, access: OpenTask, form: TypedDecision): Promise<HttpResponse> {
  const { theCase, task, taskId, person, csrf } = access;
  const typed = { reference: theCase.reference, taskId, person: person.id, ...form };
  const read = readDecision(typed, task.kind, await deps.cases.readCheck(theCase.reference, theCase.checks));
  if ('problems' in read) {
    return taskPage(deps, access, { form, problems: inCommandWords(decisionWords, read.problems) });
  }
  const { decided } = read;
  const asked = { why: 'INFORMATION_REQUESTED', question: questionOf(decided), failed: [], untilAt: null } as const;
  return page(deps, {
    template: 'staff/decide/preview.njk',
    title: `Check what the referrer will read: referral ${theCase.reference}`,
    data: {
      ...{ form, csrf, taskId, toldWords, words: decideWords },
      outcome: outcomeInWords(decided.outcome),
      asked: decided.outcome === 'REQUEST_INFORMATION' ? askedInWords({ ...asked, failed: [] }) : null,
      told: toldInWords(toldOf(decided), describeService(deps.policy, deps.config.description)),
    },
  });
}
