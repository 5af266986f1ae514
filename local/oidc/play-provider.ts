import type { DatabaseSync } from 'node:sqlite';
import type { Assembly } from '../assembly/load.ts';
import type { Secrets } from '../secrets/create-secrets.ts';
import { setting } from '../settings.ts';
import { signInMark, withIssuer } from './mark.ts';
import { startProvider } from './start-provider.ts';

type Given = { database: DatabaseSync; offset: SharedArrayBuffer; secrets: Pick<Secrets, 'valueOf'> };

/** The functions of an assembly, and where its template has the OpenID provider on this machine, that provider too. */
export async function playProvider(assembly: Assembly, { database, offset, secrets }: Given) {
  const { functions, baseUrl } = assembly;
  const mark = signInMark(assembly.secrets);
  if (mark === undefined) return { functions, issuer: undefined, stop: async () => {} };
  const { clientId, callback, signedOut, secretArn } = mark;
  const known = { clientId, clientSecret: secrets.valueOf(secretArn) };
  const places = { backTo: `${baseUrl}${callback}`, signedOutAt: `${baseUrl}${signedOut}` };
  const { issuer, stop } = await startProvider({ offset, ...known, ...places }, setting(database, 'sign-in-port'));
  return { functions: withIssuer(functions, mark, issuer), issuer, stop };
}
