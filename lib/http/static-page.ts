import { createHash } from 'node:crypto';
import { dialled } from '#domain/values/phone-number.ts';
import type { DeployConfig } from '../config.ts';
import { closedHeaders } from './closed-headers.ts';

/** Pages of fixed words, for what is answered before any function of ours is asked. */
export interface StaticPages {
  /** Their headers, and what else they may do: nothing but wear their own style. */
  readonly headers: Readonly<Record<string, string>>;
  readonly policy: string;
  /**
   * A whole page that loads nothing and is readable on a phone. Its last sentence asks to call us if it happens again and
   * to tell us `what`. Title, sentences and `what` are HTML of ours: nothing in them may come from a request but a
   * reference of the gateway's own making.
   */
  page(what: string, title: string, ...sentences: readonly string[]): string;
}

/** A service without a theme wears what its style sheet has. */
const QUIET = '#23515b';

/** In the clothes of the service: its name, its colour, its telephone, and the way to its start page. */
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
    const said = [...sentences, `If it happens again, call us on ${phone} (${hours}) and tell us ${what}`];
    const body = [
      `<header>${link('/', serviceName ?? '')}<br>${councilName}</header>`,
      `<main><h1>${title}</h1>${said.map((sentence) => `<p>${sentence}</p>`).join('')}</main>`,
      `<footer>${link('/', 'Start page')} ${link('/help', 'Help')}</footer>`,
    ];
    return `<!doctype html><html lang="en-GB"><head>${head.join('')}</head><body>${body.join('')}</body></html>`;
  };
  return { headers: closedHeaders(config.baseUrl), policy, page };
}

/** Of its own, because nothing of ours can be loaded here; sizes grow with what the reader has chosen. */
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

/** As HTML between tags, in which API Gateway finds none of its own variables either. */
const asText = (text: string) => text.replace(/[&<>$]/g, (sign) => `&#${sign.charCodeAt(0)};`);
