import { actorInWords } from '#domain/people/actor.ts';
import { instantInWords } from '../../access/instants.ts';
import type { TodoAccess } from '../../access/staff-todo.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import { todayWords } from '../today/words.ts';
import { bandWords, todoWords } from './words.ts';

/**
 * By whom and when a TODO was done, and nothing of the record. With 409: what came too late was not recorded. `next` is what
 * the team is to do besides.
 */
export function donePage(
  deps: StaffDeps,
  { todo: { id, reference, done } }: TodoAccess,
  status = 200,
  next: readonly string[] = [],
): HttpResponse {
  // The service ended it, since no one has to do it any more.
  const isOver = done?.why !== undefined;
  const title = isOver ? todoWords.over(reference) : status === 200 ? todoWords.done(reference) : todoWords.already;
  const who = done && !isOver ? `${actorInWords(done.by)}, recorded this on ${instantInWords(done.at)}.` : '';
  const left = next.length > 0 ? '' : todoWords.nothingLeft;
  const sentences = status === 200 ? [who, left] : [todoWords.notRecorded, who, isOver ? todoWords.nothingLeft : ''];
  const said = { sentences: sentences.filter((one) => one !== ''), next, nextTitle: bandWords.next };
  const data = { taskId: id, ...said, todayLink: todayWords.link };
  return page(deps, { status, template: 'staff/todo/done.njk', title, data });
}
