import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createSignIn } from '#adapters/oidc/sign-in.ts';
import { type Forgery, forgingProvider } from '#test/kit/forging-provider.ts';

const checks = { state: 'the-state', nonce: 'the-nonce', verifier: 'v'.repeat(64) };
const backTo = 'https://referrals.example.org/staff/sign-in/callback';
const signedOutAt = 'https://referrals.example.org/staff/sign-in/signed-out';
const now = () => new Date().toISOString();
const secret = 'a secret of this service';
const provider = await forgingProvider({ now, secret });
const robin = { nonce: checks.nonce, email: 'Robin@example.org', email_verified: true, groups: ['team'] };
const came = { code: 'a-code', state: checks.state };

let asked = 0;
function signIn(patch: { issuer?: string; clientId?: string; signOutUrl?: string } = {}) {
  const { issuer = provider.issuer, clientId = 'small-steps', ...more } = patch;
  return createSignIn({
    ...{ issuer, backTo, signedOutAt, now },
    secret: async () => {
      asked += 1;
      return secret;
    },
    rules: {
      ...{ mode: 'sign-in', issuer, clientId, scope: 'openid email', ...more },
      ...{ mailboxClaim: 'email', groupsClaim: 'groups', groups: { team: ['TRIAGER'] } },
    },
  });
}

beforeEach(() => {
  asked = 0;
  provider.comeBack();
  provider.forge({ claims: robin });
});
afterAll(provider.stop);

describe('someone who signs in at the provider', () => {
  it('is sent there with PKCE, state and nonce, and back to one address', async () => {
    const begun = await signIn().begin(checks, false);
    const at = new URL('at' in begun ? begun.at : '');
    expect(`${at.origin}${at.pathname}`).toBe(`${provider.issuer}/authorize`);
    expect(Object.fromEntries(at.searchParams)).toEqual({
      ...{ response_type: 'code', client_id: 'small-steps', scope: 'openid email', redirect_uri: backTo },
      ...{ state: checks.state, nonce: checks.nonce, code_challenge_method: 'S256' },
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('shows who they are even if they have just done so, when they come as someone else', async () => {
    const begun = await signIn().begin(checks, true);
    expect(new URL('at' in begun ? begun.at : '').searchParams.get('prompt')).toBe('login');
  });

  it('comes back as who they are, with the roles of their groups', async () => {
    expect(await signIn().finish(came, checks)).toEqual({
      kind: 'WHO',
      account: { mailbox: 'robin@example.org', roles: ['TRIAGER'] },
      idToken: expect.stringMatching(/^ey/),
    });
    expect(provider.asked.at(-1)).toContain(`code_verifier=${checks.verifier}`);
  });

  it('signs out there too, by the token that they came with', async () => {
    const at = new URL((await signIn().signOutAt('the-token')) ?? '');
    expect(at.pathname).toBe('/end');
    expect(at.searchParams.get('id_token_hint')).toBe('the-token');
    expect(at.searchParams.get('post_logout_redirect_uri')).toBe(signedOutAt);
  });

  it('signs out where the configuration says, at a provider that names no place', async () => {
    const signOutUrl = 'https://login.example.org/logout?client_id=small-steps';
    expect(await signIn({ signOutUrl }).signOutAt('the-token')).toBe(signOutUrl);
  });
});

describe('what comes back is refused (hostile)', () => {
  const hour = 3600;
  const seconds = Math.floor(Date.now() / 1000);
  const forgeries: [string, Forgery, string][] = [
    ['for another nonce', { claims: { ...robin, nonce: 'another' } }, 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
    ['without a nonce', { claims: { ...robin, nonce: undefined } }, 'OAUTH_INVALID_RESPONSE'],
    [
      'that has expired',
      { claims: { ...robin, iat: seconds - 2 * hour, exp: seconds - hour } },
      'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
    ],
    ['that no one has signed', { claims: robin, signedBy: 'no one' }, 'OAUTH_INVALID_RESPONSE'],
    ['signed with the secret', { claims: robin, signedBy: 'our secret' }, 'OAUTH_INVALID_RESPONSE'],
    ['signed by another key', { claims: robin, signedBy: 'another key' }, 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
    ['for another service', { claims: { ...robin, aud: 'someone-else' } }, 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
    [
      'of another provider',
      { claims: { ...robin, iss: 'https://evil.example.org' } },
      'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
    ],
    ['for a code that was used', { answer: { status: 400, body: { error: 'invalid_grant' } } }, 'invalid_grant'],
  ];
  it.each(forgeries)('with a token %s', async (_what, forgery, why) => {
    provider.forge(forgery);
    expect(await signIn().finish(came, checks)).toEqual({ kind: 'REFUSED', why });
  });

  it.each([
    ['another state', { ...came, state: 'another' }],
    ['no state', { code: 'a-code' }],
    ['neither', {}],
  ])('with %s', async (_what, query) => {
    const before = provider.asked.length;
    expect(await signIn().finish(query, checks)).toMatchObject({ kind: 'REFUSED' });
    expect(provider.asked.length).toBe(before);
  });

  it('in a log as a code of the standard only', async () => {
    provider.forge({ answer: { status: 400, body: { error: 'Robin Field, 1 The Lane' } } });
    expect(await signIn().finish(came, checks)).toEqual({ kind: 'REFUSED', why: 'unknown_error' });
  });
});

describe('a provider that does not answer', () => {
  it('is told apart from someone who is not let in', async () => {
    provider.goDown();
    expect(await signIn().begin(checks, false)).toEqual({ why: expect.stringMatching(/^OAUTH_/) });
    expect(await signIn().finish(came, checks)).toMatchObject({ kind: 'UNREACHABLE' });
    expect(await signIn().signOutAt('the-token')).toBeUndefined();
  });

  it('is asked again at the next try', async () => {
    const own = signIn();
    provider.goDown();
    await own.begin(checks, false);
    provider.comeBack();
    expect(await own.finish(came, checks)).toMatchObject({ kind: 'WHO' });
  });

  it('is not there at all', async () => {
    const gone = signIn({ issuer: 'http://127.0.0.1:1' });
    expect(await gone.begin(checks, false)).toEqual({ why: 'NO_CONNECTION' });
  });

  it('no longer knows our secret: the next try reads it again', async () => {
    const own = signIn();
    provider.forge({ answer: { status: 401, body: { error: 'invalid_client' } } });
    expect(await own.finish(came, checks)).toEqual({ kind: 'UNREACHABLE', why: 'invalid_client' });
    provider.forge({ claims: robin });
    expect(await own.finish(came, checks)).toMatchObject({ kind: 'WHO' });
    expect(asked).toBe(2);
  });
});

it('someone who chooses not to sign in has done nothing wrong', async () => {
  const answer = await signIn().finish({ error: 'access_denied', state: checks.state }, checks);
  expect(answer).toEqual({ kind: 'CANCELLED' });
});

it('no other address than this machine may be asked without https (hostile)', async () => {
  const begun = await signIn({ issuer: provider.issuer.replace('127.0.0.1', 'localhost') }).begin(checks, false);
  expect(begun).toEqual({ why: 'OAUTH_HTTP_REQUEST_FORBIDDEN' });
});
