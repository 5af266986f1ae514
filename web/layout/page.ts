import type { ServiceConfig } from '#domain/service/config.ts';
import { absoluteUrl, parseBaseUrl } from '../http/base-url.ts';
import { type HttpResponse, html } from '../http/message.ts';
import { answeredRequestId } from '../http/request-id.ts';
import { contentSecurityPolicy } from '../http/security-headers.ts';
import { styleSheetPath } from './style.ts';
import { render } from './templates.ts';
import { themePaths } from './theme.ts';

export interface PageDeps {
  readonly baseUrl: string;
  readonly config: Pick<ServiceConfig, 'serviceName' | 'councilName' | 'contact' | 'theme'>;
}

export interface PageSpec {
  readonly status?: number;
  readonly template: string;
  readonly title: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Where else than here forms of this page may go. */
  readonly formOrigins?: readonly string[];
  /** The one script of this page, below the base. Every other page runs none. */
  readonly script?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One page in the layout of the service, with the addresses that the base URL gives. */
export function page(deps: PageDeps, spec: PageSpec): HttpResponse {
  const base = parseBaseUrl(deps.baseUrl).path;
  const { serviceName, councilName, contact } = deps.config;
  const status = spec.status ?? 200;
  // What was filled in wrongly, or by two people at the same time, is fixed on the page. Of anything else people may
  // ask us.
  const support = status >= 400 && status !== 409 && status !== 422 ? answeredRequestId() : undefined;
  const data = { problems: [], support, ...spec.data, title: spec.title, base, serviceName, councilName, contact };
  const looks = { styleSheet: styleSheetPath, theme: themePaths(deps.config.theme) };
  const body = render(spec.template, { ...data, ...looks, isError: status === 422 });
  return html(status, body, { ...policyOf(deps, spec), ...spec.headers });
}

/** The policy of a page that may do more than others. */
function policyOf({ baseUrl }: PageDeps, { formOrigins = [], script }: PageSpec): Record<string, string> {
  if (formOrigins.length === 0 && script === undefined) return {};
  const allowed = { formOrigins, ...(script === undefined ? {} : { script: absoluteUrl(baseUrl, script) }) };
  return { 'content-security-policy': contentSecurityPolicy(allowed) };
}

/** A page that only says something: what happened and what to do, a sentence each. */
export function say(deps: PageDeps, status: number, title: string, ...sentences: readonly string[]): HttpResponse {
  return page(deps, { status, template: 'layout/message.njk', title, data: { sentences } });
}

/** Where a page leads on to, below the base, and what its link says. */
export interface Onward {
  readonly at: string;
  readonly text: string;
}

/** The same with a link, where people have a page of ours to go on to. */
export function sayAndLead(
  deps: PageDeps,
  { status, title, onward }: { readonly status: number; readonly title: string; readonly onward: Onward },
  ...sentences: readonly string[]
): HttpResponse {
  return page(deps, { status, template: 'layout/message.njk', title, data: { sentences, onward } });
}
