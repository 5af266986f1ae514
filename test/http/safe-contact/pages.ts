import type { Broken } from './emails.ts';
import type { Given } from './given.ts';
import type { Shown } from './opened.ts';
import { ofFamily } from './pages-of-family.ts';
import { ofForm, ofReferrer } from './pages-of-referrer.ts';
import { ofAuditor, ofLetters, ofLists, ofOtherService, ofStaff } from './pages-of-staff.ts';
import { readers } from './readers.ts';

/** Everything that someone outside the team, an auditor, or who finds paper, could read of this family. */
export async function pagesOf(given: Given, broken: Broken = {}, wanted = readers): Promise<Shown[]> {
  const each = [ofOtherService, ofStaff, ofLists, ofAuditor, ofLetters, ofReferrer, ofForm, ofFamily];
  return (await Promise.all(each.map((pages) => pages(given, broken, wanted)))).flat();
}
