import type { HttpResponse } from '../http/message.ts';
import { type PageDeps, page, say } from '../layout/page.ts';

const ours = ['csrf', 'seen', 'from'];

/** A draft that this browser may not open, or not any more; what was just typed is shown, so that it is not lost. */
export function lostPage(deps: PageDeps, id: string, fields: Readonly<Record<string, string>>): HttpResponse {
  const typed = Object.entries(fields).flatMap(([name, text]) =>
    ours.includes(name) || text.trim() === '' ? [] : [{ name: inWords(name), text }],
  );
  const title = 'You need to open this referral again';
  return page(deps, { status: 403, template: 'refer/lost.njk', title, data: { typed, again: `/refer/${id}/again` } });
}

/** A name on a form as words: `story.workingWell` becomes "working well". */
function inWords(name: string): string {
  const last =
    name
      .replace(/\[\d+\]/g, '')
      .split('.')
      .at(-1) ?? name;
  return last
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ': ')
    .toLowerCase();
}

export function gonePage(deps: PageDeps): HttpResponse {
  return say(
    deps,
    410,
    'This draft has been deleted',
    'Drafts are kept for a limited number of days. Nothing of it is left here, and nothing was sent.',
    'Start again from the start page, or ask us.',
  );
}

export function fullPage(deps: PageDeps): HttpResponse {
  return say(
    deps,
    413,
    'This is more than a referral can hold',
    'What you typed on this page was not saved. Everything before it was.',
    'Go back, shorten the text, and add the long version as a document.',
  );
}
