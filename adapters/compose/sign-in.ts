import type { Now } from '#domain/ports/services.ts';
import type { SignInProvider } from '#domain/ports/sign-in.ts';
import { SIGN_IN_PATHS } from '#domain/service/access.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import { createClientSecret } from '../secrets/client-secret.ts';

interface SignInEnv {
  readonly config: Pick<ServiceConfig, 'access'>;
  readonly BASE_URL: string;
  readonly SIGN_IN_ISSUER?: string | undefined;
  readonly SIGN_IN_SECRET_ARN?: string | undefined;
}

/**
 * Where staff sign in, as deployed; undefined where the configuration lets a mailed code in. Throws rather than open the
 * door for codes because the provider is not named.
 */
export async function composeSignIn(env: SignInEnv, now: Now): Promise<SignInProvider | undefined> {
  const { access } = env.config;
  if (access.mode !== 'sign-in') return undefined;
  const { BASE_URL, SIGN_IN_ISSUER: issuer, SIGN_IN_SECRET_ARN: secretArn } = env;
  if (issuer === undefined || secretArn === undefined) {
    throw new Error('Staff sign in with their work accounts, but SIGN_IN_ISSUER or SIGN_IN_SECRET_ARN is not set.');
  }
  // Loaded only where it is used: it stands apart from the bundle.
  const { createSignIn } = await import('#adapters/oidc/sign-in.ts');
  return createSignIn({
    ...{ issuer, rules: access, now, secret: createClientSecret({ secretArn }) },
    backTo: `${BASE_URL}${SIGN_IN_PATHS.callback}`,
    signedOutAt: `${BASE_URL}${SIGN_IN_PATHS.signedOut}`,
  });
}
