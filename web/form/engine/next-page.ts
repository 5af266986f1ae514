import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from './draft-request.ts';
import { type SectionStatus, tasksOf } from './journey.ts';
import type { Page } from './page-types.ts';
import { countOf } from './steps.ts';
import { ANYTHING_ELSE } from './words.ts';

/** The address of the page about everything that neither the rules nor the decision needs, below the draft. */
export const EXTRAS = 'more';

const toDo: readonly SectionStatus[] = ['NOT_STARTED', 'INCOMPLETE'];
/** The first time through, optional pages are passed too. */
const notYet: readonly SectionStatus[] = [...toDo, 'OPTIONAL'];

type Known = Pick<DraftRequest, 'draft' | 'at' | 'today' | 'now'>;

/** Where saving a page leads: the next page with something to do, an earlier one that is still needed, or the extras. */
export function addressAfter(
  { policy }: Pick<FormDeps, 'policy'>,
  { draft, at, today, now }: Known,
  { path, section }: Page,
): string {
  const { answers, done } = draft;
  // Files are read on the list of tasks and before sending, not after every page.
  const sections = tasksOf(answers, done, { today, now, policy, lacking: new Set() });
  const tasks = sections.filter(({ title }) => title !== ANYTHING_ELSE).flatMap((one) => one.tasks);
  const place = tasks.findIndex(({ page }) => page.path === path);
  const after = tasks.slice(place + 1).find(({ standing }) => notYet.includes(standing));
  const before = tasks.slice(0, Math.max(place, 0)).find(({ standing }) => toDo.includes(standing));
  const next = section === ANYTHING_ELSE ? undefined : (after ?? before);
  return next ? `${at}/${firstStep(next.page, draft)}` : `${at}/${EXTRAS}`;
}

/** A list that needs an entry and has none leads straight to its first one. */
function firstStep(page: Page, { answers }: DraftRequest['draft']): string {
  const isEmpty = page.kind === 'list' && page.needsEntry && countOf(answers, page.root) === 0;
  return isEmpty ? `${page.path}/1` : page.path;
}
