import { parseArgs } from 'node:util';
import type { RequestedTime } from './clock.ts';
import { parseInstant } from './london.ts';
import { reasonOf, StartError } from './start-error.ts';

export type Options = {
  port: number;
  /** The folder of the store; undefined for one that is thrown away at the end. */
  data: string | undefined;
  now: RequestedTime | undefined;
  /** '' at a root, '/live' under a stage path. */
  basePath: string;
  /** Load each function at its first call only: sooner there, and slower at first. */
  cold: boolean;
  /** Staff sign in with invented work accounts, and not by a mailed code. */
  signIn: boolean;
  /** A test referral of the service's own walks the whole road once a day. */
  canary: boolean;
  /** The folder of a cloud assembly to run instead of the one of these sources. */
  assembly: string | undefined;
};

const USAGE =
  'Usage: npm start -- [--port 8080] [--data .small-steps] [--now 2026-09-24T09:00] [--ephemeral] [--cold] [--sign-in] [--canary] [--base-path /live] [--assembly cdk.out]';

/** Reads the command line; throws StartError with one clear line about the first thing wrong in it. */
export function parseOptions(args: string[]): Options {
  const values = flags(args);
  if (values.ephemeral === true && values.data !== undefined) {
    throw new StartError('--ephemeral keeps nothing, so it cannot be used with --data. Leave one of them out.');
  }
  if (values.canary === true && values['sign-in'] === true) {
    throw new StartError('--canary and --sign-in are two services. Leave one of them out.');
  }
  return {
    port: portOf(values.port ?? '8080'),
    data: values.ephemeral === true ? undefined : folderOf(values.data ?? '.small-steps'),
    now: values.now === undefined ? undefined : timeOf(values.now),
    basePath: basePathOf(values['base-path'] ?? ''),
    cold: values.cold === true,
    signIn: values['sign-in'] === true,
    canary: values.canary === true,
    assembly: values.assembly,
  };
}

function flags(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        now: { type: 'string' },
        ephemeral: { type: 'boolean' },
        cold: { type: 'boolean' },
        'sign-in': { type: 'boolean' },
        canary: { type: 'boolean' },
        'base-path': { type: 'string' },
        assembly: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new StartError(`${reasonOf(error).split('. ')[0]}. ${USAGE}`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartError(`--port ${text} is not a port: give a number from 1 to 65535, or 0 for any free one.`);
}

function folderOf(text: string): string {
  if (text.trim() !== '') return text;
  throw new StartError('--data needs the name of a folder.');
}

function timeOf(text: string): RequestedTime {
  const time = parseInstant(text);
  if (time !== undefined) return time;
  throw new StartError(
    `--now ${text} is not a time: write it like 2026-09-24T09:00 (Europe/London) or 2026-09-24T08:00Z.`,
  );
}

function basePathOf(text: string): string {
  if (/^(\/[A-Za-z0-9_-]+)?$/.test(text)) return text;
  throw new StartError(`--base-path ${text} is not a path: write it like /live.`);
}
