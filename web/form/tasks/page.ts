import type { Draft } from '#domain/draft/draft.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { tasksOf } from '../engine/journey.ts';
import { IN_ASSESSMENT } from '../engine/words.ts';
import { inspectAll, lackingPages } from '../files/lacking.ts';
import { FILE_LACKING } from '../files/words.ts';
import { enteredLine, sectionInWords } from '../paper/entered.ts';

const words = {
  COMPLETED: 'Completed',
  NOT_STARTED: 'Not started',
  INCOMPLETE: 'In progress',
  OPTIONAL: 'Optional',
  IN_EHA: IN_ASSESSMENT,
} as const;

/** The tasks with their statuses, by section. */
export async function taskSections(deps: FormDeps, draftRequest: DraftRequest) {
  const { draft, today, now, at } = draftRequest;
  const lacking = lackingPages(await inspectAll(deps, draftRequest));
  const by = { today, now, policy: deps.policy, lacking };
  const sections = tasksOf(draft.answers, draft.done, by).map(({ title, tasks }) => ({
    title: sectionInWords(title, draft.entry),
    tasks: tasks.map(({ page: asked, standing, stop }) => ({
      title: asked.title,
      href: `${at}/${asked.path}`,
      hint: lacking.has(asked.path) ? FILE_LACKING : '',
      status: stop || words[standing],
      colour: stop ? 'red' : 'blue',
      isDone: stop === '' && (standing === 'COMPLETED' || standing === 'IN_EHA'),
    })),
  }));
  return sections;
}

/** GET: the list of tasks. */
export function getTasks(deps: FormDeps) {
  return async (draftRequest: DraftRequest): Promise<HttpResponse> => {
    const { draft, at } = draftRequest;
    const sections = await taskSections(deps, draftRequest);
    const about = enteredLine(draft) || againLine(draft);
    const data = { sections, at, about, keptUntil: plainDate(londonDateOf(draft.expiresAt)) };
    return page(deps, { template: 'form/tasks/tasks.njk', title: 'Refer a child', data });
  };
}

/** Says that the draft is a copy of an earlier referral. Empty for any other. */
function againLine({ resubmits }: Draft): string {
  if (resubmits === undefined) return '';
  return `This is a copy of referral ${resubmits}. Change or add what is needed, check your answers and send it. It will then get a new reference.`;
}
