import { askedWhatSchema } from '#domain/case/family-ask-shape.ts';
import type { FamilyPageRequest } from '../../access/family-page-guard.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { notFound } from '../../layout/not-found.ts';
import { page } from '../../layout/page.ts';
import type { FamilyPagesDeps } from '../deps.ts';
import { tellFaultWords, tellWords, tellPageWords as words } from './words.ts';

interface Typed {
  readonly words: string;
  readonly id: string;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** GET: the emergency line, when it will be read, and one question. It asks no one anything. */
export function getTell(deps: FamilyPagesDeps) {
  return async (request: FamilyPageRequest, { what = '' }: Parameters): Promise<HttpResponse> => {
    const id = Buffer.from(deps.random(16)).toString('hex');
    return tellPage(deps, request, what, { words: '', id, problems: [] });
  };
}

/** POST: a person is asked to answer, once, or the page again with what is missing. Nothing that was typed is lost. */
export function postTell(deps: FamilyPagesDeps) {
  return async (request: FamilyPageRequest, fields: FormFields, { what = '' }: Parameters): Promise<HttpResponse> => {
    const kind = askedWhatSchema.options.find((one) => tellWords[one].at === what);
    if (!kind) return notFound(deps);
    const { theCase, actor: by, place, page: through } = request;
    const { words: typed = '' } = fields;
    const id = /^\w{16,40}$/.test(fields.id ?? '') ? (fields.id ?? '') : Buffer.from(deps.random(16)).toString('hex');
    const asked = { reference: theCase.reference, id, by, what: kind, from: 'FAMILY', words: typed };
    const result = await deps.askTeam(asked, { place, page: through });
    if (result.kind === 'ASKED') return seeOther(absoluteUrl(deps.baseUrl, `/family/${theCase.reference}#told`));
    if (result.kind === 'INVALID')
      return tellPage(deps, request, what, {
        words: typed,
        id,
        problems: inCommandWords(tellFaultWords, result.problems),
      });
    const data = { typed, words };
    return page(deps, { status: 409, template: 'family/tell/closed.njk', title: words.closed, data });
  };
}

function tellPage(
  deps: FamilyPagesDeps,
  { theCase, csrf }: FamilyPageRequest,
  what: string,
  typed: Typed,
): HttpResponse {
  const kind = askedWhatSchema.options.find((one) => tellWords[one].at === what);
  if (!kind) return notFound(deps);
  const data = { ...{ reference: theCase.reference, csrf, what }, typed: typed.words, id: typed.id, words };
  return page(deps, {
    status: typed.problems.length > 0 ? 422 : 200,
    template: 'family/tell/tell.njk',
    title: tellWords[kind].link,
    data: { ...data, problems: typed.problems, tell: tellWords[kind] },
  });
}
