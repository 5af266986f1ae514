import type { KMSClientConfig } from '@aws-sdk/client-kms';

const usage = `Usage: npm run --silent verify -- TABLE [--seals BUCKET --key KEY] [--region eu-west-2]
or, beside npm start: npm run --silent verify -- --local http://localhost:8080`;

/** Where a client finds its service: the region at most on AWS. */
type Where = Pick<KMSClientConfig, 'endpoint' | 'region' | 'credentials'>;

/** What is verified. Without `sealed`, the chains alone. */
export interface VerifySettings {
  readonly tableName: string;
  readonly sealed: { readonly bucket: string; readonly keyId: string } | undefined;
  readonly records: { readonly endpoint?: string } & Where;
  readonly seals: Where;
}

type Values = Readonly<Partial<Record<'region' | 'seals' | 'key' | 'local', string | undefined>>>;

/** Reads the command line: a table of AWS, or the address of a service on this machine. Throws with a line on what is wrong. */
export function readSettings(values: Values, positionals: readonly string[]): VerifySettings | { local: string } {
  const { seals: bucket, key: keyId, local } = values;
  const [tableName, ...more] = positionals;
  if (local !== undefined && positionals.length === 0) return { local };
  if (tableName === undefined || more.length > 0 || local !== undefined) throw new Error(`Name one table. ${usage}`);
  if ((bucket === undefined) !== (keyId === undefined)) throw new Error(`Name both bucket and key. ${usage}`);
  const where = values.region === undefined ? {} : { region: values.region };
  const sealed = bucket === undefined || keyId === undefined ? undefined : { bucket, keyId };
  return { tableName, sealed, records: where, seals: where };
}
