import type { HttpResponse } from '../../http/message.ts';
import { type PageDeps, say } from '../../layout/page.ts';
import { CANNOT_ADD_FILES, MAKE_ROOM, MOST_FILES_WORDS } from './words.ts';

/** The page for a file, or a document, that a draft has no room for. */
export function tooManyPage(deps: PageDeps): HttpResponse {
  return say(
    deps,
    413,
    CANNOT_ADD_FILES,
    MOST_FILES_WORDS,
    `We have kept everything you saved. Go back to make room. ${MAKE_ROOM}`,
  );
}
