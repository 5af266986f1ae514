import { existsSync, globSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { ConfigRefused } from '#lib/config-refused.ts';

const FOLDER = 'environments';
const EXAMPLE = 'example';
const USAGE = `npm run deploy -- --env NAME, which reads ${FOLDER}/NAME.json`;

interface Given {
  readonly args: readonly string[];
  /** The variable SMALL_STEPS_CONFIG: the path of a file, which counts where no environment is named. */
  readonly variable: string | undefined;
  /** The top of the repository. */
  readonly root: string;
}

/** The configuration that is deployed, and the arguments without those that name it. */
interface Chosen {
  readonly configFile: string;
  readonly args: readonly string[];
}

/** Finds the file that `--env NAME` or the variable names. Throws `ConfigRefused` with one line where neither or both do. */
export function chosenEnvironment({ args, variable, root }: Given): Chosen {
  const { name, others } = environmentNamed(args);
  const path = variable === '' ? undefined : variable;
  if (name === undefined) {
    if (path === undefined) throw new ConfigRefused(`Say what to deploy: ${USAGE}.`);
    return { configFile: path, args };
  }
  const file = `${FOLDER}/${name}.json`;
  if (path !== undefined && resolve(root, path) !== join(root, file))
    throw new ConfigRefused(`SMALL_STEPS_CONFIG names ${path}, and --env names ${file}. Give only one of them.`);
  if (!existsSync(join(root, file))) throw new ConfigRefused(`${file} is not there. ${whatThereIs(root)}`);
  return { configFile: join(root, file), args: others };
}

function environmentNamed(args: readonly string[]): { name: string | undefined; others: readonly string[] } {
  const at = args.findIndex((arg) => arg === '--env' || arg.startsWith('--env='));
  if (at === -1) return { name: undefined, others: args };
  const [arg = '', next] = args.slice(at, at + 2);
  const name = arg === '--env' ? next : arg.slice('--env='.length);
  if (name === undefined || name === '' || name.startsWith('--')) throw new ConfigRefused(`Name one: ${USAGE}.`);
  if (!/^[a-z0-9][a-z0-9-]{0,40}$/.test(name))
    throw new ConfigRefused(`"${name}" is no name of an environment, such as live or trial: ${USAGE}.`);
  if (name === EXAMPLE)
    throw new ConfigRefused(`${FOLDER}/${EXAMPLE}.json is an example. Copy it to ${FOLDER}/NAME.json and fill it in.`);
  return { name, others: args.toSpliced(at, arg === '--env' ? 2 : 1) };
}

function whatThereIs(root: string): string {
  const names = globSync(`${FOLDER}/*.json`, { cwd: root }).map((file) => basename(file, '.json'));
  const own = names.filter((name) => name !== EXAMPLE).sort();
  return own.length > 0
    ? `There are: ${own.join(', ')}.`
    : `Copy ${FOLDER}/${EXAMPLE}.json to that name and fill it in.`;
}
