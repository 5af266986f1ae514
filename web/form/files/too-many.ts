import { MOST_FILES } from '#domain/draft/files.ts';
import type { HttpResponse } from '../../http/message.ts';
import { type PageDeps, say } from '../../layout/page.ts';

/** A file, or a document with one, that a draft has no room for. */
export function tooManyPage(deps: PageDeps): HttpResponse {
  return say(
    deps,
    413,
    'No more files can be added',
    `The documents of one referral can have ${MOST_FILES} files in all. Nothing was changed, and everything that you had saved is kept.`,
    'Go back. Remove a file that is not needed, or put several pages into one file, such as a PDF, and replace a file with it.',
  );
}
