import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import type { RenderDraftLink } from '#domain/draft/mail.ts';
import type { RenderMailAnswer } from '#domain/mail/mail-answer.ts';
import type { RenderCode, RenderedEmail, RenderNotice } from '#domain/notices/facts.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import type { RenderLetter } from '#domain/notices/printed-letter.ts';
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

/** Renders a notice as the letter that staff print: the words of its email, and the names that an email never has. */
export function createLetterRenderer({ templatesFolder = foundTemplates() }: Options = {}): RenderLetter {
  const { plain } = environments(templatesFolder);
  return (kind, facts, printed) => {
    const [, ...blocks] = blocksOf(plain.render(noticeTable[kind].template, { ...facts, printed }));
    return htmlOf(blocks);
  };
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

/** Renders the email that answers one to the service with the link of the form. It is about no referral. */
export function createMailAnswerRenderer({ templatesFolder = foundTemplates() }: Options = {}): RenderMailAnswer {
  const render = emailRenderer(templatesFolder);
  return (facts) => render('mail-answer.njk', { ...facts, possibleDuplicate: false });
}

/** The letter is written as plain text; its HTML is made from the finished text, every character of it escaped. */
function environments(folder: string) {
  const loader = new nunjucks.FileSystemLoader(folder);
  const options = { throwOnUndefined: true, trimBlocks: true, lstripBlocks: true };
  return {
    plain: new nunjucks.Environment(loader, { ...options, autoescape: false }),
    page: new nunjucks.Environment(loader, { ...options, autoescape: true }),
  };
}

function emailRenderer(folder: string): (template: string, facts: object) => RenderedEmail {
  const { plain, page } = environments(folder);
  return (template, facts) => {
    const [first = '', ...blocks] = blocksOf(plain.render(template, { ...facts, printed: null }));
    const subject = first.replace(/^Subject: /, '');
    return {
      subject,
      text: textOf(blocks),
      html: page.render('layout.html.njk', { ...facts, subject, body: htmlOf(blocks) }),
    };
  };
}
