import { testConfig } from '#test/http/service-config.ts';
import { notFound } from '#web/layout/not-found.ts';
import { brokenPage, forgedPage } from '#web/layout/refusals.ts';

const deps = { config: testConfig, baseUrl: 'http://localhost:8080' };

/** What people see when a page cannot be shown or a form cannot be taken, by name. */
export function refusalPages(): (readonly [name: string, html: string])[] {
  const broken = brokenPage(deps);
  const pages = {
    'not found': notFound(deps),
    forged: forgedPage(deps),
    busy: broken({ canRetry: true, support: '0' }),
    broken: broken({ canRetry: false, support: '0' }),
  };
  return Object.entries(pages).map(([name, { body }]) => [name, String(body)]);
}
