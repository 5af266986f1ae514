import { type Assessment, assess } from '#domain/assessment.ts';
import { callerOf, type ReferDeps } from '../deps.ts';
import { inspectFile } from '../file/inspect.ts';
import type { Filling } from '../filling.ts';
import { belongsTo } from '../journey.ts';
import { mistakesIn } from '../mistakes.ts';
import type { Note } from '../page-types.ts';
import { evidence } from '../pages/evidence/evidence.ts';
import { notesOf } from '../question/get.ts';
import { readBody } from '../read-body.ts';
import { countOf, pagesFor } from '../steps.ts';

/** Something that stands in the way of sending, and the page where it can be mended. */
export interface Obstacle {
  readonly message: string;
  readonly href: string;
}

export interface Readiness {
  readonly assessment: Assessment;
  readonly obstacles: readonly Obstacle[];
  /** Everything that the rules say of the pages, for people to read before they send. */
  readonly notes: readonly Note[];
  readonly canSend: boolean;
}

/** What may be sent: whatever people will look at, or another service, as the rules say. */
const sendable = ['TRIAGE', 'REDIRECTED_EY_ADVISORY'];

/** Whether a draft can be sent as it is: by the rules of the domain, and with every file there. */
export async function readinessOf(deps: ReferDeps, filling: Filling): Promise<Readiness> {
  const { draft, today } = filling;
  const { body } = readBody(draft.answers);
  const assessment = assess(body, today, deps.policy);
  const asked = pagesFor(draft.answers);
  const mistakes = mistakesIn(draft.answers, today).map(({ path, problem }) => {
    const page = asked.find((one) => belongsTo(one, path));
    return {
      message: `${page?.title ?? 'The referral'}: ${problem.message}`,
      href: `${filling.at}/${page?.path ?? ''}`,
    };
  });
  const obstacles = [...mistakes, ...(await missingFiles(deps, filling))];
  const notes = asked.flatMap((page) => notesOf(deps, filling, { page, path: page.path }));
  return { assessment, obstacles, notes, canSend: obstacles.length === 0 && sendable.includes(assessment.outcome) };
}

function missingFiles(deps: ReferDeps, { draft, at }: Filling): Promise<Obstacle[]> {
  const places = Array.from({ length: countOf(draft.answers, evidence.root) }, (_, index) => index);
  const looked = places.map(async (index): Promise<Obstacle[]> => {
    const evidenceId = draft.answers[`${evidence.root}[${index}].evidenceId`];
    const { problem } = await inspectFile(deps, evidenceId, callerOf(draft));
    const href = `${at}/${evidence.path}/${index + 1}/file`;
    return problem === '' ? [] : [{ message: `Document ${index + 1}: ${problem}`, href }];
  });
  return Promise.all(looked).then((found) => found.flat());
}
