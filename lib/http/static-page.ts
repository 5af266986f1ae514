import { createHash } from 'node:crypto';

/** Of its own, because nothing of ours can be loaded here; sizes grow with what the reader has chosen. */
const STYLE = [
  'body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.5 Arial,sans-serif;color:#0b0c0c;background:#fff}',
  'h1{font-size:1.75rem;line-height:1.25}',
].join('');

/** What a page may do that is served without our code: nothing but wear its own style. */
export const STATIC_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/**
 * A whole page of fixed words, for what is answered before any function of ours is asked: it loads nothing, and is
 * readable on a phone. Nothing in it may come from a request but a reference of the gateway's own making.
 */
export function staticPage(title: string, ...sentences: readonly string[]): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex, nofollow">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
  ];
  const body = [`<h1>${title}</h1>`, ...sentences.map((sentence) => `<p>${sentence}</p>`)];
  return `<!doctype html><html lang="en-GB"><head>${head.join('')}</head><body><main>${body.join('')}</main></body></html>`;
}
