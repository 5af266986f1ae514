import type { HttpResponse } from '../http/message.ts';
import { type PageDeps, say } from './page.ts';

export const PAGE_NOT_FOUND = 'Page not found or link expired';

/** What may be the reason. */
export const MAYBE_BECAUSE = [
  'If you typed the address, check it, or begin at the start page.',
  'If you used a link in an email, it may have expired or may no longer be needed. Or you may have opened it too long ago.',
] as const;

/** One page for mistyped addresses, for links that are unknown, expired or used, and for pages of another browser. */
export function notFound(deps: PageDeps): HttpResponse {
  return say(
    deps,
    404,
    PAGE_NOT_FOUND,
    ...MAYBE_BECAUSE,
    'Open the link in our latest email about the referral. If you still see this page, ask us.',
  );
}
