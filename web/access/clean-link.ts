import { absoluteUrl } from '../http/base-url.ts';
import { seeOther } from '../http/message.ts';
import type { RouteHandle } from '../http/router.ts';
import type { PageDeps } from '../layout/page.ts';

/** A token as it is mailed, and the first sign behind it that belongs to none. */
const WITH_MORE = /^([\w-]{43})[^\w-]/;

/** A mailed link with anything behind it, such as a full stop or `>`, leads to its clean address. */
export function cleanLink(deps: Pick<PageDeps, 'baseUrl'>, at: string, show: RouteHandle): RouteHandle {
  return async (request, parameters) => {
    const token = WITH_MORE.exec(parameters.token ?? '')?.[1];
    return token === undefined
      ? await show(request, parameters)
      : seeOther(absoluteUrl(deps.baseUrl, `${at}/${token}`));
  };
}
