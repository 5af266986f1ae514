import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isRealDate, londonDateOf } from '#domain/values/dates.ts';
import { assessLines } from './assess-lines.ts';

const usage = 'Usage: npm run --silent assess -- FILE [--on YYYY-MM-DD]';

/** What the command line asks for; throws a sentence for people when it cannot be understood. */
function readArguments(): { file: string; on: string } {
  const { values, positionals } = parseArgs({ options: { on: { type: 'string' } }, allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error(`Name one file. ${usage}`);
  const on = values.on ?? londonDateOf(new Date().toISOString());
  if (!isRealDate(on)) throw new Error(`--on ${JSON.stringify(on)} is not a real date. Write it as YYYY-MM-DD.`);
  return { file, on };
}

/** The JSON in a file; npm runs scripts in the project's folder, so a relative name is also looked for where npm was called. */
function readJson(file: string): unknown {
  const here = resolve(file);
  const path = existsSync(here) ? here : resolve(process.env.INIT_CWD ?? '.', file);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)));
  } catch (error) {
    throw new Error(`Cannot read ${file}: ${reasonOf(error)} Give a file that holds JSON in UTF-8.`);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'it is not JSON.';
  if (error instanceof TypeError) return 'it is not text in UTF-8.';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file.';
  if (code === 'EISDIR') return 'it is a folder.';
  return code === 'EACCES' ? 'it may not be read.' : `${error instanceof Error ? error.message : error}.`;
}

function run(): void {
  const { file, on } = readArguments();
  const { lines, notes } = assessLines(readJson(file), on);
  process.stdout.on('error', () => process.exit(0));
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  if (process.stderr.isTTY) process.stderr.write(notes.map((note) => `${note}\n`).join(''));
}

try {
  run();
} catch (error) {
  process.stderr.write(`${(error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ')}\n`);
  process.exitCode = 2;
}
