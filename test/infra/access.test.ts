import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDeployConfig } from '#lib/config.ts';
import { exampleConfig } from './synthesised.ts';

const signIn = {
  issuer: 'https://login.example.org/tenant/v2.0',
  clientId: 'small-steps',
  groups: { 'portage-team': ['TRIAGER'] },
};
const accepted = { by: 'Sam Manager', role: 'Service manager', on: '2026-09-24' };
const parse = (access: unknown) =>
  parseDeployConfig(JSON.stringify({ ...exampleConfig, access }), 'deploy.json').access;

/** The lines of a refusal that name what is wrong. */
function refusalOf(access: unknown): string[] {
  try {
    parse(access);
    return [];
  } catch (error) {
    return String(error)
      .split('\n')
      .filter((line) => line.startsWith('  '));
  }
}

describe('how staff sign in', () => {
  test('is with a work account unless the configuration says otherwise', () => {
    expect(parse(signIn)).toEqual({
      ...{ ...signIn, mode: 'sign-in', scope: 'openid email profile' },
      ...{ mailboxClaim: 'email', groupsClaim: 'groups' },
    });
  });

  test('may be by a mailed code where someone has accepted that by name', () => {
    expect(parse({ mode: 'link', accepted })).toEqual({ mode: 'link', accepted });
  });

  test.each([
    ['nothing at all', undefined, 'access: must say how staff sign in'],
    ['a code that no one has accepted', { mode: 'link' }, 'access.accepted: must say who accepts'],
    ['a code without the day', { mode: 'link', accepted: { by: 'Sam', role: 'Manager' } }, 'access.accepted.on: '],
    ['another mode', { mode: 'password' }, 'access.mode: mode must be sign-in or link'],
    ['no provider', { ...signIn, issuer: undefined }, 'access.issuer: must be the address of an OpenID provider'],
    ['a provider without https', { ...signIn, issuer: 'http://login.example.org' }, 'access.issuer: must begin with'],
    ['plain http on localhost', { ...signIn, issuer: 'http://localhost:9000' }, 'access.issuer: must begin with https'],
    ['a name that only begins so', { ...signIn, issuer: 'http://127.0.0.1.example.org' }, 'access.issuer: must begin'],
    [
      'the accounts of every organisation',
      { ...signIn, issuer: 'https://login.microsoftonline.com/common/v2.0' },
      'access.issuer: must name your own tenant',
    ],
    ['no id', { ...signIn, clientId: undefined }, 'access.clientId: must be the id of this service'],
    ['no group', { ...signIn, groups: {} }, 'access.groups: must give at least one group its roles'],
    ['a role that does not exist', { ...signIn, groups: { team: ['KING'] } }, 'access.groups.team.0: '],
    ['the secret in the file', { ...signIn, clientSecret: 'a' }, 'access: Unrecognized key: "clientSecret"'],
  ])('is refused with %s, in one line', (_what, access, line) => {
    const [first = '', ...others] = refusalOf(access);
    expect([first.trim().slice(0, line.length), others]).toEqual([line, []]);
  });

  test('may be at a provider on this machine', () => {
    expect(parse({ ...signIn, issuer: 'http://127.0.0.1:9000' })).toMatchObject({ issuer: 'http://127.0.0.1:9000' });
  });
});

test('the local run has two configurations that differ in how staff come in, and in nothing else', () => {
  const read = (name: string) => JSON.parse(readFileSync(new URL(`../../local/${name}`, import.meta.url), 'utf8'));
  const [byCode, byAccount] = [read('config.json'), read('config.sign-in.json')];
  expect({ ...byAccount, access: byCode.access }).toEqual(byCode);
  expect([byCode.access.mode, byAccount.access.mode]).toEqual(['link', 'sign-in']);
});
