import { QUERY_EVALUATION, StateError } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import { evaluate, isExpression } from './jsonata.ts';
import type { Bindings } from './jsonata-functions.ts';

/** A field's value with every `{% ... %}` string in it, however deep, replaced by what it evaluates to. */
export async function fill(template: Json, field: string, bindings: Bindings, now: number): Promise<Json> {
  if (typeof template === 'string') return isExpression(template) ? evaluate(template, field, bindings, now) : template;
  if (Array.isArray(template)) return fillList(template, field, bindings, now);
  if (template === null || typeof template !== 'object') return template;
  return fillObject(template, field, bindings, now);
}

async function fillList(list: Json[], field: string, bindings: Bindings, now: number): Promise<Json[]> {
  const filled: Json[] = [];
  for (const [index, item] of list.entries()) filled.push(await fill(item, `${field}[${index}]`, bindings, now));
  return filled;
}

export async function fillObject(
  template: JsonObject,
  field: string,
  bindings: Bindings,
  now: number,
): Promise<JsonObject> {
  const filled: JsonObject = {};
  for (const [name, value] of Object.entries(template))
    filled[name] = await fill(value, `${field}/${name}`, bindings, now);
  return filled;
}

export async function fillText(template: string, field: string, bindings: Bindings, now: number): Promise<string> {
  const value = await fill(template, field, bindings, now);
  if (typeof value === 'string') return value;
  throw new StateError(
    QUERY_EVALUATION,
    `The field '${field}' must be a string, but was ${JSON.stringify(value)}.`,
    field,
  );
}

/** Seconds from a literal or an expression; AWS refuses fractions and anything outside the bounds. */
export async function fillSeconds(
  template: number | string,
  field: string,
  least: number,
  bindings: Bindings,
  now: number,
): Promise<number> {
  const value = await fill(template, field, bindings, now);
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= 99_999_999) return value;
  const wanted = least === 0 ? 'an integer of 0 or more' : 'a positive integer';
  throw new StateError(
    QUERY_EVALUATION,
    `The field '${field}' must be ${wanted}, but was ${JSON.stringify(value)}.`,
    field,
  );
}
