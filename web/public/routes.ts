import type { Route } from '../http/router.ts';
import { getCheck, postCheck } from './check/page.ts';
import type { PublicDeps } from './deps.ts';
import { getPaperForm, PAPER_FORM_AT } from './paper-form/page.ts';
import { reading } from './reading.ts';

/** The pages that anyone may read. They store nothing and set no cookie. */
export function publicRoutes(deps: PublicDeps): Route[] {
  const { serviceName } = deps.config;
  const get = (pattern: string, template: string, title: string): Route => {
    return { method: 'GET', pattern, handle: reading(deps, `public/${template}`, title) };
  };
  return [
    get('/', 'start/start.njk', `Refer a child to ${serviceName}`),
    get('/services', 'services/services.njk', 'What each service offers'),
    get('/help', 'help/help.njk', 'Help'),
    get('/privacy', 'privacy/privacy.njk', 'Privacy notice'),
    get('/accessibility', 'accessibility/accessibility.njk', 'Accessibility statement'),
    { method: 'GET', pattern: PAPER_FORM_AT, handle: getPaperForm(deps) },
    { method: 'GET', pattern: '/check', handle: getCheck(deps) },
    { method: 'POST', pattern: '/check', handle: postCheck(deps) },
  ];
}
