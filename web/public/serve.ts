import type { FormDeps } from '../form/deps.ts';
import { formRoutes } from '../form/routes.ts';
import type { Handle } from '../http/message.ts';
import { type Route, type RouteHandle, route } from '../http/router.ts';
import type { HttpService } from '../http/service.ts';
import { getKeepScript } from '../keep/script.ts';
import { notFound } from '../layout/not-found.ts';
import { brokenPage, wrongMethodPage } from '../layout/refusals.ts';
import { getStyleSheet } from '../layout/style.ts';
import { themeAsset } from '../layout/theme.ts';
import { publicRoutes } from './routes.ts';

/** Serves the public pages, the referral form, and the style sheet and the script of every page. */
export function servePublic(deps: FormDeps): HttpService {
  return { audience: 'public', baseUrl: deps.baseUrl, handle: publicPages(deps), broken: brokenPage(deps) };
}

/** Every public page and the form. Any other path answers with the page of unknown addresses. */
export function publicPages(deps: FormDeps): Handle {
  const routes = [...publicRoutes(deps), ...formRoutes(deps), assetRoute(deps)];
  return route(routes, { notFound: () => notFound(deps), wrongMethod: wrongMethodPage(deps) });
}

function assetRoute(deps: FormDeps): Route {
  const handle: RouteHandle = async (request, parameters) =>
    (await getStyleSheet(request, parameters)) ??
    getKeepScript(parameters.file ?? '') ??
    themeAsset(deps.config.theme, parameters.file ?? '') ??
    notFound(deps);
  return { method: 'GET', pattern: '/assets/{file}', handle };
}
