import { describe, expect, it } from 'vitest';
import { absoluteUrl, pathWithin } from '#web/http/base-url.ts';
import { parseCookies } from '#web/http/cookies.ts';

describe('addresses', () => {
  it.each([
    ['http://localhost:8080', 'http://localhost:8080/v1/evidence'],
    ['http://localhost:8080/', 'http://localhost:8080/v1/evidence'],
    ['https://x.example/live', 'https://x.example/live/v1/evidence'],
    ['https://x.example/live/', 'https://x.example/live/v1/evidence'],
  ])('are built from the base URL %s', (baseUrl, expected) => {
    expect(absoluteUrl(baseUrl, '/v1/evidence')).toBe(expected);
  });

  it.each([
    ['http://localhost:8080', '/live/x', '/live/x'],
    ['https://x.example/live', '/live/x', '/x'],
    ['https://x.example/live', '/live', '/'],
    ['https://x.example/live', '/lively', '/lively'],
    ['https://x.example/live', '/x', '/x'],
  ])('lose the path of the base URL %s where the gateway leaves it on: %s', (baseUrl, path, expected) => {
    expect(pathWithin(baseUrl, path)).toBe(expected);
  });
});

describe('parseCookies', () => {
  it('reads each cookie, the first of a name', () => {
    expect(parseCookies('a=1; b = 2 ;a=3; c=x=y')).toEqual({ a: '1', b: '2', c: 'x=y' });
  });

  it.each([undefined, '', ';;;', '=x', 'novalue'])('reads nothing from %j (malformed)', (header) => {
    expect(parseCookies(header)).toEqual({});
  });
});
