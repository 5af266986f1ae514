import type { IncomingMessage } from 'node:http';
import type { Answer } from '../api-gateway/answer.ts';
import { readBody } from '../api-gateway/body.ts';
import { isLocalRequest } from './access.ts';
import { readClockRequest } from './clock-request.ts';

export type ExecutionSummary = { name: string; status: string; startedAt: string };
export type Mail = { to: string[]; subject: string; text: string; html: string; sentAt: string };

export type LocalRoutes = {
  now(): number;
  advanceTo(at: number): Promise<void>;
  /** An email that someone sends to the service; false where it receives none. */
  receive(email: Buffer): Promise<boolean>;
  mail(wanted?: { to: string; about: string }): Mail[];
  mailPage(query: string): string;
  executions(): ExecutionSummary[];
  history(name: string): unknown[];
  /** What is set to fail. `ask` says what is wrong with a request, and has then changed nothing. */
  faults: { ask(body: string): Promise<string | undefined>; clear(): void; shown(): object };
  /** The views of records that the starter of the run supplies, each served as JSON at /local/<its name>.json. */
  views: Readonly<Record<string, () => Promise<unknown>>>;
};

const BODY_LIMIT = 10_000;
const MAIL_LIMIT = 26_000_000;
const INCOMING = '/local/incoming-mail';
const SERVED = [INCOMING, '/local/mail', '/local/mail.json', '/local/faults', '/local/clock'];

/** Answers what is under /local/: windows into the embedded run that a deployment does not have. */
export async function serveLocal(routes: LocalRoutes, request: IncomingMessage): Promise<Answer> {
  const isMail = request.url?.split('?')[0] === INCOMING;
  const body = await readBody(request, isMail ? MAIL_LIMIT : BODY_LIMIT);
  if (!isLocalRequest(request)) {
    return json(403, { message: 'Only for this machine, under the names localhost, 127.0.0.1 and [::1].' });
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const get = request.method === 'GET' || request.method === 'HEAD';
  const execution = /^\/local\/executions\/([^/]+)\.json$/.exec(pathname)?.[1];

  if (isMail && request.method === 'POST') return incoming(routes, body);
  if (pathname === '/local/clock' && request.method === 'POST') return moveClock(routes, body?.toString('utf8') ?? '');
  if (pathname === '/local/faults') return faultsOf(routes, request.method, body?.toString('utf8') ?? '');
  if (get && pathname === '/local/clock') return json(200, timeOf(routes));
  if (get && pathname === '/local/mail.json') {
    return json(200, routes.mail({ to: searchParams.get('to') ?? '', about: searchParams.get('about') ?? '' }));
  }
  if (get && pathname === '/local/mail') return html(routes.mailPage(searchParams.get('query') ?? ''));
  if (get && pathname === '/local/executions.json') return json(200, routes.executions());
  if (get && execution !== undefined) return historyOf(routes, execution);
  const views = new Map(Object.entries(routes.views).map(([name, view]) => [`/local/${name}.json`, view]));
  const view = views.get(pathname);
  if (get && view !== undefined) return json(200, await view());
  const served = [...SERVED, ...views.keys(), '/local/executions.json'].join(', ');
  const message = `There is nothing at ${request.method} ${pathname}; this machine serves ${served} and /local/executions/NAME.json.`;
  return json(404, { message });
}

/** Takes an email as a mail server hands it over: the bytes of an .eml file. */
async function incoming(routes: LocalRoutes, email: Buffer | undefined): Promise<Answer> {
  if (email === undefined) return json(413, { message: 'An email may have 26 MB here.' });
  if (email.length === 0) return json(400, { message: 'Send the bytes of an .eml file as the body.' });
  const isTaken = await routes.receive(email);
  if (!isTaken) return json(409, { message: 'This service receives no email: mailDoor is off in its configuration.' });
  return json(202, { message: 'Received. Staff find it under “Emails to us”.' });
}

async function moveClock(routes: LocalRoutes, body: string): Promise<Answer> {
  const request = readClockRequest(body, routes.now());
  if ('problem' in request) return json(400, { message: request.problem });
  await routes.advanceTo(request.at);
  return json(200, timeOf(routes));
}

async function faultsOf({ faults }: LocalRoutes, method: string | undefined, body: string): Promise<Answer> {
  const problem = method === 'POST' ? await faults.ask(body) : undefined;
  if (problem !== undefined) return json(400, { message: problem });
  if (method === 'DELETE') faults.clear();
  if (['GET', 'HEAD', 'POST', 'DELETE'].includes(method ?? '')) return json(200, faults.shown());
  return json(405, { message: 'Faults are read by GET, set by POST and cleared by DELETE.' });
}

function historyOf(routes: LocalRoutes, name: string): Answer {
  if (routes.executions().some((execution) => execution.name === name)) return json(200, routes.history(name));
  return json(404, { message: `There is no execution named ${name}.` });
}

function timeOf(routes: LocalRoutes) {
  return { now: new Date(routes.now()).toISOString() };
}

function json(status: number, value: unknown): Answer {
  return {
    status,
    headers: [['Content-Type', 'application/json; charset=utf-8']],
    body: `${JSON.stringify(value, null, 2)}\n`,
  };
}

function html(body: string): Answer {
  return { status: 200, headers: [['Content-Type', 'text/html; charset=utf-8']], body };
}
