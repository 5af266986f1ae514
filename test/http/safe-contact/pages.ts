import { formRoutes } from '#web/form/routes.ts';
import type { Route } from '#web/http/router.ts';
import type { Browser } from '../browser.ts';
import { referWorld } from '../form/world.ts';
import { neverCalled } from '../never.ts';
import { type Step, walk } from '../walk.ts';
import type { Broken } from './emails.ts';
import type { Given } from './given.ts';
import { ofForm, ofReferrer } from './pages-of-referrer.ts';
import { ofAuditor, ofLetters, ofOtherService, ofStaff } from './pages-of-staff.ts';
import { type PageReader, readerOf, readers } from './readers.ts';

/** A page, a print or a file, and who would read it. */
export interface Shown extends Pick<Step, 'where' | 'status' | 'body'> {
  readonly reader: PageReader;
  /** The place of the adult to whom it is addressed. */
  readonly adult?: number;
}

type Values = Readonly<Record<string, string>>;

/** Opens each of these pages that one of these readers reads. The others are left to who works with the family. */
export async function open(
  routes: readonly Route[],
  readers: readonly PageReader[],
  using: Browser,
  values: Values,
): Promise<Shown[]> {
  const pages = routes.filter(({ method, pattern }) => method === 'GET' && readers.includes(readerOf(pattern)));
  const steps = await walk(pages, using, () => values, '/');
  return steps.map(({ where, status, body }) => ({
    ...{ where, status, body },
    reader: readerOf(where.replace('GET ', '')),
  }));
}

/** Opens the pages of one part of the service that these readers read. */
export type PagesOf = (given: Given, broken: Broken, wanted: readonly PageReader[]) => Promise<Shown[]>;

/** Everything that someone outside the team, an auditor, or who finds paper, could read of this family. */
export async function pagesOf(given: Given, broken: Broken = {}, wanted = readers): Promise<Shown[]> {
  const each = [ofOtherService, ofStaff, ofAuditor, ofLetters, ofReferrer, ofForm];
  return (await Promise.all(each.map((pages) => pages(given, broken, wanted)))).flat();
}

/** Every page of the form, which who types it reads, but for what is taken from it. */
export function formPages(): Route[] {
  return formRoutes({ ...referWorld().service, ...neverCalled });
}
