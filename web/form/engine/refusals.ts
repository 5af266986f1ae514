import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { type PageDeps, page, say } from '../../layout/page.ts';
import { EMAIL_LINK_BUTTON, OPEN_AGAIN, PAGE_NOT_SAVED } from './words.ts';

const ours = ['csrf', 'seen', 'from', 'leave'];

/** The page for a draft that this browser may not open. It shows what was just typed, so nothing is lost. */
export function sessionExpiredPage(deps: PageDeps, id: string, fields: FormFields): HttpResponse {
  const data = { typed: typedIn(fields), again: `/refer/${id}/again`, emailLink: EMAIL_LINK_BUTTON };
  return page(deps, {
    status: 403,
    template: 'form/engine/session-expired.njk',
    title: OPEN_AGAIN,
    data,
  });
}

/** The page for text that is too long. It shows what was just typed, so nothing is lost. */
export function tooLongPage(deps: PageDeps, id: string, fields: FormFields): HttpResponse {
  const data = { typed: typedIn(fields), at: `/refer/${id}`, notSaved: PAGE_NOT_SAVED };
  return page(deps, {
    status: 413,
    template: 'form/engine/too-long.njk',
    title: 'Your text is too long to save',
    data,
  });
}

function typedIn(fields: FormFields) {
  return Object.entries(fields).flatMap(([name, text]) =>
    ours.includes(name) || text.trim() === '' ? [] : [{ name: fieldNameInWords(name), text }],
  );
}

/** The name of an input in words: `story.workingWell` becomes "working well". */
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

/** The page for a draft whose answers were deleted, sent or not. */
export function gonePage(deps: PageDeps): HttpResponse {
  return say(
    deps,
    410,
    'We have deleted these answers',
    'We only keep answers here for a limited time.',
    'If you sent the referral, use the link in our emails to follow it. If you did not, start again.',
  );
}
