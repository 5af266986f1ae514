import * as z from 'zod';
import type { Assembly, NamedResource } from '../assembly/load.ts';
import { StartError } from '../start-error.ts';

/** What the template says of the OpenID provider at which staff sign in. */
export type SignInMark = {
  issuer: string;
  clientId: string;
  callback: string;
  signedOut: string;
  /** The secret that holds what the provider knows the service by. */
  secretArn: string;
};

const MARK = 'SmallSteps::SignIn';
const markSchema = z.object({ issuer: z.string(), clientId: z.string(), callback: z.string(), signedOut: z.string() });

/** The provider that this machine must play: one that the template has on this machine. Undefined for any other. */
export function signInMark(secrets: readonly NamedResource[]): SignInMark | undefined {
  const marked = secrets.find(({ metadata }) => metadata[MARK] !== undefined);
  if (marked === undefined) return undefined;
  const mark = markSchema.safeParse(marked.metadata[MARK]);
  if (!mark.success)
    throw new StartError(`The secret ${marked.logicalId} has malformed metadata ${MARK} in the template.`);
  const { protocol, hostname } = new URL(mark.data.issuer);
  const isHere = protocol === 'http:' && hostname === '127.0.0.1';
  return isHere ? { ...mark.data, secretArn: marked.arn } : undefined;
}

/** The functions, told where the provider really listens. */
export function withIssuer(
  functions: Assembly['functions'],
  { issuer }: SignInMark,
  at: string,
): Assembly['functions'] {
  const told = (environment: Record<string, string>) =>
    Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value === issuer ? at : value]));
  return new Map([...functions].map(([name, spec]) => [name, { ...spec, environment: told(spec.environment) }]));
}
