import type { Draft } from '#domain/draft/draft.ts';
import { assess } from '#domain/rules/assessment.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { bareEmail } from '#domain/values/email-address.ts';
import { workingMorningAfter } from '#domain/values/working-days.ts';
import { instantInWords } from '../../access/instants.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import { readBody } from '../body/read-body.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { gonePage } from '../engine/refusals.ts';
import { enteredLine } from '../paper/entered.ts';
import { answerSections } from './rows.ts';
import { paperWords, sentWords } from './words.ts';

/** GET: the confirmation, with the reference, what happens next and a copy of the answers to print. */
export function getSent(deps: FormDeps) {
  return async ({ draft, at }: DraftRequest): Promise<HttpResponse> => {
    if (draft.erasedAt) return gonePage(deps);
    if (!draft.sent) return seeOther(absoluteUrl(deps.baseUrl, `${at}/check`));
    const data = {
      words: sentWords,
      papers: paperWords,
      at,
      reference: draft.sent.reference,
      entered: enteredLine(draft),
      sections: answerSections(draft.answers, at),
      emergencyNumbers: deps.config.emergencyNumbers,
      isRedirected: isRedirected(deps, draft, draft.sent.at),
      sentAt: instantInWords(draft.sent.at),
      remindedOn: remindedOn(deps, draft.sent.at),
      waitMonths: deps.policy.waitTargetMonths,
      mailTo: bareEmail(draft.answers['referrer.email'] ?? ''),
    };
    return page(deps, { template: 'form/check/sent.njk', title: sentWords.title, data });
  };
}

/** The day of the first reminder to the team. */
function remindedOn({ policy }: FormDeps, sentAt: string): string {
  return plainDate(londonDateOf(workingMorningAfter(sentAt, policy.triageReminderDays[0] ?? 0, policy)));
}

/** True when the rules redirect it to the advisory teachers, on the day of the referral. */
export function isRedirected({ policy }: FormDeps, { answers, entry }: Draft, sentAt: string): boolean {
  const on = entry?.arrivedOn ?? londonDateOf(sentAt);
  return assess(readBody(answers).body, on, policy).outcome === 'REDIRECTED_EY_ADVISORY';
}
