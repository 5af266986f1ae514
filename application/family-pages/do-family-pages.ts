import { agreePage } from './agree-page.ts';
import { closePages } from './close-pages.ts';
import type { FamilyPagesDeps } from './deps.ts';
import { printCode } from './print-code.ts';

/** What staff can do with the pages of a family: agree one with an adult, give a code for it, and close them all. */
export function doFamilyPages(deps: FamilyPagesDeps) {
  return { agreePage: agreePage(deps), closePages: closePages(deps), printCode: printCode(deps) };
}
