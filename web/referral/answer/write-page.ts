import type { Referral } from '#domain/referral/schema.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { isWanted } from '../../access/referrer-link.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { type FieldProblem, kindsFor, NEXT_PAGE } from '../files/named-files.ts';
import { type FileToken, idOf, isPage, withFiles } from '../files/tokens.ts';
import { areaFieldsIn } from './ages/fields.ts';
import { typedAreas } from './ages/typed.ts';
import { agesWords } from './ages/words.ts';
import { askedNow } from './asked.ts';
import { closedPage, pathOf } from './page.ts';

export interface Written {
  readonly tokens: readonly FileToken[];
  readonly form: FormFields;
  readonly problems: readonly FieldProblem[];
  /** A referral with the areas that will go with the answer. */
  readonly areas?: Referral | undefined;
}

/** The form for the answer, with everything that was typed so far. */
export function writePage(
  deps: ReferralDeps,
  referralRequest: ReferralRequest,
  { tokens, form, problems, areas }: Written,
): HttpResponse {
  const { theCase, grant, csrf } = referralRequest;
  if (!isWanted(theCase, 'ANSWER', grant.taskId)) return closedPage(deps, referralRequest, form);
  const path = pathOf(referralRequest);
  const data = {
    asked: askedNow(theCase, deps.policy),
    files: tokens.map((token) => ({ evidenceId: idOf(token), isPage: isPage(token) })),
    back: withFiles(path, 'files', tokens),
    ids: tokens.join('.'),
    task: grant.taskId,
    kinds: kindsFor(theCase),
    nextPage: NEXT_PAGE,
    areas: areas ? typedAreas(areas, londonDateOf(deps.now()), deps.policy) : false,
    hidden: areas ? Object.entries(areaFieldsIn(form)) : [],
    isForDocument: theCase.ask !== null && theCase.ask.why !== 'INFORMATION_REQUESTED',
    agesWords,
    ...{ form, problems, csrf, path },
  };
  const title = `Referral ${theCase.reference}: your answer`;
  const status = problems.length > 0 ? 422 : 200;
  return page(deps, { status, template: 'referral/answer/write.njk', title, data });
}
