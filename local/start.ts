import { type Instance, type InstanceOptions, startInstance } from './instance.ts';
import { type Options, parseOptions } from './options.ts';
import { onParentGone } from './parent.ts';
import { reasonOf } from './start-error.ts';

const STOP_MS = 1_500;

function welcome({ url, signInAt }: Instance, options: Options): string {
  const root = new URL(url).origin;
  return [
    `Small Steps is ready: ${url}`,
    `  Emails that the service sent:                   ${root}/local/mail`,
    `  The work of staff, and whether all is well:     ${url}/staff and ${url}/console`,
    `  The API (x-api-key: local):                     ${url}/v1/openapi.json`,
    `  The workflows:                                  ${root}/local/executions.json`,
    `  The time, moved with {"advance": "P7D"}:        ${root}/local/clock`,
    ...(signInAt === undefined ? [] : [`  Staff sign in at ${url}/staff with invented accounts of ${signInAt}`]),
    `  Records: ${options.data ?? 'in memory, gone at the end'}. Ctrl-C stops.`,
    '',
  ].join('\n');
}

let instance: Instance | undefined;

async function stopAndExit(): Promise<void> {
  setTimeout(() => process.exit(0), STOP_MS);
  await instance?.stop();
  process.exit(0);
}

/**
 * Runs the service until Ctrl-C, as the command line says: prints where it serves, or one line about why it cannot start
 * and exits 1. `views`: what /local/ shows besides what the embedded services hold.
 */
export async function start(args: string[], views: InstanceOptions['views'] = {}): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stopAndExit());
  onParentGone(() => void stopAndExit());
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error) => {
      process.stderr.write(
        `Small Steps stopped: ${reasonOf(error)}. Start it again: what it has acknowledged is kept.\n`,
      );
      process.exit(1);
    });
  }

  try {
    const options = parseOptions(args);
    instance = await startInstance({ ...options, views });
    process.stdout.write(welcome(instance, options));
  } catch (error) {
    process.stderr.write(`Small Steps cannot start. ${reasonOf(error)}\n`);
    process.exit(1);
  }
}

// The run by itself, without what the product shows: npm start begins in tools/start.ts.
if (import.meta.main) await start(process.argv.slice(2));
