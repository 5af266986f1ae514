import { londonDateOf, plainDate } from '#domain/dates.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { ReferDeps } from '../deps.ts';
import type { Filling } from '../filling.ts';
import { tasksOf } from '../journey.ts';

const words = {
  COMPLETED: 'Completed',
  NOT_STARTED: 'Not started',
  INCOMPLETE: 'In progress',
  OPTIONAL: 'Optional',
} as const;

/** GET of the list of tasks. */
export function getTasks(deps: ReferDeps) {
  return async ({ draft, today, at }: Filling): Promise<HttpResponse> => {
    const sections = tasksOf(draft.answers, draft.done, today).map(({ title, tasks }) => ({
      title,
      tasks: tasks.map(({ page: asked, standing }) => ({
        title: asked.title,
        href: `${at}/${asked.path}`,
        status: words[standing],
        isDone: standing === 'COMPLETED',
      })),
    }));
    const data = { sections, at, keptUntil: plainDate(londonDateOf(draft.expiresAt)) };
    return page(deps, { template: 'refer/tasks.njk', title: 'Refer a child', data });
  };
}
