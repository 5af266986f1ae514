import { holderOfCode, pageCodeHash } from '#domain/people/page-code.ts';
import { TOO_MANY_TRIES, tryBirthDate } from '../../access/birth-date.ts';
import { pageBehind } from '../../access/family-page-link.ts';
import { instantInWords } from '../../access/instants.ts';
import { hasTime } from '../../access/links.ts';
import { birthDateFormSchema, readBirthDate, type TypedBirthDate } from '../../components/birth-date-form.ts';
import { dateProblemAt } from '../../components/date-problem.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import { ownForm } from '../../layout/own-form.ts';
import { page } from '../../layout/page.ts';
import { retryAfter } from '../../layout/retry-after.ts';
import { isBirthDate } from '../../referral/child.ts';
import type { FamilyPagesDeps } from '../deps.ts';
import { welcomeFamily } from '../link/welcome.ts';
import { familyCodeWords as words } from './words.ts';

interface Typed {
  readonly code: string;
  readonly date: TypedBirthDate;
  readonly codeProblem?: string;
  readonly dateProblem?: ReturnType<typeof dateProblemAt>;
}

const NOTHING: Typed = { code: '', date: { day: '', month: '', year: '' } };

/** GET: the code from a letter and the date of birth, nothing else. */
export function getFamilyCode(deps: FamilyPagesDeps) {
  return async (): Promise<HttpResponse> => codePage(deps, NOTHING);
}

/** POST: who has the code and knows the date reaches the page. An unknown code and a wrong date look alike. */
export function postFamilyCode(deps: FamilyPagesDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const code = (form.fields.code ?? '').trim().slice(0, 60);
    const date = birthDateFormSchema.parse(form.fields);
    const [hash, read] = [pageCodeHash(code), readBirthDate(date)];
    const missing = {
      ...(hash === undefined ? { codeProblem: words.codeMissing } : {}),
      ...('on' in read ? {} : { dateProblem: dateProblemAt('dob', read) }),
    };
    if (hash === undefined || !('on' in read)) return codePage(deps, { code, date, ...missing });
    const link = await deps.access.readLink(hash);
    const isOfCode = link?.purpose === 'PAGE' && link.mailbox === holderOfCode(hash) && hasTime(deps, link);
    const found = isOfCode ? await pageBehind(deps, link) : undefined;
    if (!link || !found) return codePage(deps, { code, date, codeProblem: words.wrong });
    const guess = await tryBirthDate(deps, hash, isBirthDate(read.on, found.stored, found.theCase));
    if (guess.kind === 'RIGHT') return welcomeFamily(deps, link, request);
    if (guess.kind === 'WRONG') return codePage(deps, { code, date, codeProblem: words.wrong });
    return page(deps, {
      headers: retryAfter(guess.againAt, deps.now()),
      ...{ status: 429, template: 'access/wait.njk', title: TOO_MANY_TRIES },
      data: { againAt: instantInWords(guess.againAt), question: { callUs: words.callUs } },
    });
  };
}

function codePage(deps: FamilyPagesDeps, { code, date, codeProblem, dateProblem }: Typed): HttpResponse {
  const problems = [
    ...(codeProblem === undefined ? [] : [{ path: 'code', message: codeProblem }]),
    ...(dateProblem === undefined ? [] : [dateProblem]),
  ];
  return page(deps, {
    status: problems.length > 0 ? 422 : 200,
    template: 'family/code/code.njk',
    title: words.title,
    data: { code, typed: date, dateProblem, problems, words },
  });
}
