import { isObject } from '../json.ts';

/** Which parts of `$states`, beside input and context, a field may read. */
export interface Allowed {
  result: boolean;
  errorOutput: boolean;
  token: boolean;
}

const SAFE = new Set(['input', 'context']);

/** What in a compiled expression AWS refuses at creation, as the end of a sentence; undefined when nothing. */
export function misuseIn(ast: unknown, allowed: Allowed): string | undefined {
  if (Array.isArray(ast)) return firstOf(ast, allowed);
  if (!isObject(ast)) return undefined;
  if (ast.type === 'variable' && ast.value === 'eval') return 'calls $eval; use $parse for JSON text';
  if (ast.type === 'path' && Array.isArray(ast.steps)) {
    const names = ast.steps.map((step: unknown) => (isObject(step) ? step.value : undefined));
    const misuse = names[0] === 'states' ? misuseOfStates(names.slice(1), allowed) : undefined;
    if (misuse !== undefined) return misuse;
  }
  return firstOf(Object.values(ast), allowed);
}

function firstOf(parts: unknown[], allowed: Allowed): string | undefined {
  for (const part of parts) {
    const misuse = misuseIn(part, allowed);
    if (misuse !== undefined) return misuse;
  }
  return undefined;
}

function misuseOfStates([name, ...rest]: unknown[], allowed: Allowed): string | undefined {
  if (typeof name !== 'string') return undefined;
  if (name === 'result') return allowed.result ? undefined : 'reads $states.result where there is no result';
  if (name === 'errorOutput') return allowed.errorOutput ? undefined : 'reads $states.errorOutput outside a Catch';
  if (!SAFE.has(name)) return `reads $states.${name}, which does not exist`;
  const readsToken = name === 'context' && rest[0] === 'Task';
  return readsToken && !allowed.token
    ? 'reads the task token outside the Arguments of a .waitForTaskToken task'
    : undefined;
}
