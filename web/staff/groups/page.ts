import type { Register } from '#application/support/read-register.ts';
import { groupDayInWords } from '#domain/lists/capacity-words.ts';
import { sessionsFor } from '#domain/people/school-sessions.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { isReference } from '#domain/values/reference.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { keepOn } from '../../keep/keep.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { GROUPS_AT, registerAt, schoolRegisterAt } from './address.ts';
import { groupsWords as words } from './words.ts';

/** GET: every group with its last sessions, and whether the register of each is filled in. It names no child. */
export function getGroups(deps: StaffDeps) {
  return async (access: AreaAccess, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const today = londonDateOf(deps.now());
    const groups = await deps.readRegisters();
    const back = isReference(query.reopened ?? '') ? { reference: query.reopened ?? '', saved: 'reopen' } : undefined;
    const keep = back && keepOn({ ...back, person: access.person.id, forms: [], isTyped: false });
    return areaPage(deps, access, {
      ...{
        here: GROUPS_AT,
        template: 'staff/groups/groups.njk',
        title: words.title,
        ...(keep ? { script: keep.script } : {}),
      },
      data: {
        words,
        ...{ keep, notice: back ? words.reopened(back.reference) : '' },
        school: schoolSessions(access, today).map(({ town, on }) => ({
          at: schoolRegisterAt(town, on),
          said: `${town}, ${plainDate(on)}`,
        })),
        groups: groups.map(({ group, registers }) => ({
          name: group.name,
          said: `${group.locality}, ${groupDayInWords(group)}`,
          sessions: registers.map((register) => ({
            at: registerAt(group.id, register.on),
            on: plainDate(register.on),
            state: stateInWords(register),
          })),
        })),
      },
    });
  };
}

/** The sessions of Starting School that have been this summer term. No child is read for it: a year has hundreds. */
function schoolSessions({ team }: AreaAccess, today: string) {
  return sessionsFor(team, Number(today.slice(0, 4))).flatMap(({ town, on }) =>
    on.filter((date) => date <= today).map((date) => ({ town, on: date })),
  );
}

function stateInWords({ children }: Register): string {
  if (children.length === 0) return words.noChildren;
  const [came, missed] = [true, false].map((is) => children.filter(({ isPresent }) => isPresent === is).length);
  if (!came && !missed) return words.notRecorded;
  return children.some(({ isPresent }) => isPresent === undefined)
    ? words.partly
    : words.counts(came ?? 0, missed ?? 0);
}
