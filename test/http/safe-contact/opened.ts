import type { Route } from '#web/http/router.ts';
import type { Browser } from '../browser.ts';
import { type Step, walk } from '../walk.ts';
import type { Broken } from './emails.ts';
import type { Given } from './given.ts';
import { type PageReader, readerOf } from './readers.ts';

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
