import { readFamily } from '#application/read-family.ts';
import { withPlace } from '#domain/case/place-told.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { lettersNow } from '#domain/people/letters.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { TaskAccess } from '../../access/staff-task.ts';
import type { TodoAccess } from '../../access/staff-todo.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import { lettersOf, linesOf } from './view.ts';
import { lettersWords } from './words.ts';

/**
 * GET of one letter, ready to be printed. Only while it is to be printed and may be posted to this adult: asked of the rule of
 * safe contact at this moment. Otherwise it leads to the work, which says how that stands. Showing it is a reading.
 */
export function getLetter(deps: StaffDeps) {
  return async (access: TaskAccess | TodoAccess, { place = '' }: Parameters): Promise<HttpResponse> => {
    if (access.kind !== 'TODO') return toWork(deps, access.taskId);
    const { todo, person } = access;
    if (todo.kind !== 'PRINT_LETTER' || todo.done) return toWork(deps, todo.id);
    const { reference } = todo;
    const [theCase, stored, team, support] = await Promise.all([
      deps.cases.readCase(reference),
      deps.referrals.readReferral(reference),
      deps.readTeam(),
      deps.supports.readSupport(reference),
    ]);
    if (!theCase || !stored || theCase.death) return toWork(deps, todo.id);
    const family = await readFamily(deps, theCase, addresseesOf(stored.body));
    const letter = lettersOf(deps, { theCase: withPlace(theCase, support), stored, todo, family, team, support }).find(
      (one) => `${one.place}` === place,
    );
    if (!letter) return toWork(deps, todo.id);
    const reading = { reference, at: deps.now(), by: actorOf(person), what: 'LETTER', taskId: todo.id } as const;
    await deps.access.recordReading(reading);
    return page(deps, {
      template: 'staff/letters/letter.njk',
      title: lettersWords.letterTitle(letter.to),
      data: {
        ...{ words: lettersWords, taskId: todo.id, reference, to: letter.to, body: letter.html },
        ...{ address: linesOf(letter.address), isLargePrint: letter.isLargePrint },
        ...{ on: plainDate(londonDateOf(deps.now())), reach: lettersNow(team, deps.config) },
      },
    });
  };
}

function toWork({ baseUrl }: StaffDeps, id: string): HttpResponse {
  return seeOther(absoluteUrl(baseUrl, `/triage/tasks/${id}`));
}
