import { expect, test } from 'vitest';
import { fromOldAddress } from '#web/http/old-address.ts';

const OWN = 'https://referrals.example.org';
const OLD = 'abc123.execute-api.eu-west-2.amazonaws.com';
const asked = (host: string, changes: { method?: string; path?: string; query?: Record<string, string> } = {}) => ({
  ...{ method: 'GET', path: '/triage/l/token', headers: { host }, query: {}, cookies: {}, body: new Uint8Array() },
  ...{ caller: undefined, requestId: 'request-1' },
  ...changes,
});

test.each([
  ['a mailed link', {}, `${OWN}/triage/l/token`],
  ['the start page', { path: '/' }, `${OWN}/`],
  ['a page with a query', { path: '/refer/x', query: { key: 'a b&c' } }, `${OWN}/refer/x?key=a+b%26c`],
])('%s that is opened at the old address leads to the new one', (_kind, changes, location) => {
  expect(fromOldAddress(asked(OLD, changes), OWN)).toMatchObject({ status: 303, headers: { location } });
});

test.each([
  ['a post, which would lose what was typed', asked(OLD, { method: 'POST' }), OWN],
  ['a look without a page', asked(OLD, { method: 'HEAD' }), OWN],
  ['a request at the domain', asked('referrals.example.org'), OWN],
  ['a service that has no domain', asked(OLD), `https://${OLD}/live`],
  ['the embedded run', asked('127.0.0.1:8080'), 'http://localhost:8080'],
  ['a request without a host', { ...asked(''), headers: {} }, OWN],
])('%s is led nowhere', (_kind, request, base) => {
  expect(fromOldAddress(request, base)).toBeUndefined();
});
