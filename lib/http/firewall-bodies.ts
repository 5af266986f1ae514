import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { NOTHING_LOST, type StaticPages } from './static-page.ts';

type Body = CfnWebACL.CustomResponseBodyProperty;
type Words = readonly [title: string, ...sentences: string[]];

const problem = (code: string, message: string): Body => ({
  contentType: 'APPLICATION_JSON',
  content: JSON.stringify({ code, message, problems: [{ code, path: '', message }] }),
});

/** In place of a reference: the firewall cannot put one into its pages. */
const TIME = 'what you were doing and what time it happened.';

/** What the firewall says to people. It tells them to go back, because most browsers then still hold what they entered. */
const FOR_PEOPLE = {
  tooManyRequests: [
    'Wait 5 minutes and try again',
    'Too many requests came from your network. This page was not shown and nothing was recorded.',
    NOTHING_LOST,
    'Wait 5 minutes. Then go back with the back button of your browser and send the page again.',
  ],
  pageTooLarge: [
    'Your text is too long',
    'What you sent is longer than this page can take. Nothing on this page was recorded.',
    NOTHING_LOST,
    'Go back with the back button of your browser. Your words should still be there. Shorten your longest answers, or add the long version as a document. Then send the page again.',
  ],
  fileTooLarge: [
    'The file is too large',
    'Files sent through this page must be 4MB or smaller. Your file was not added.',
    NOTHING_LOST,
    'Go back with the back button of your browser and add a smaller copy. You could take the photo again at a lower quality, or save the document as a smaller PDF. Or save the referral, open the link in your email on another computer or phone, and add the file there.',
  ],
  looksHarmful: [
    'We could not accept what you sent',
    'Part of your text looks like computer code or an attack, such as two dots and a slash. Nothing on this page was recorded.',
    NOTHING_LOST,
    'Go back with the back button of your browser. Your words should still be there. Take that part out, or put it in plain words. Then send the page again.',
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

/** Blocks a request with one of these bodies and the security headers of every page. */
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
