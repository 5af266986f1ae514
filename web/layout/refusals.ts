import type { HttpRequest, HttpResponse } from '../http/message.ts';
import { type PageDeps, page, say } from './page.ts';

/** The heading of every refusal of a form. */
export const NOT_RECORDED = 'We did not record anything';

export function wrongMethodPage(deps: PageDeps) {
  return (_request: HttpRequest, allowed: string): HttpResponse => {
    const said = say(
      deps,
      405,
      'You cannot open this page in this way',
      'Go back to the page that you came from and use its buttons.',
    );
    return { ...said, headers: { ...said.headers, allow: allowed } };
  };
}

/** Refuses a POST that did not come from one of our pages, or came from one that has expired. */
export function forgedPage(deps: PageDeps): HttpResponse {
  return say(
    deps,
    403,
    NOT_RECORDED,
    'This form did not come from one of our pages, or you have opened the page again since.',
    'Open the page again and fill in the form there. Use the link in your email if you have one. If not, begin at the start page.',
  );
}

export function badFormPage(deps: PageDeps, refusal: { status: number; message: string }): HttpResponse {
  return say(deps, refusal.status, NOT_RECORDED, refusal.message, 'Go back to the page and try again.');
}

const MAYBE_NOT_RECORDED = 'We may not have recorded what you sent.';

/** The page after a failure. `canRetry` says that the cause passes by itself; `support` is the request id in the log. */
export function brokenPage(deps: PageDeps) {
  return (failure: { canRetry: boolean; support: string }): HttpResponse => {
    const title = failure.canRetry ? 'The service is busy' : 'Something went wrong';
    const sentences = failure.canRetry
      ? [MAYBE_NOT_RECORDED, 'Wait one minute, go back and try again.']
      : [MAYBE_NOT_RECORDED, 'This is a fault on our side. Go back and try again.'];
    const data = { sentences, support: failure.support };
    const headers = failure.canRetry ? { 'retry-after': '60' } : {};
    return page(deps, { status: failure.canRetry ? 503 : 500, template: 'layout/message.njk', title, data, headers });
  };
}
