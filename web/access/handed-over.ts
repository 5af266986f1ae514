import type { HttpResponse } from '../http/message.ts';
import { type PageDeps, say } from '../layout/page.ts';
import { instantInWords } from './instants.ts';

/** For a browser that was let in before a colleague took the referral over. */
export function handedOverPage(deps: PageDeps, reference: string, at: string): HttpResponse {
  return say(deps, 410, `A colleague has taken over referral ${reference}`, ...handedOverInWords(at));
}

export function handedOverInWords(at: string): string[] {
  return [
    `They took it over on ${instantInWords(at)}. Now only they and the team mailbox of the referral can open it here.`,
    'If neither you nor your team asked for this, call us straight away.',
  ];
}
