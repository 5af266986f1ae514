import type { HttpResponse } from '../http/message.ts';
import { type PageDeps, say } from './page.ts';

/** One page for mistyped addresses, for unknown, expired and used links, and for pages that this browser has not opened. */
export function notFound(deps: PageDeps): HttpResponse {
  return say(
    deps,
    404,
    'This page cannot be shown',
    'If you typed the address, check it, or begin at the start page.',
    'If you came by a link in an e-mail, it may have run out or may not be needed any more. Or too much time has passed since you opened it.',
    'Open the link in the last e-mail about the referral again. If it still leads here, ask us.',
  );
}
