import { parseSync } from '@swc/core';

/** A text that stands in the code of a test, as a string, a part of a template or a regular expression. */
export interface Literal {
  readonly text: string;
  /** Whether it stands within an `expect`. */
  readonly isAsserted: boolean;
}

const TESTS = ['test', 'it', 'describe'];

/** Every literal of a test file but the names of its tests and of what it imports. */
export function literalsOf(code: string): Literal[] {
  const found: Literal[] = [];
  look(parseSync(code, { syntax: 'typescript', target: 'es2022' }).body, false, found);
  return found;
}

function look(node: unknown, isAsserted: boolean, found: Literal[]): void {
  if (typeof node !== 'object' || node === null) return;
  const text = textOf(node);
  if (text !== undefined) found.push({ text, isAsserted });
  else if (typeOf(node) === 'CallExpression') lookAtCall(node, isAsserted, found);
  else if (typeOf(node) !== 'ImportDeclaration') {
    for (const member of Object.values(node)) look(member, isAsserted, found);
  }
}

function lookAtCall(call: object, isAsserted: boolean, found: Literal[]): void {
  const name = firstOf(call);
  const [first, ...others] = 'arguments' in call && Array.isArray(call.arguments) ? call.arguments : [];
  const isName = TESTS.includes(name) && ['StringLiteral', 'TemplateLiteral'].includes(typeOf(first?.expression));
  if ('callee' in call) look(call.callee, isAsserted, found);
  look(isName ? others : [first, ...others], isAsserted || name === 'expect', found);
}

function textOf(node: object): string | undefined {
  if (typeOf(node) === 'StringLiteral' && 'value' in node) return String(node.value);
  if (typeOf(node) === 'TemplateElement' && 'cooked' in node) return String(node.cooked);
  if (typeOf(node) === 'RegExpLiteral' && 'pattern' in node) return String(node.pattern).replace(/\\(.)/g, '$1');
  return undefined;
}

const typeOf = (node: unknown) =>
  typeof node === 'object' && node !== null && 'type' in node ? String(node.type) : '';

/** `expect` of `expect(page).not.toBe('x')`; empty where a chain does not begin with a name. */
function firstOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('callee' in node) return firstOf(node.callee);
  if ('object' in node) return firstOf(node.object);
  return typeOf(node) === 'Identifier' && 'value' in node ? String(node.value) : '';
}
