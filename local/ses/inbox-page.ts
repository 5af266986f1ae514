import type { Mail } from './mailbox.ts';
import { escapeMarkup } from './ses-error.ts';

/** Says that nothing was sent yet, or that nothing was found. */
export const NO_EMAILS = 'There are no emails here yet.';

const SHOWN = 200;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'";

const STYLE = `
  body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem; color: #0b0c0c; }
  article { border-top: 2px solid #0b0c0c; padding: .5rem 0 1.5rem; }
  h2 { font-size: 1.15rem; margin: .5rem 0; overflow-wrap: anywhere; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; }
  dt { font-weight: bold; } dd { margin: 0; overflow-wrap: anywhere; }
  pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; background: #f3f2f1; padding: 1rem; }
  a { color: #1a65a6; } :focus-visible { outline: 3px solid #0b0c0c; background: #fd0; }
  input, button { font: inherit; padding: .4rem .6rem; } input { width: 100%; max-width: 20rem; box-sizing: border-box; }
  iframe { width: 100%; height: 28rem; border: 1px solid #505a5f; background: #fff; }`;

/** The mails, newest first, as a page that runs nothing of theirs; given a query, also a form to find others. */
export function inboxPage(mails: Mail[], { query }: { query?: string } = {}): string {
  const found = mails.filter((mail) => holds(mail, query ?? '')).reverse();
  const title = `Inbox: ${found.length} ${found.length === 1 ? 'email' : 'emails'}`;
  const more =
    found.length > SHOWN ? `<p>This page shows the newest ${SHOWN}. All of them are in /local/mail.json.</p>` : '';
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>These are the emails that the service on this machine has sent. None of them left the machine.</p>
${query === undefined ? '' : finder(query)}
${found.slice(0, SHOWN).map(article).join('\n') || `<p>${NO_EMAILS}</p>`}
${more}
</main>
</body>
</html>
`;
}

function finder(query: string): string {
  const input = `<input id="query" name="query" value="${escapeMarkup(query)}">`;
  return `<form><label for="query">Find</label> ${input} <button>Find</button></form>`;
}

function holds({ to, subject, text }: Mail, query: string): boolean {
  return [...to, subject, text].some((part) => part.toLowerCase().includes(query.toLowerCase()));
}

function article({ to, subject, text, html, sentAt }: Mail): string {
  const rendering = html
    ? `<details><summary>As HTML</summary><iframe sandbox="" title="${escapeMarkup(subject)}, as HTML" srcdoc="${escapeMarkup(html)}"></iframe></details>`
    : '';
  return `<article>
<h2>${escapeMarkup(subject) || '(no subject)'}</h2>
<dl><dt>To</dt><dd>${escapeMarkup(to.join(', '))}</dd><dt>Sent</dt><dd><time datetime="${sentAt}">${londonTime(sentAt)}</time></dd></dl>
<pre>${linked(text)}</pre>
${rendering}
</article>`;
}

function linked(text: string): string {
  return escapeMarkup(text).replace(/https?:\/\/\S+/g, (url) => `<a href="${url}" rel="noreferrer">${url}</a>`);
}

function londonTime(sentAt: string): string {
  return new Date(sentAt).toLocaleString('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}
