import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { type PageDeps, page, say } from '../../layout/page.ts';

const ours = ['csrf', 'seen', 'from'];

/** A draft that this browser may not open, or not any more; what was just typed is shown, so that it is not lost. */
export function sessionExpiredPage(deps: PageDeps, id: string, fields: FormFields): HttpResponse {
  const data = { typed: typedIn(fields), again: `/refer/${id}/again` };
  return page(deps, {
    status: 403,
    template: 'form/engine/session-expired.njk',
    title: 'You need to open this referral again',
    data,
  });
}

/** More than a page or a draft can hold: what was just typed is shown, so that it is not lost. */
export function tooLongPage(deps: PageDeps, id: string, fields: FormFields): HttpResponse {
  const data = { typed: typedIn(fields), at: `/refer/${id}` };
  return page(deps, {
    status: 413,
    template: 'form/engine/too-long.njk',
    title: 'This is more than can be saved',
    data,
  });
}

function typedIn(fields: FormFields) {
  return Object.entries(fields).flatMap(([name, text]) =>
    ours.includes(name) || text.trim() === '' ? [] : [{ name: fieldNameInWords(name), text }],
  );
}

/** A name on a form as words: `story.workingWell` becomes "working well". */
function fieldNameInWords(name: string): string {
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
