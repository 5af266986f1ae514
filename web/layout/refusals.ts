import type { HttpRequest, HttpResponse } from '../http/message.ts';
import { type PageDeps, page, say } from './page.ts';

export function wrongMethodPage(deps: PageDeps) {
  return (_request: HttpRequest, allowed: string): HttpResponse => {
    const said = say(
      deps,
      405,
      'This page cannot be used in this way',
      'Go back to the page that you came from and use its buttons.',
    );
    return { ...said, headers: { ...said.headers, allow: allowed } };
  };
}

/** A POST that did not come from a page of ours, or from one that is no longer good. Nothing is done. */
export function forgedPage(deps: PageDeps): HttpResponse {
  return say(
    deps,
    403,
    'Nothing was recorded',
    'This form did not come from a page that you opened here, or you have opened the page again since.',
    'Open the page again and fill in the form there: by the link in your e-mail if you came by one, else from the start page.',
  );
}

export function badFormPage(deps: PageDeps, refusal: { status: number; message: string }): HttpResponse {
  return say(deps, refusal.status, 'Nothing was recorded', refusal.message, 'Go back to the page and try again.');
}

export function brokenPage(deps: PageDeps) {
  return (failure: { canRetry: boolean; support: string }): HttpResponse => {
    const title = failure.canRetry ? 'The service is busy' : 'Something went wrong';
    const sentences = failure.canRetry
      ? ['What you sent may not have been recorded.', 'Wait a minute, go back, and try again.']
      : ['Something went wrong on our side. What you sent may not have been recorded.', 'Go back and try again.'];
    const data = { sentences, support: failure.support };
    const headers = failure.canRetry ? { 'retry-after': '60' } : {};
    return page(deps, { status: failure.canRetry ? 503 : 500, template: 'layout/message.njk', title, data, headers });
  };
}
