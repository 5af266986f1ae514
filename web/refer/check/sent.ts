import { addDays, londonDateOf, plainDate } from '#domain/dates.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { ReferDeps } from '../deps.ts';
import type { Filling } from '../filling.ts';
import { gonePage } from '../refusals.ts';
import { enteredLine } from '../staff/entered.ts';
import { answerSections } from './rows.ts';

/** GET of the confirmation: the reference, what happens next, and a copy of the answers to print. */
export function getSent(deps: ReferDeps) {
  return async ({ draft, at }: Filling): Promise<HttpResponse> => {
    if (draft.erasedAt) return gonePage(deps);
    if (!draft.sent) return seeOther(absoluteUrl(deps.baseUrl, `${at}/check`));
    const data = {
      reference: draft.sent.reference,
      entered: enteredLine(draft),
      sections: answerSections(draft.answers, at),
      emergencyNumbers: deps.config.emergencyNumbers,
      remindedOn: remindedOn(deps, draft.sent.at),
      waitMonths: deps.policy.waitTargetMonths,
      mailTo: draft.answers['referrer.email'] ?? '',
    };
    return page(deps, { template: 'refer/sent.njk', title: 'We have the referral', data });
  };
}

/** When the team is reminded if it has not decided by then. */
function remindedOn({ policy }: ReferDeps, sentAt: string): string {
  return plainDate(addDays(londonDateOf(sentAt), policy.triageReminderDays[0] ?? 0));
}
