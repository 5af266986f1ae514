import { isObject } from '../json.ts';

/** Parts of a compiled expression that are evaluated against a value found on the way, where `$` and bare names mean something. */
const INSIDE = new Set(['stages', 'predicate', 'group', 'terms', 'body', 'pattern', 'update', 'delete']);

/**
 * A bare name or `$` at the top of an expression, as the end of a sentence. There is nothing for it to refer to, so it
 * would quietly yield nothing: `code = 'LIST'` would always be false.
 */
export function unqualifiedIn(ast: unknown): string | undefined {
  if (Array.isArray(ast)) return firstOf(ast);
  if (!isObject(ast)) return undefined;
  const { type, value } = ast;
  if (type === 'variable' && (value === '' || value === '$')) return 'uses $ at the top, where it means nothing';
  if (type === 'path' && Array.isArray(ast.steps)) return ofFirstStep(ast.steps[0]);
  return firstOf(Object.entries(ast).flatMap(([part, inner]) => (INSIDE.has(part) ? [] : [inner])));
}

function ofFirstStep(step: unknown): string | undefined {
  if (!isObject(step)) return undefined;
  if (step.type !== 'name') return unqualifiedIn(step);
  return `names "${String(step.value)}" without saying of what; write $states.input.${String(step.value)}`;
}

function firstOf(parts: unknown[]): string | undefined {
  for (const part of parts) {
    const found = unqualifiedIn(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
