import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { StaticPages } from './static-page.ts';

type Body = CfnWebACL.CustomResponseBodyProperty;
type Words = readonly [title: string, ...sentences: string[]];

const problem = (code: string, message: string): Body => ({
  contentType: 'APPLICATION_JSON',
  content: JSON.stringify({ code, message, problems: [{ code, path: '', message }] }),
});

const NOTHING_LOST = 'Nothing that you saved or sent before is lost.';

/** The firewall can put no reference of the request into its words. */
const TIME = 'what you were doing, and at what time it happened.';

/** What the firewall says to people whom it stops. Browsers keep what was typed when one goes back, so it says to go back. */
const FOR_PEOPLE = {
  tooManyRequests: [
    'Please wait a few minutes',
    'Too many requests came from your network at once, so this page was not shown and nothing was recorded.',
    NOTHING_LOST,
    'Wait five minutes. Then go back with the back button of your browser and send the page again.',
  ],
  pageTooLarge: [
    'That was too much to send',
    'What you sent is longer than a page can take, so nothing of this page was recorded.',
    NOTHING_LOST,
    'Go back with the back button of your browser: your words should still be there. Shorten the longest answers, or add the long version as a document, and send the page again.',
  ],
  fileTooLarge: [
    'The file is too large',
    'A file that is sent through this page can have at most 4 MB, so yours was not added.',
    NOTHING_LOST,
    'Go back with the back button of your browser. Add a smaller copy: take the photograph again at a lower quality, or save the document as a smaller PDF. Or save the referral, open the link in your e-mail on another computer or phone, and add the file there.',
  ],
  looksHarmful: [
    'This could not be let through',
    'Something in what you sent looks like an attack on computers, such as two dots and a slash or a piece of program code. Nothing of this page was recorded.',
    NOTHING_LOST,
    'Go back with the back button of your browser: your words should still be there. Take that part out, or write it in words, and send the page again.',
  ],
} satisfies Record<string, Words>;

const FOR_SYSTEMS = {
  referralTooLarge: problem(
    'BODY_TOO_LARGE',
    'The request is over 64 KB. Send evidence as files, not in the referral.',
  ),
} satisfies Record<string, Body>;

type BodyName = keyof typeof FOR_PEOPLE | keyof typeof FOR_SYSTEMS;

/** Every body that `refusal` may name. */
export function responseBodies(pages: StaticPages): Record<string, Body> {
  const forPeople = Object.entries(FOR_PEOPLE).map(([name, words]: [string, Words]): [string, Body] => [
    name,
    { contentType: 'TEXT_HTML', content: pages.page(TIME, ...words) },
  ]);
  return { ...Object.fromEntries(forPeople), ...FOR_SYSTEMS };
}

export type Refuse = (
  responseCode: number,
  customResponseBodyKey: BodyName,
  headers?: Readonly<Record<string, string>>,
) => CfnWebACL.RuleActionProperty;

/** Stops a request with one of these bodies, in the headers of every answer of ours. */
export function refuseWith(pages: StaticPages): Refuse {
  const always = { ...pages.headers, 'Content-Security-Policy': `${pages.policy}; frame-ancestors 'none'` };
  return (responseCode, customResponseBodyKey, headers = {}) => {
    const responseHeaders = Object.entries({ ...always, ...headers }).map(([name, value]) => ({
      name: name.toLowerCase(),
      value,
    }));
    return { block: { customResponse: { responseCode, customResponseBodyKey, responseHeaders } } };
  };
}
