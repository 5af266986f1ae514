import type { IncomingMessage } from 'node:http';

const HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request to /local/* comes from this machine and was meant for it. A page elsewhere must not read the inbox
 * by DNS rebinding, nor move the clock by a form.
 */
export function isLocalRequest(request: IncomingMessage): boolean {
  const address = (request.socket.remoteAddress ?? '').replace('::ffff:', '');
  const fromHere = address === '::1' || address.startsWith('127.');
  const origin = request.headers.origin;
  return fromHere && isLocalHost(request.headers.host ?? '') && (origin === undefined || isLocalOrigin(origin));
}

function isLocalHost(host: string): boolean {
  return HOSTS.has(host.replace(/:\d+$/, '').toLowerCase());
}

function isLocalOrigin(origin: string): boolean {
  return URL.canParse(origin) && HOSTS.has(new URL(origin).hostname);
}
