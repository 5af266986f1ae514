import type { HttpResponse } from '../http/message.ts';
import { type PageDeps, say } from '../layout/page.ts';

/** One page for unknown, expired, used and revoked links, and for pages that this browser has not opened. */
export function notFound(deps: PageDeps): HttpResponse {
  return say(
    deps,
    404,
    'This page cannot be shown',
    'The link may have been used, may have run out, or may be for something that is settled already. Or too much time has passed since you opened it.',
    'Open the link in your e-mail again. If it still leads here, there is nothing left to do for this link.',
  );
}
