import { jwtVerify } from 'jose';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
} from 'openid-client';
import { workAccount } from '#domain/people/work-account.ts';
import type { SignInAnswer, SignInChecks, SignInProvider } from '#domain/ports/sign-in.ts';
import type { SignIn } from '#domain/service/access.ts';
import { failureOf } from './failure.ts';
import { knownProvider, type Provider, type ProviderSettings } from './provider.ts';

export interface SignInSettings extends Omit<ProviderSettings, 'clientId'> {
  readonly rules: SignIn;
  /** Where the provider sends browsers back to: registered there, both. */
  readonly backTo: string;
  readonly signedOutAt: string;
}

/** Signatures that only the holder of a private key can make. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
/** In seconds: clocks differ. */
const TOLERANCE = 30;

/** Signs staff in by the code flow of OpenID Connect with PKCE. A token counts only once its signature is checked. */
export function createSignIn(settings: SignInSettings): SignInProvider {
  const { rules } = settings;
  const { read, forget } = knownProvider({ ...settings, clientId: rules.clientId });

  return {
    begin: async (checks, anew) => {
      try {
        const { client } = await read();
        return { at: buildAuthorizationUrl(client, await request(settings, checks, anew)).href };
      } catch (error) {
        const failure = failureOf(error);
        if (failure === undefined) throw error;
        return { why: 'why' in failure ? failure.why : failure.kind };
      }
    },
    finish: async (query, checks) => {
      try {
        return await who(settings, await read(), query, checks);
      } catch (error) {
        const failure = failureOf(error);
        if (failure === undefined) throw error;
        // The secret or the provider's addresses may be new: the next try asks for both.
        if (failure.kind === 'UNREACHABLE') forget();
        return failure;
      }
    },
    signOutAt: async (idToken) => {
      if (rules.signOutUrl !== undefined) return rules.signOutUrl;
      try {
        const { client } = await read();
        if (client.serverMetadata().end_session_endpoint === undefined) return undefined;
        const told = { id_token_hint: idToken, post_logout_redirect_uri: settings.signedOutAt };
        return buildEndSessionUrl(client, told).href;
      } catch (error) {
        // They are signed out here all the same.
        if (failureOf(error) === undefined) throw error;
        return undefined;
      }
    },
  };
}

async function request({ rules, backTo }: SignInSettings, { state, nonce, verifier }: SignInChecks, anew: boolean) {
  return {
    ...{ redirect_uri: backTo, scope: rules.scope, state, nonce },
    ...{ code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    ...(anew ? { prompt: 'login' } : {}),
  };
}

async function who(
  { issuer, rules, backTo, now }: SignInSettings,
  { client, keys }: Provider,
  query: Readonly<Record<string, string>>,
  { state, nonce, verifier }: SignInChecks,
): Promise<SignInAnswer> {
  const current = new URL(backTo);
  for (const [name, value] of Object.entries(query)) current.searchParams.append(name, value);
  const tokens = await authorizationCodeGrant(client, current, {
    ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
  });
  const idToken = tokens.id_token ?? '';
  const { payload } = await jwtVerify(idToken, keys, {
    ...{ issuer, audience: rules.clientId, algorithms: ALGORITHMS },
    ...{ currentDate: new Date(now()), clockTolerance: TOLERANCE, requiredClaims: ['exp', 'iat', 'sub'] },
  });
  // The library compares it too. It is what makes a token of another sign-in worthless, so both must agree.
  if (payload.nonce !== nonce) return { kind: 'REFUSED', why: 'NONCE' };
  return { kind: 'WHO', account: workAccount(payload, rules), idToken };
}
