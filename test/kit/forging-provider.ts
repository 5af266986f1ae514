import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';

const port = (server: ReturnType<typeof createServer>) => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

export interface Forgery {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly signedBy?: 'its own key' | 'another key' | 'no one' | 'our secret';
  /** Instead of a token. */
  readonly answer?: { readonly status: number; readonly body: unknown };
}

/** An OpenID provider on this machine that answers a code with whatever token a test wants, true or forged. */
export async function forgingProvider({ now, secret }: { now: () => string; secret: string }) {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const keys = [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }];
  const asked: string[] = [];
  let forged: Forgery = {};
  let isDown = false;
  let issuer = '';

  const token = async ({ claims = {}, signedBy = 'its own key' }: Forgery): Promise<string> => {
    const at = Math.floor(Date.parse(now()) / 1000);
    const whole = { iss: issuer, aud: 'small-steps', sub: 'robin', iat: at, exp: at + 300, ...claims };
    if (signedBy === 'no one') return new UnsecuredJWT(whole).encode();
    if (signedBy === 'our secret')
      return new SignJWT(whole).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret));
    const { privateKey } = signedBy === 'another key' ? other : own;
    return new SignJWT(whole).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(privateKey);
  };

  const answers = async (path: string, body: string): Promise<{ status: number; body: unknown }> => {
    if (isDown) return { status: 503, body: 'down for maintenance' };
    if (path === '/.well-known/openid-configuration') {
      const at = (end: string) => `${issuer}/${end}`;
      const places = { authorization_endpoint: at('authorize'), token_endpoint: at('token'), jwks_uri: at('keys') };
      return { status: 200, body: { issuer, ...places, end_session_endpoint: at('end') } };
    }
    if (path === '/keys') return { status: 200, body: { keys } };
    asked.push(body);
    if (forged.answer) return forged.answer;
    return { status: 200, body: { access_token: 'a', token_type: 'Bearer', id_token: await token(forged) } };
  };

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      const { status, body } = await answers(request.url ?? '', Buffer.concat(parts).toString());
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${port(server)}`;
  return {
    issuer,
    /** What was posted for a token. */
    asked,
    forge: (next: Forgery) => {
      forged = next;
    },
    goDown: () => {
      isDown = true;
    },
    comeBack: () => {
      isDown = false;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
