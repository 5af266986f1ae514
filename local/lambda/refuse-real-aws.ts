import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionSpec } from '../assembly/functions.ts';
import { StartError } from '../start-error.ts';

/** How an SDK client of a bundle says which service it calls, minified or not: the default beside what it may be told. */
const SERVICE_OF_CLIENT = /serviceId:\s*\w+\?\.serviceId\s*\?\?\s*["'`]([A-Za-z0-9 ]+)["'`]/g;

/**
 * Refuses a function that could call the real AWS: its environment names an endpoint elsewhere, or its bundle has an
 * SDK client without an endpoint. The SDK would ask the internet for it, in silence.
 */
export function refuseRealAws(spec: FunctionSpec, environment: Readonly<Record<string, string>>): void {
  const objection = strangeEndpoint(environment) ?? serviceElsewhere(spec, environment);
  if (objection !== undefined) throw new StartError(`The function ${spec.name} would call the real AWS: ${objection}`);
}

function strangeEndpoint(environment: Readonly<Record<string, string>>): string | undefined {
  if (/^true$/i.test(environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS ?? ''))
    return 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS is set in its environment. Take it out.';
  const named = Object.entries(environment).filter(([name]) => /^AWS_ENDPOINT_URL(_|$)/.test(name));
  const strange = named.find(([, url]) => !isLoopback(url));
  return strange && `${strange[0]} is ${strange[1]}, which is no address of this machine. Take it out.`;
}

/** An address in numbers: a name could be made to lead anywhere. */
function isLoopback(url: string): boolean {
  const hostname = URL.parse(url)?.hostname ?? '';
  return hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function serviceElsewhere(spec: FunctionSpec, environment: Readonly<Record<string, string>>): string | undefined {
  const service = servicesIn(spec.folder).find((name) => environment[variableOf(name)] === undefined);
  return service && `its bundle has a client of ${service}, which the embedded run does not have.`;
}

/** The name under which the SDK looks for the endpoint of one service. */
function variableOf(service: string): string {
  return `AWS_ENDPOINT_URL_${service.replaceAll(' ', '_').toUpperCase()}`;
}

function servicesIn(folder: string): string[] {
  const files = globSync('**/*.{js,mjs,cjs}', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));
  return [...new Set(files.flatMap((code) => [...code.matchAll(SERVICE_OF_CLIENT)].map((match) => match[1] ?? '')))];
}
