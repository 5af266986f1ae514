import { createHash } from 'node:crypto';
import { dialled } from '#domain/values/phone-number.ts';
import type { DeployConfig } from '../config.ts';
import { closedHeaders } from './closed-headers.ts';

/** Tells people that a refusal loses nothing: only the page that was refused has to be sent again. */
export const NOTHING_LOST = 'Nothing that you saved or sent before is lost.';

/** Makes the fixed pages that API Gateway and the firewall show to people. */
export interface StaticPages {
  /** The headers of every page, and its policy: it loads nothing and uses only its own style. */
  readonly headers: Readonly<Record<string, string>>;
  readonly policy: string;
  /**
   * A whole page that loads nothing and can be read on a phone. Its last sentence asks the reader to call us if it happens
   * again and to tell us `what`. Title, sentences and `what` are our own HTML. The only part of a request in them is the
   * reference that the gateway makes.
   */
  page(what: string, title: string, ...sentences: readonly string[]): string;
}

/** The colour of the style sheet, for a service without a theme. */
const QUIET = '#23515b';

/** Pages with the name, colour and phone number of the service, and a link to its start page. */
export function staticPages(config: DeployConfig, baseUrl: string): StaticPages {
  const style = styleIn(config.theme?.colour ?? QUIET);
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const [serviceName, councilName, hours] = [config.serviceName, config.councilName, config.contact.hours].map(asText);
  const phone = `<a href="tel:${dialled(config.contact.phone)}">${asText(config.contact.phone)}</a>`;
  const link = (path: string, words: string) => `<a href="${baseUrl}${path}">${words}</a>`;
  const page = (what: string, title: string, ...sentences: readonly string[]) => {
    const head = [
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="robots" content="noindex, nofollow">',
      `<title>${title} – ${serviceName}</title>`,
      `<style>${style}</style>`,
    ];
    const said = [...sentences, `If it happens again, call us on ${phone} (${hours}). Tell us ${what}`];
    const body = [
      `<header>${link('/', serviceName ?? '')}<br>${councilName}</header>`,
      `<main><h1>${title}</h1>${said.map((sentence) => `<p>${sentence}</p>`).join('')}</main>`,
      `<footer>${link('/', 'Start page')} ${link('/help', 'Help')}</footer>`,
    ];
    return `<!doctype html><html lang="en-GB"><head>${head.join('')}</head><body>${body.join('')}</body></html>`;
  };
  return { headers: closedHeaders(config.baseUrl), policy, page };
}

/** Written into the page, because nothing can be loaded here. Sizes follow the text size that the reader has set. */
const styleIn = (colour: string) =>
  [
    'body{margin:0;font:1.1875rem/1.4 system-ui,Arial,sans-serif;color:#0b0c0c;overflow-wrap:break-word}',
    'header,main,footer{padding:1rem max(1rem,50vw - 30rem)}',
    `header{background:${colour};color:#fff;font-size:1rem}`,
    'header a{color:#fff;font-size:1.5rem;font-weight:700;text-decoration:none}',
    `footer{border-top:4px solid ${colour};background:#eef3f4;font-size:1rem}`,
    'footer a{display:inline-block;margin-right:1.25rem;padding:4px 0}',
    'p{max-width:40rem}a{color:#0b0c0c}a:focus{outline:3px solid #ffdd00;background:#ffdd00;color:#0b0c0c}',
    'h1{font-size:2rem;line-height:1.2}',
  ].join('');

/** Escapes text for HTML, and the sign by which API Gateway finds its variables. */
const asText = (text: string) => text.replace(/[&<>$]/g, (sign) => `&#${sign.charCodeAt(0)};`);
