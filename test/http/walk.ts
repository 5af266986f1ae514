import { type Gained, gainRights } from '#web/access/gain-rights.ts';
import type { SessionDeps } from '#web/access/sessions.ts';
import { requestOf } from '#web/http/proxy-event.ts';
import type { Route } from '#web/http/router.ts';
import { type Answer, type Browser, hidden } from './browser.ts';
import { multipart, multipartType } from './multipart.ts';
import { proxyEvent } from './proxy-event.ts';

type Values = Readonly<Record<string, string>>;

/** Opens a session in this browser that was granted what is named, as the right answer to its link does. */
export async function letIn(
  using: Browser,
  deps: SessionDeps,
  audience: Gained['audience'],
  holder: Gained['holder'],
  grant: Gained['grant'],
  more: Pick<Gained, 'account' | 'lists'> = {},
): Promise<void> {
  const request = requestOf(proxyEvent({ path: '/' }), deps.baseUrl);
  const gained = { audience, holder, grant, isProven: true, ...more };
  const [cookie = ''] = (await gainRights(deps, request, gained)).split(';');
  const [name = '', value = ''] = cookie.split('=');
  using.jar.set(name, value);
}

export interface Step extends Answer {
  readonly where: string;
}

/** Asks for every route in turn, with the token of the page that `tokenFrom` opens, where this browser may open it. */
export async function walk(
  routes: readonly Pick<Route, 'method' | 'pattern'>[],
  using: Browser,
  valuesFor: (pattern: string) => Values,
  tokenFrom: string,
): Promise<Step[]> {
  const csrf = hidden(await using.get(tokenFrom), 'csrf');
  const steps: Step[] = [];
  for (const { method, pattern } of routes) {
    const values = valuesFor(pattern);
    const path = pattern.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
    const fields = { csrf, taskId: values.taskId ?? '' };
    steps.push({ where: `${method} ${pattern}`, ...(await ask(using, method, path, fields)) });
  }
  return steps;
}

function ask(using: Browser, method: string, path: string, fields: Values): Promise<Answer> {
  if (method === 'GET') return using.get(path);
  if (!/\/file\/here$|\/lists\/import$/.test(path)) return using.post(path, fields);
  const parts = Object.entries(fields).map(([name, value]) => ({ name, value }));
  const body = Buffer.from(multipart(parts)).toString('base64');
  return using.send({ method, path, headers: { 'Content-Type': multipartType }, body, isBase64Encoded: true });
}
