import { answerBirthDate, askBirthDate, type BirthDateQuestion } from '../../access/birth-date-page.ts';
import type { FamilyLink } from '../../access/family-link.ts';
import { gainRights } from '../../access/gain-rights.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { isBirthDate } from '../../referral/child.ts';
import type { FamilyPagesDeps } from '../deps.ts';
import { linkWords } from './words.ts';

/** GET of a link: the reference and a question, nothing else. */
export function getLink(deps: FamilyPagesDeps) {
  return async (live: FamilyLink): Promise<HttpResponse> => askBirthDate(deps, questionOf(live));
}

/** POST of a link: who knows the child's date of birth reaches the offer. */
export function postLink(deps: FamilyPagesDeps) {
  return async (
    live: FamilyLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const isRight = (on: string) => isBirthDate(on, live.stored, live.theCase);
    const entered = await answerBirthDate(deps, questionOf(live), fields, isRight);
    return entered === 'RIGHT' ? welcome(deps, live, request) : entered;
  };
}

function questionOf({ token, link }: FamilyLink): BirthDateQuestion {
  const { before, ...words } = linkWords;
  const at = `/family/l/${token}`;
  return { ...words, before: [before], title: words.title(link.reference), at, through: link.hash };
}

async function welcome(
  deps: FamilyPagesDeps,
  { link, offer, actor: by }: FamilyLink,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { reference, mailbox } = link;
  const grant = { reference, purpose: 'OFFER', taskId: offer } as const;
  const cookie = await gainRights(deps, request, { audience: 'FAMILY', holder: { mailbox }, grant, isProven: true });
  await deps.access.recordReading({ reference, at: deps.now(), by, what: 'SESSION_OPENED' });
  return seeOther(absoluteUrl(deps.baseUrl, `/family/${reference}/offer`), [cookie]);
}
