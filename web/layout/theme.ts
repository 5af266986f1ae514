import { existsSync, readFileSync } from 'node:fs';
import type { Theme } from '#domain/service/theme.ts';
import { sha256 } from '#domain/values/hash.ts';
import type { HttpResponse } from '../http/message.ts';
import { looksFolder } from './templates.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
/** Someone may open the picture by its address: then it may still do nothing but show itself. */
const PICTURE_ONLY = "default-src 'none'; img-src data:; sandbox";

/** The council's colour, laid over the style sheet: the band at the top, the line at the foot, the frames. */
const sheetOf = ({ colour }: Theme) =>
  `:root{--govuk-brand-colour: ${colour};--govuk-surface-border-colour: ${colour}}\n`;
const nameOf = (sheet: string) => `theme-${sha256(sheet).slice(0, 12)}.css`;

/** Where pages find the council's colour and logo, below the base URL. */
export function themePaths(theme: Theme | undefined): { sheet: string | undefined; logo: string | undefined } {
  if (theme === undefined) return { sheet: undefined, logo: undefined };
  return {
    sheet: `/assets/${nameOf(sheetOf(theme))}`,
    logo: theme.logo === undefined ? undefined : `/assets/${theme.logo}`,
  };
}

/** Serves the council's colour and logo under the names that pages use, which change with their content. */
export function themeAsset(
  theme: Theme | undefined,
  file: string,
  folder: URL = looksFolder,
): HttpResponse | undefined {
  if (theme === undefined) return undefined;
  const sheet = sheetOf(theme);
  if (file === nameOf(sheet)) return kept('text/css', sheet);
  if (file !== theme.logo) return undefined;
  const path = new URL(file, folder);
  if (!existsSync(path)) return undefined;
  return kept('image/svg+xml', readFileSync(path, 'utf8'), { 'content-security-policy': PICTURE_ONLY });
}

function kept(type: string, body: string, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  const always = { 'content-type': `${type}; charset=utf-8`, 'cache-control': FOR_EVER };
  return { status: 200, headers: { ...always, ...headers }, body };
}
