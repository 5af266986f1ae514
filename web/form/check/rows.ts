import type { Answers } from '../engine/fields.ts';
import { labelOf } from '../engine/fields.ts';
import { withFrom } from '../engine/return-to.ts';
import { pagesFor, type Step, stepsIn } from '../engine/steps.ts';
import { answerInWords } from '../engine/view.ts';
import { IN_ASSESSMENT } from '../engine/words.ts';
import { slotAt } from '../files/slot.ts';
import type { FileState } from '../files/states.ts';
import { isToldInEha } from '../pages/before/eha.ts';
import { THIS_SECTION } from './words.ts';

export interface AnswerRow {
  readonly label: string;
  /** What the link changes, for screen readers. The label, if that is clear without the heading. */
  readonly about?: string;
  readonly value: string;
  readonly href: string;
  /** Where the answer stands in a referral. */
  readonly path?: string;
}

/** The states of the files at an address. Empty when they were not read. */
export type StatesAt = (address: string) => readonly FileState[];

/** Every answer in the order of the form, with the address to change it and return here. */
export function answerSections(answers: Answers, at: string, statesAt: StatesAt = () => []) {
  return pagesFor(answers).flatMap((page) => {
    const isTold = isToldInEha(page.path, answers);
    const sections = stepsIn(page, answers).map((step) => {
      const href = withFrom(`${at}/${step.path}`, 'check');
      const rows = [...answered(step, answers, href), ...fileRows(step, answers, at, statesAt)];
      return { title: step.title, href, rows };
    });
    if (sections.some(({ rows }) => rows.length > 0)) return sections;
    const href = withFrom(`${at}/${page.path}`, 'check');
    const value = isTold ? IN_ASSESSMENT : page.kind === 'list' ? 'None' : 'Not answered';
    return [{ title: page.title, href, rows: [{ label: THIS_SECTION, about: page.title, value, href }] }];
  });
}

function answered(step: Step, answers: Answers, href: string): AnswerRow[] {
  return step.fields.flatMap((field) => {
    const value = answerInWords(field, answers);
    const label = labelOf(field).replace(/ \(optional\)$/, '');
    return value === '' ? [] : [{ label, value, href, path: field.path }];
  });
}

function fileRows({ page, index }: Step, answers: Answers, at: string, statesAt: StatesAt): AnswerRow[] {
  const slot = slotAt(answers, page.path, index === undefined ? undefined : String(index + 1));
  if (!slot) return [];
  const count = slot.evidenceIds.length;
  const said = statesAt(slot.address).map(({ tag, about, text }) =>
    [`${tag}.`, about && `${about}.`, text].filter(Boolean).join(' '),
  );
  const value = said.length > 0 ? said.join('\n') : `${count} ${count === 1 ? 'file' : 'files'}`;
  return [{ label: 'Files', value, href: withFrom(`${at}/${slot.address}`, 'check'), path: page.path }];
}
