import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';
import * as z from 'zod';
import { type Json, parseJson } from './json.ts';

/** What an expression may name, each by its name without `$`. */
export type Bindings = { [name: string]: unknown };

const ALGORITHMS = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

const formatted = jsonata('$fromMillis($at, $picture, $timezone)');

/** The functions that Step Functions adds to JSONata, and the clock, which is the simulated one. */
export function functionsOfStates(now: number): Bindings {
  const inWords = (picture: unknown, timezone: unknown) =>
    formatted.evaluate(undefined, { at: now, picture, timezone });
  return { ...fixed, now: inWords, millis: () => now };
}

const fixed: Bindings = { uuid: () => randomUUID(), random, parse, hash, partition, range };

/** As on AWS, the same seed gives the same number; AWS does not say which. */
function random(seed: unknown): number {
  if (seed === undefined) return Math.random();
  const digest = createHash('sha256')
    .update(String(roundedDown(seed)))
    .digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

/** Whole numbers that a function asks for are rounded down, says AWS. */
function roundedDown(value: unknown): number {
  return Math.floor(z.number().parse(value));
}

function parse(text: unknown): Json | undefined {
  return text === undefined ? undefined : parseJson(z.string().parse(text));
}

function hash(text: unknown, algorithm: unknown): string | undefined {
  if (text === undefined) return undefined;
  const name = ALGORITHMS.get(z.string().parse(algorithm));
  if (!name) throw new Error(`$hash knows ${[...ALGORITHMS.keys()].join(', ')}.`);
  return createHash(name).update(z.string().parse(text)).digest('hex');
}

function partition(list: unknown, size: unknown): unknown[] | undefined {
  if (list === undefined) return undefined;
  const items = z.array(z.unknown()).parse(list);
  const step = z.int().min(1).parse(roundedDown(size));
  return Array.from({ length: Math.ceil(items.length / step) }, (_, n) => items.slice(n * step, (n + 1) * step));
}

function range(first: unknown, last: unknown, step: unknown): number[] {
  const [from, to, by] = [roundedDown(first), roundedDown(last), roundedDown(step)];
  if (by === 0) throw new Error('$range needs a step other than 0.');
  const count = Math.max(0, Math.floor((to - from) / by) + 1);
  if (count > 1000) throw new Error('$range makes at most 1,000 items.');
  return Array.from({ length: count }, (_, n) => from + n * by);
}
