import { createRemoteJWKSet } from 'jose';
import { allowInsecureRequests, type Configuration, discovery } from 'openid-client';
import type { Now } from '#domain/ports/services.ts';

/** In seconds. A browser waits for the answer, and the function ends after twenty. */
export const PATIENCE = 5;
/** In minutes. As long as a new secret or a new address of the provider may go unnoticed. */
const KNOWN_FOR = 10;

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: () => Promise<string>;
  readonly now: Now;
}

/** What the provider says of itself, and the keys with which it signs. */
export interface Provider {
  readonly client: Configuration;
  readonly keys: ReturnType<typeof createRemoteJWKSet>;
}

/** Asks the provider about itself, once for a while. `forget` is for a provider that refuses what was known. */
export function knownProvider(settings: ProviderSettings) {
  let known: { readonly provider: Promise<Provider>; readonly until: number } | undefined;
  const forget = () => {
    known = undefined;
  };
  const read = async (): Promise<Provider> => {
    const at = Date.parse(settings.now());
    if (known === undefined || at >= known.until) {
      known = { provider: discover(settings), until: at + KNOWN_FOR * 60_000 };
    }
    return known.provider.catch((error: unknown) => {
      forget();
      throw error;
    });
  };
  return { read, forget };
}

async function discover({ issuer, clientId, secret }: ProviderSettings): Promise<Provider> {
  const server = new URL(issuer);
  // The provider of the local run and of tests. Anywhere else, tokens and codes travel encrypted.
  const isLocal = server.protocol === 'http:' && server.hostname === '127.0.0.1';
  const how = { timeout: PATIENCE, ...(isLocal ? { execute: [allowInsecureRequests] } : {}) };
  const client = await discovery(server, clientId, await secret(), undefined, how);
  const keysAt = client.serverMetadata().jwks_uri;
  if (keysAt === undefined) throw new TypeError('The provider names no keys.');
  const keys = createRemoteJWKSet(new URL(keysAt), { timeoutDuration: PATIENCE * 1000 });
  return { client, keys };
}
