import type { HttpResponse } from '../http/message.ts';
import { PAGE_NOT_FOUND } from '../layout/not-found.ts';
import { type PageDeps, say } from '../layout/page.ts';

/** One page for links that are unknown, expired, used or revoked, and for pages of another browser. */
export function notFound(deps: PageDeps): HttpResponse {
  return say(
    deps,
    404,
    PAGE_NOT_FOUND,
    'The link may have expired, or its task may be done. Or you may have opened it too long ago.',
    'Open the link in your email again. If you still see this page, sign in to the staff area.',
  );
}
