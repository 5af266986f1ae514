import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import type { RenderDraftLink } from '#domain/draft/mail.ts';
import type { RenderCode, RenderedEmail, RenderNotice } from '#domain/notices/facts.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import { blocksOf, htmlOf, textOf } from './letter.ts';

/** Beside the source first, then beside a bundle, where the stack copies the templates. */
const places = ['./templates/', './adapters/letters/templates/', './letters/'];

function foundTemplates(): string {
  const folders = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = folders.find((folder) => existsSync(`${folder}layout.njk`));
  if (found) return found;
  throw new Error(
    `The templates of the notices are in none of ${places.join(' ')}: copy adapters/letters/templates there.`,
  );
}

interface Options {
  readonly templatesFolder?: string;
}

/** Renders notices from their templates, the file that the table of notices names, read when it is first needed. */
export function createNoticeRenderer({ templatesFolder = foundTemplates() }: Options = {}): RenderNotice {
  const render = emailRenderer(templatesFolder);
  return (kind, facts) => render(noticeTable[kind].template, facts);
}

/** Renders the email that carries a six-digit code to a member of staff. It is no notice and has no reference. */
export function createCodeRenderer({ templatesFolder = foundTemplates() }: Options = {}): RenderCode {
  const render = emailRenderer(templatesFolder);
  return (facts) => render('code.njk', { ...facts, possibleDuplicate: false });
}

/** Renders the email that leads back to a draft, or reminds of it. A draft has no reference yet. */
export function createDraftLinkRenderer({ templatesFolder = foundTemplates() }: Options = {}): RenderDraftLink {
  const render = emailRenderer(templatesFolder);
  return (facts) => render('draft-link.njk', { ...facts, possibleDuplicate: false });
}

function emailRenderer(folder: string): (template: string, facts: object) => RenderedEmail {
  const loader = new nunjucks.FileSystemLoader(folder);
  const options = { throwOnUndefined: true, trimBlocks: true, lstripBlocks: true };
  // The letter is written as plain text; its HTML is made from the finished text, every character of it escaped.
  const plain = new nunjucks.Environment(loader, { ...options, autoescape: false });
  const page = new nunjucks.Environment(loader, { ...options, autoescape: true });
  return (template, facts) => {
    const [first = '', ...blocks] = blocksOf(plain.render(template, facts));
    const subject = first.replace(/^Subject: /, '');
    return {
      subject,
      text: textOf(blocks),
      html: page.render('layout.html.njk', { ...facts, subject, body: htmlOf(blocks) }),
    };
  };
}
