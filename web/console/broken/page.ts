import type { HttpResponse } from '../../http/message.ts';
import type { Broken } from '../../http/service.ts';
import { page } from '../../layout/page.ts';
import { brokenPage } from '../../layout/refusals.ts';
import type { ConsoleDeps } from '../deps.ts';
import { KEY_ARTICLE, brokenWords as words } from './words.ts';

/** The page after a failure of the console. Where the store refuses for good it says so, with the way to what is to be done. */
export function consoleBroken(deps: ConsoleDeps): (failure: Broken) => HttpResponse {
  const usual = brokenPage(deps);
  return (failure) => {
    if (failure.error !== 'Refused') return usual(failure);
    const at = `${deps.runbookUrl}#${KEY_ARTICLE}`;
    return page(deps, {
      status: 503,
      template: 'layout/message.njk',
      title: words.refused,
      data: {
        sentences: [words.refusedWhy, words.refusedSo],
        support: failure.support,
        runbook: /^https?:/.test(deps.runbookUrl) ? { href: at, text: words.key } : undefined,
      },
    });
  };
}
