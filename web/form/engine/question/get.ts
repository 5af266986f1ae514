import type { HttpResponse } from '../../../http/message.ts';
import { page } from '../../../layout/page.ts';
import { readBody } from '../../body/read-body.ts';
import type { FormDeps } from '../../deps.ts';
import type { DraftRequest } from '../draft-request.ts';
import { type Answers, labelOf, namesOf } from '../fields.ts';
import type { Mistake } from '../mistake-words.ts';
import type { Note, RuleFacts } from '../page-types.ts';
import { withFrom } from '../return-to.ts';
import { markOf } from '../save.ts';
import { countOf, type Step } from '../steps.ts';
import { answerInWords, viewOf } from '../view.ts';
import { LATER_BUTTON, SAVE_BUTTON, TASKS_BUTTON } from '../words.ts';
import { leadsOn } from './leave.ts';

export interface QuestionView {
  readonly answers: Answers;
  readonly mistakes?: readonly Mistake[];
  /** Where saving leads: back to `check`, or to the next page. */
  readonly from?: string;
  /** Answers that another tab saved on this page after it was opened here. */
  readonly elsewhere?: Answers;
}

export const namesIn = (step: Step) => step.fields.flatMap(namesOf);

/** One step with its questions and their saved or just typed answers. A single question is the heading. */
export function questionPage(
  deps: FormDeps,
  draftRequest: DraftRequest,
  step: Step,
  shown: QuestionView,
): HttpResponse {
  const { answers, mistakes = [], from = '', elsewhere } = shown;
  const { page: asked } = step;
  const { draft, csrf, at } = draftRequest;
  const alone = asked.kind === 'questions' && step.fields.length === 1 ? step.fields[0] : undefined;
  const isThere = asked.kind === 'list' && (step.index ?? 0) < countOf(draft.answers, asked.root);
  const data = {
    lead: asked.kind === 'questions' || (asked.needsEntry && step.index === 0) ? (asked.lead ?? []) : [],
    another: leadsOn(asked) && asked.kind === 'list' ? `Save and add another ${asked.entry}` : '',
    emergencyNumbers: asked.kind === 'questions' && asked.showsEmergency ? deps.config.emergencyNumbers : false,
    isAlone: alone !== undefined,
    isWritten: step.fields.some(({ kind }) => kind === 'long'),
    saveButton: SAVE_BUTTON,
    tasksButton: TASKS_BUTTON,
    laterButton: LATER_BUTTON,
    questions: step.fields.map((field) => viewOf(field, answers, mistakes)),
    problems: mistakes,
    notes: asked.kind === 'questions' ? notesOf(deps, draftRequest, step) : [],
    elsewhere: elsewhere
      ? step.fields.map((field) => ({
          label: viewOf(field, elsewhere, []).label,
          value: answerInWords(field, elsewhere),
        }))
      : [],
    version: draft.version,
    seen: markOf(elsewhere ?? draft.answers, namesIn(step)),
    removal: isThere && asked.kind === 'list' ? asked.entry : false,
    path: `${at}/${step.path}`,
    back: asked.kind === 'list' ? withFrom(`${at}/${asked.path}`, from) : from === 'check' ? `${at}/check` : at,
    ...{ csrf, from },
  };
  const status = elsewhere ? 409 : mistakes.length > 0 ? 422 : 200;
  const title = alone ? labelOf(alone) : step.title;
  return page(deps, { status, template: 'form/engine/question/question.njk', title, data });
}

/** What the rules say about a page, once it is saved. */
export function notesOf(
  deps: Pick<FormDeps, 'policy'>,
  { draft, today }: DraftRequest,
  { page: asked, path }: Pick<Step, 'page' | 'path'>,
): readonly Note[] {
  if (asked.kind === 'questions' && !draft.done.includes(path)) return [];
  if (!asked.notes) return [];
  const known: RuleFacts = { body: readBody(draft.answers).body, today, policy: deps.policy };
  return asked.notes(known);
}
