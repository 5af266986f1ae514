import { filesAt, type HeldFiles } from '#domain/draft/files.ts';
import type { Answers } from '../engine/fields.ts';
import type { ListPage } from '../engine/page-types.ts';
import { countOf, pageAt, pagesFor } from '../engine/steps.ts';
import { eha } from '../pages/before/eha.ts';

const MOST_PAGES = 20;

/** The files of one document in a draft: a document of a list, or the early help assessment. */
export interface FileSlot extends HeldFiles {
  /** The name of the document for people. */
  readonly document: string;
  readonly most: number;
  /** The early help assessment, which is no list: its first file leads on. */
  readonly isAlone: boolean;
  /** The start of the names of its answers: `evidence[0]`. */
  readonly root: string;
  /** Addresses below the draft: its file page, the page before and the page after. */
  readonly address: string;
  readonly back: string;
  readonly next: string;
}

/** The slot for a page of files. Undefined when the draft has no such document. */
export function slotAt(answers: Answers, path: string, entry: string | undefined): FileSlot | undefined {
  const page = pageAt(answers, path);
  if (page === eha) return entry === undefined ? ehaSlot(answers) : undefined;
  if (page?.kind !== 'list' || !page.hasFiles || !/^[1-9]\d?$/.test(entry ?? '')) return undefined;
  return documentSlot(answers, page, Number(entry) - 1);
}

/** Every slot of the draft, in the order of the form. */
export function slotsIn(answers: Answers): readonly FileSlot[] {
  return pagesFor(answers).flatMap((page) => {
    if (page === eha) return ehaSlot(answers) ?? [];
    if (page.kind !== 'list' || !page.hasFiles) return [];
    const places = Array.from({ length: countOf(answers, page.root) }, (_, index) => index);
    return places.flatMap((index) => documentSlot(answers, page, index) ?? []);
  });
}

function ehaSlot(answers: Answers): FileSlot | undefined {
  if (answers['earlyHelpAssessment.attached'] !== 'yes') return undefined;
  const rest = { most: MOST_PAGES, isAlone: true, back: eha.path, next: '' };
  return slot(answers, 'earlyHelpAssessment', { ...rest, document: eha.title, address: `${eha.path}/file` });
}

function documentSlot(answers: Answers, { root, path }: ListPage, index: number): FileSlot | undefined {
  const document = answers[`${root}[${index}].title`] || `Document ${index + 1}`;
  const rest = { most: MOST_PAGES, isAlone: false, back: path, next: path };
  return slot(answers, `${root}[${index}]`, { ...rest, document, address: `${path}/${index + 1}/file` });
}

type Rest = Omit<FileSlot, keyof HeldFiles | 'root'>;

function slot(answers: Answers, root: string, rest: Rest): FileSlot | undefined {
  const files = filesAt(answers, root);
  return files && { ...rest, root, ...files };
}
