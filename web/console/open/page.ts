import { openingNow } from '#domain/people/opening.ts';
import { readsByRight } from '../../access/area-record.ts';
import type { CaseSeen } from '../../access/console-case.ts';
import { instantInWords } from '../../access/instants.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl, parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { recordAt } from '../../staff/records/address.ts';
import { caseAt, openAt } from '../address.ts';
import { consolePage } from '../console-page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { noticeWords } from '../notice/words.ts';
import { openReasonWords, openWords as words } from './words.ts';

/** GET: what opening a record means, with one reason to type. It shows nothing of the record. */
export function getOpen(deps: ConsoleDeps) {
  return (access: CaseSeen): Promise<HttpResponse> => openPage(deps, access, {});
}

/** POST: opens it for a time and leads to it, or the page says what is missing. Who reads it by right opens nothing. */
export function postOpen(deps: ConsoleDeps) {
  return async (access: CaseSeen, { reason = '' }: FormFields): Promise<HttpResponse> => {
    const { theCase, person } = access;
    if (readsByRight(theCase, person)) return openPage(deps, access, { status: 409 });
    const { reference } = theCase;
    const result = await deps.openRecord({ reference, reason }, person);
    if (result.kind === 'OPEN') return seeOther(absoluteUrl(deps.baseUrl, recordAt(reference)));
    if (result.kind === 'NO_ONE_TO_TELL') return openPage(deps, access, { status: 409, reason, refused: words.noOne });
    const problems = inCommandWords(openReasonWords, result.problems);
    return openPage(deps, access, { status: 422, problems, reason });
  };
}

/** What a press came to, and what was typed with it. */
interface Pressed {
  readonly status?: number;
  readonly refused?: string;
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
  readonly reason?: string;
}

async function openPage(
  deps: ConsoleDeps,
  access: CaseSeen,
  { status = 200, refused, problems = [], reason = '' }: Pressed,
): Promise<HttpResponse> {
  const { reference } = access.theCase;
  const base = parseBaseUrl(deps.baseUrl).path;
  return consolePage(deps, access, {
    status,
    template: 'console/open/open.njk',
    title: words.title(reference),
    data: {
      ...{ words, refused, problems, reason, at: base + openAt(reference), record: base + recordAt(reference) },
      standing: await standingOf(deps, access),
      back: { href: base + caseAt(reference), text: noticeWords.back(reference) },
    },
  });
}

/** Why nothing needs to be opened now; blank where something does. */
async function standingOf({ openings, now }: ConsoleDeps, { theCase, person }: CaseSeen): Promise<string> {
  if (readsByRight(theCase, person)) return words.byRight;
  const open = openingNow(await openings.openingsOf(theCase.reference), person, now());
  return open ? words.isOpen(instantInWords(open.until)) : '';
}
