import { pages } from '../pages/all.ts';
import type { Answers, Field } from './fields.ts';
import type { ListPage, Page, QuestionPage } from './page-types.ts';

/** What is asked and saved together: a page of questions, or one entry of a list. */
export interface Step {
  /** The address below that of the draft. */
  readonly path: string;
  readonly page: Page;
  readonly title: string;
  readonly fields: readonly Field[];
  /** The position of an entry in its list, from 0. */
  readonly index?: number;
}

/** The number of entries in a list. Every saved entry has its names among the answers, even blank. */
export function countOf(answers: Answers, root: string): number {
  const places = Object.keys(answers).flatMap((name) => {
    if (!name.startsWith(root)) return [];
    const place = /^\[(\d+)\]/.exec(name.slice(root.length))?.[1];
    return place === undefined ? [] : [Number(place)];
  });
  return places.length === 0 ? 0 : Math.max(...places) + 1;
}

export function entryStep(page: ListPage, index: number): Step {
  const fields = page.fields.map((field) => ({ ...field, path: `${page.root}[${index}].${field.path}` }));
  const entry = page.entry.charAt(0).toUpperCase() + page.entry.slice(1);
  return { path: `${page.path}/${index + 1}`, page, title: `${entry} ${index + 1}`, fields, index };
}

export function questionStep(page: QuestionPage, answers: Answers): Step {
  return { path: page.path, page, title: page.title, fields: page.fieldsFor?.(answers) ?? page.fields };
}

/** The step at an address, if it is asked. The entry after the last one is a new one. */
export function stepAt(answers: Answers, path: string, entry: string | undefined): Step | undefined {
  const page = pageAt(answers, path);
  if (!page) return undefined;
  if (page.kind === 'questions') return entry === undefined ? questionStep(page, answers) : undefined;
  if (entry === undefined || !/^[1-9]\d?$/.test(entry)) return undefined;
  const index = Number(entry) - 1;
  return index <= countOf(answers, page.root) && index < page.most ? entryStep(page, index) : undefined;
}

export function pageAt(answers: Answers, path: string): Page | undefined {
  return pagesFor(answers).find((page) => page.path === path);
}

/** The pages to ask, given the answers so far. */
export function pagesFor(answers: Answers): readonly Page[] {
  return pages.filter(({ applies }) => applies?.(answers) ?? true);
}

/** Every step of a page. */
export function stepsIn(page: Page, answers: Answers): readonly Step[] {
  if (page.kind === 'questions') return [questionStep(page, answers)];
  return Array.from({ length: countOf(answers, page.root) }, (_, index) => entryStep(page, index));
}
