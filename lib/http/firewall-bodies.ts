import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { STATIC_PAGE_POLICY, staticPage } from './static-page.ts';

const page = (title: string, ...sentences: readonly string[]): CfnWebACL.CustomResponseBodyProperty => ({
  contentType: 'TEXT_HTML',
  content: staticPage(title, ...sentences),
});

const problem = (code: string, message: string): CfnWebACL.CustomResponseBodyProperty => ({
  contentType: 'APPLICATION_JSON',
  content: JSON.stringify({ code, message, problems: [{ code, path: '', message }] }),
});

const NOTHING_LOST = 'Nothing that you saved or sent before is lost.';

/** What the firewall says to those whom it stops. Browsers keep what was typed when one goes back, so it says to go back. */
export const BODIES = {
  tooManyRequests: page(
    'Please wait a few minutes',
    'Too many requests came from your network at once, so this page was not shown and nothing was recorded.',
    NOTHING_LOST,
    'Wait five minutes. Then go back with the back button of your browser and send the page again.',
  ),
  pageTooLarge: page(
    'That was too much to send',
    'What you sent is longer than a page can take, so nothing of this page was recorded.',
    NOTHING_LOST,
    'Go back with the back button of your browser: your words should still be there. Shorten the longest answers, or add the long version as a document, and send the page again.',
  ),
  fileTooLarge: page(
    'The file is too large',
    'A file that is sent through this page can have at most 4 MB, so yours was not added.',
    NOTHING_LOST,
    'Go back with the back button of your browser. Add a smaller copy: take the photograph again at a lower quality, or save the document as a smaller PDF. Or save the referral, open the link in your e-mail on another computer or phone, and add the file there.',
  ),
  looksHarmful: page(
    'This could not be let through',
    'Something in what you sent looks like an attack on computers, such as two dots and a slash or a piece of program code. Nothing of this page was recorded.',
    NOTHING_LOST,
    'Go back with the back button of your browser: your words should still be there. Take that part out, or write it in words, and send the page again.',
  ),
  referralTooLarge: problem(
    'BODY_TOO_LARGE',
    'The request is over 64 KB. Send evidence as files, not in the referral.',
  ),
} satisfies Record<string, CfnWebACL.CustomResponseBodyProperty>;

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': STATIC_PAGE_POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Stops a request with one of these bodies. */
export function refusal(
  responseCode: number,
  customResponseBodyKey: keyof typeof BODIES,
  headers: Readonly<Record<string, string>> = {},
): CfnWebACL.RuleActionProperty {
  const responseHeaders = Object.entries({ ...HEADERS, ...headers }).map(([name, value]) => ({ name, value }));
  return { block: { customResponse: { responseCode, customResponseBodyKey, responseHeaders } } };
}
