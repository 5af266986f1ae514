import type { HttpResponse } from '../http/message.ts';
import { type PageDeps, say } from '../layout/page.ts';
import { instantInWords } from './instants.ts';

/** For a browser that was let in before a colleague took the referral over. */
export function handedOverPage(deps: PageDeps, reference: string, at: string): HttpResponse {
  return say(deps, 410, `Referral ${reference} is with a colleague now`, ...handedOverInWords(at));
}

export function handedOverInWords(at: string): string[] {
  return [
    `It was handed over on ${instantInWords(at)}. From then on only they, and the team mailbox of the referral, can open it here.`,
    'If neither you nor your team asked for this, call us at once.',
  ];
}
