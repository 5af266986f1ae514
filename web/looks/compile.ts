import { fileURLToPath } from 'node:url';
import { compile } from 'sass';

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url));

export const builtStyleSheet = path('small-steps.css');

/** The style sheet from its sources and the installed design system; the same sources always give the same text. */
export function compileStyleSheet(): string {
  const { css } = compile(path('looks.scss'), { style: 'compressed', loadPaths: [path('../../node_modules')] });
  return `${css}\n`;
}
