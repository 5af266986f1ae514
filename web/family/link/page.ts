import { answerBirthDate, askBirthDate, type BirthDateQuestion } from '../../access/birth-date-page.ts';
import type { FamilyLink } from '../../access/family-link.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { isBirthDate } from '../../referral/child.ts';
import type { FamilyPagesDeps } from '../deps.ts';
import { welcomeFamily } from './welcome.ts';
import { linkWords } from './words.ts';

/** GET of a link: the reference and a question, nothing else. */
export function getLink(deps: FamilyPagesDeps) {
  return async (live: FamilyLink): Promise<HttpResponse> => askBirthDate(deps, questionOf(live));
}

/** POST of a link: who knows the child's date of birth reaches the offer or the page. */
export function postLink(deps: FamilyPagesDeps) {
  return async (
    live: FamilyLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const isRight = (on: string) => isBirthDate(on, live.stored, live.theCase);
    const entered = await answerBirthDate(deps, questionOf(live), fields, isRight);
    return entered === 'RIGHT' ? welcomeFamily(deps, live.link, request) : entered;
  };
}

function questionOf({ token, link }: FamilyLink): BirthDateQuestion {
  const { before, callUs, title, ...words } = linkWords;
  const opens = link.purpose === 'PAGE' ? 'PAGE' : 'OFFER';
  const said = { before: [before[opens]], callUs: callUs[opens], title: title(link.reference) };
  const at = opens === 'PAGE' ? `/family/page/l/${token}` : `/family/l/${token}`;
  return { ...words, ...said, at, through: link.hash };
}
