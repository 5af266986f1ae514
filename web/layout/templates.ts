import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { dialled } from '#domain/values/phone-number.ts';
import { makeMacrosOnce } from './macros-once.ts';

/** Beside the bundle lies a copy of web/ without its code; in the sources web/ is the folder above this one. */
function folderOfWeb(): URL {
  const besideBundle = new URL('./web/', import.meta.url);
  return existsSync(new URL('layout/layout.njk', besideBundle)) ? besideBundle : new URL('../', import.meta.url);
}

const folder = folderOfWeb();
/** The macros of the design system, which templates import as `govuk/components/...`. */
const designSystem = new URL('../node_modules/govuk-frontend/dist/', folder);
const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([fileURLToPath(folder), fileURLToPath(designSystem)]),
  { autoescape: true, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true },
);
environment.addFilter('dialled', dialled);
makeMacrosOnce();

/** A template of web/, filled in; everything is escaped. Throws when the template asks for what it is not given. */
export function render(template: string, data: Readonly<Record<string, unknown>>): string {
  return environment.render(template, data);
}

/** Where the style sheet lies, and beside it, in a deployment that has one, the council's logo. */
export const looksFolder = new URL('looks/', folder);
/** The one script of our pages. */
export const keepScript = readFileSync(new URL('keep/keep-form.js', folder), 'utf8');
export const styleSheet = readFileSync(new URL('small-steps.css', looksFolder), 'utf8');
