import { pages } from '../pages/all.ts';
import type { Answers, Field } from './fields.ts';
import type { ListPage, Page, QuestionPage } from './page-types.ts';

/** What is asked and saved at once: a page of questions, or one entry of a list. Its `path` is its address in the draft. */
export interface Step {
  readonly path: string;
  readonly page: Page;
  readonly title: string;
  readonly fields: readonly Field[];
  /** The place of a list's entry, from 0. */
  readonly index?: number;
}

/** How many entries a list has: every entry that was ever saved has its names among the answers. */
export function countOf(answers: Answers, root: string): number {
  const places = Object.keys(answers).flatMap((name) => {
    const place = name.startsWith(`${root}[`) ? /^\[(\d+)\]/.exec(name.slice(root.length))?.[1] : undefined;
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

/** The step at an address, as long as it is asked: one entry more than there are is the new one. */
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

/** The pages that are asked, given what was answered. */
export function pagesFor(answers: Answers): readonly Page[] {
  return pages.filter(({ applies }) => applies?.(answers) ?? true);
}

/** Every step of a page that there is. */
export function stepsIn(page: Page, answers: Answers): readonly Step[] {
  if (page.kind === 'questions') return [questionStep(page, answers)];
  return Array.from({ length: countOf(answers, page.root) }, (_, index) => entryStep(page, index));
}
