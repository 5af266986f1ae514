import { isObject, type Json } from '../json.ts';
import { compile, isExpression, messageOf, sourceOf } from '../jsonata.ts';
import type { State } from './fields.ts';
import { type Allowed, misuseIn } from './references.ts';
import type { Refuse } from './refuse.ts';
import { unqualifiedIn } from './unqualified.ts';

const PLAIN: Allowed = { result: false, errorOutput: false, token: false };

interface Field {
  name: string;
  value: Json | undefined;
  allowed: Allowed;
}

/** Compiles every expression of a state and refuses what AWS refuses to create. */
export function checkExpressions(state: State, refuse: Refuse): void {
  for (const { name, value, allowed } of fieldsOf(state)) {
    if (name.endsWith('Assign')) checkNames(value, name, refuse);
    for (const text of stringsIn(value)) checkText(text, name, allowed, refuse);
  }
}

function fieldsOf(state: State): Field[] {
  const of = (name: string, value: Json | undefined, allowed = PLAIN): Field => ({ name, value, allowed });
  const ends = (
    one: { Output?: Json | undefined; Assign?: { [name: string]: Json } | undefined },
    at = '',
    allowed = PLAIN,
  ) => [of(`${at}Output`, one.Output, allowed), of(`${at}Assign`, one.Assign, allowed)];
  if (state.Type === 'Fail') return [of('Error', state.Error), of('Cause', state.Cause)];
  if (state.Type === 'Succeed') return [of('Output', state.Output)];
  if (state.Type === 'Pass') return ends(state);
  if (state.Type === 'Wait') return [...ends(state), of('Seconds', state.Seconds), of('Timestamp', state.Timestamp)];
  if (state.Type === 'Choice') {
    const rules = state.Choices.flatMap((rule) => [of('Condition', rule.Condition), ...ends(rule, 'Choices/')]);
    return [...rules, ...ends(state)];
  }
  const token = state.Resource.endsWith('.waitForTaskToken');
  const { FunctionName, Payload } = state.Arguments;
  return [
    of('Arguments', { FunctionName, Payload: Payload ?? null }, { ...PLAIN, token }),
    of('TimeoutSeconds', state.TimeoutSeconds),
    ...ends(state, '', { ...PLAIN, result: true }),
    ...state.Catch.flatMap((one) => ends(one, 'Catch/', { ...PLAIN, errorOutput: true })),
  ];
}

function checkText(text: string, field: string, allowed: Allowed, refuse: Refuse): void {
  if (!isExpression(text)) {
    if (text.startsWith('{%') || text.endsWith('%}'))
      refuse(`has a half-written expression in ${field}: "${text}" must both begin with {% and end with %}.`);
    return;
  }
  try {
    compile(text);
  } catch (error) {
    refuse(`has an expression in ${field} that is not JSONata: "${sourceOf(text)}" (${messageOf(error)}).`);
  }
  const ast: unknown = compile(text).ast();
  const misuse = misuseIn(ast, allowed) ?? unqualifiedIn(ast);
  if (misuse !== undefined) refuse(`has an expression in ${field} that AWS refuses: "${sourceOf(text)}" ${misuse}.`);
}

function checkNames(assign: Json | undefined, field: string, refuse: Refuse): void {
  for (const name of isObject(assign) ? Object.keys(assign) : [])
    if (name === 'states' || name.length > 80 || !/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name))
      refuse(`assigns a variable in ${field} whose name is not allowed: "${name}".`);
}

function stringsIn(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return isObject(value) ? Object.values(value).flatMap((one) => stringsIn(one)) : [];
}
