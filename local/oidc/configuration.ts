import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import type { Context } from 'oidc-provider';
import type { ProviderBoot } from './messages.ts';
import { page, signOutPage } from './pages.ts';
import { claimsOf, demoUsers } from './users.ts';

export const CHOOSE = '/choose';
const SCOPE = 'openid email profile';

/** How the provider of this machine is set up: one service, invented people, and nothing asked of them but who they are. */
export async function configurationOf({ clientId, clientSecret, backTo, signedOutAt }: ProviderBoot) {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: randomBytes(8).toString('hex') };
  const client = {
    ...{ client_id: clientId, client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_post' },
    ...{ redirect_uris: [backTo], post_logout_redirect_uris: [signedOutAt] },
    ...{ response_types: ['code'], grant_types: ['authorization_code'] },
  };
  return {
    clients: [client],
    jwks: { keys: [key] },
    // By itself it asks for SameSite=None, which browsers keep on https only.
    cookies: { keys: [randomBytes(32).toString('hex')], long: { httpOnly: true, sameSite: 'lax', signed: true } },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    // Entra ID and Cognito put what they know into the ID token too.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_context: Context, id: string) => {
      const user = demoUsers.find((one) => one.id === id);
      return user && { accountId: id, claims: () => claimsOf(user) };
    },
    interactions: { url: (_context: Context, { uid }: { uid: string }) => `${CHOOSE}/${uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: (context: Context, form: string) => {
          context.body = signOutPage(form);
        },
        postLogoutSuccessSource: (context: Context) => {
          context.body = page('You are signed out of your work account', '');
        },
      },
    },
    loadExistingGrant: async ({ oidc }: Context) => {
      const of = { clientId: oidc.client?.clientId, accountId: oidc.session?.accountId };
      const grant = new oidc.provider.Grant(of);
      grant.addOIDCScope(SCOPE);
      await grant.save();
      return grant;
    },
    renderError: (context: Context, out: { error: string; error_description?: string }) => {
      context.type = 'html';
      context.body = page('This did not work', `<p>${out.error.replace(/\W/g, ' ')}</p>`);
    },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      IdToken: 300,
      Interaction: 3600,
      Session: 8 * 3600,
      Grant: 8 * 3600,
    },
  };
}
