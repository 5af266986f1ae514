import { type Assessment, assess } from '#domain/rules/assessment.ts';
import { readBody } from '../body/read-body.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { type Answers, firstNameOf } from '../engine/fields.ts';
import { belongsTo } from '../engine/journey.ts';
import { inFormWords } from '../engine/mistake-words.ts';
import { type Fault, mistakesIn } from '../engine/mistakes.ts';
import type { Note, Page } from '../engine/page-types.ts';
import { notesOf } from '../engine/question/get.ts';
import { withFrom } from '../engine/return-to.ts';
import { pagesFor, stepsIn } from '../engine/steps.ts';
import { type InspectedSlot, inspectAll } from '../files/lacking.ts';

/** A reason why a draft cannot be sent, and the page where it can be corrected. */
export interface Obstacle {
  readonly message: string;
  readonly href: string;
}

export interface Readiness {
  readonly assessment: Assessment;
  readonly obstacles: readonly Obstacle[];
  /** Everything that the rules say, to read before sending. */
  readonly notes: readonly Note[];
  readonly documents: readonly InspectedSlot[];
  readonly canSend: boolean;
}

/** The outcomes that may be sent: to triage, or for another service. */
const sendable = ['TRIAGE', 'REDIRECTED_EY_ADVISORY'];

/** Whether a draft can be sent, by the rules and by its files. */
export async function readinessOf(deps: FormDeps, draftRequest: DraftRequest): Promise<Readiness> {
  const { draft, today, at } = draftRequest;
  const { body } = readBody(draft.answers);
  const documents = await inspectAll(deps, draftRequest);
  const assessment = assess(body, today, deps.policy);
  const asked = pagesFor(draft.answers);
  const wrong = mistakesIn(draft.answers, draftRequest);
  const mistakes = wrong.length === 0 ? [] : inOrderOf(asked, wrong).map(obstacleIn(draft.answers, at));
  const obstacles = [...mistakes, ...documents.flatMap((one) => unusableFiles(one, at))];
  const notes = asked.flatMap((page) => notesOf(deps, draftRequest, { page, path: page.path }));
  const canSend = obstacles.length === 0 && sendable.includes(assessment.outcome);
  return { assessment, obstacles, notes, documents, canSend };
}

/** A fault in the words of its question, under the title of its page, with the way there. */
export function obstacleIn(answers: Answers, at: string) {
  const asked = pagesFor(answers);
  const steps = asked.flatMap((page) => stepsIn(page, answers));
  return ({ path, problem }: Fault): Obstacle => {
    const step = steps.find(({ fields }) => fields.some((field) => firstNameOf(field) === path));
    const page = asked.find((one) => belongsTo(one, path));
    const field = step?.fields.find((one) => firstNameOf(one) === path);
    const place = step ?? page;
    return {
      message: under(place?.title ?? 'The referral', inFormWords(problem, field ?? page, answers)),
      href: withFrom(`${at}/${place?.path ?? ''}`, 'check'),
    };
  };
}

/** Mistakes in the order of the pages and their questions. Any others come last. */
function inOrderOf(pages: readonly Page[], mistakes: readonly Fault[]): readonly Fault[] {
  const places = pages.flatMap((page): Page[] =>
    page.kind === 'list' ? [page] : page.fields.map((field) => ({ ...page, fields: [field] })),
  );
  const rank = ({ path }: Fault) => {
    const at = places.findIndex((place) => belongsTo(place, path));
    return at < 0 ? places.length : at;
  };
  return mistakes.toSorted((one, other) => rank(one) - rank(other));
}

/** Files that cannot be used. A file still being scanned is not one, because the workflow waits for the scan. */
function unusableFiles({ slot, files }: InspectedSlot, at: string): Obstacle[] {
  const href = withFrom(`${at}/${slot.address}`, 'check');
  return files.pages.flatMap(({ problem }, index) => {
    const name = files.pages.length === 1 ? slot.document : `${slot.document}, page ${index + 1}`;
    return problem === '' ? [] : [{ message: `${name}: ${problem}`, href }];
  });
}

const under = (title: string, message: string) => `${title}${title.endsWith('?') ? '' : ':'} ${message}`;
