import jsonata from 'jsonata';
import { QUERY_EVALUATION, StateError } from './errors.ts';
import { isObject, type Json, parseJson } from './json.ts';
import { type Bindings, functionsOfStates } from './jsonata-functions.ts';

/** Evaluation is bounded in time (real milliseconds), depth and length, so that no expression can hang the engine. */
const BOUNDS = { timeout: 5_000, stack: 500, sequence: 100_000 };

const compiled = new Map<string, jsonata.Expression>();

export function isExpression(text: string): boolean {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4;
}

export function sourceOf(text: string): string {
  return text.slice(2, -2).trim();
}

export function compile(text: string): jsonata.Expression {
  const known = compiled.get(text);
  if (known) return known;
  const expression = jsonata(sourceOf(text), BOUNDS);
  compiled.set(text, expression);
  return expression;
}

/** The JSON value of an expression; nothing, a function or an error is States.QueryEvaluationError. */
export async function evaluate(text: string, field: string, bindings: Bindings, now: number): Promise<Json> {
  const told = `The JSONata expression '${sourceOf(text)}' specified for the field '${field}'`;
  let value: unknown;
  try {
    value = await compile(text).evaluate(undefined, { ...functionsOfStates(now), ...bindings });
  } catch (error) {
    throw new StateError(QUERY_EVALUATION, `${told} threw an error during evaluation. ${messageOf(error)}`, field);
  }
  if (value === undefined) throw new StateError(QUERY_EVALUATION, `${told} returned nothing (undefined).`, field);
  return toJson(value, told, field);
}

function toJson(value: unknown, told: string, field: string): Json {
  const isFunction = isObject(value) && ('_jsonata_lambda' in value || '_jsonata_function' in value);
  if (typeof value === 'function' || isFunction || (typeof value === 'number' && !Number.isFinite(value)))
    throw new StateError(QUERY_EVALUATION, `${told} returned an unsupported result type.`, field);
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  try {
    return parseJson(JSON.stringify(value));
  } catch {
    throw new StateError(QUERY_EVALUATION, `${told} returned an unsupported result type.`, field);
  }
}

export function messageOf(error: unknown): string {
  if (!isObject(error)) return String(error);
  const code = typeof error.code === 'string' ? `${error.code}: ` : '';
  return `${code}${typeof error.message === 'string' ? error.message : 'unknown'}`;
}
