import type { Register } from '#application/support/read-register.ts';
import { groupDayInWords } from '#domain/lists/capacity-words.ts';
import { plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import type { HttpResponse } from '../../http/message.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { GROUPS_AT, registerAt } from './address.ts';
import { groupsWords as words } from './words.ts';

/** GET: every group with its last sessions, and whether the register of each is filled in. It names no child. */
export function getGroups(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => {
    const groups = await deps.readRegisters();
    return areaPage(deps, access, {
      ...{ here: GROUPS_AT, template: 'staff/groups/groups.njk', title: words.title },
      data: {
        words,
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

function stateInWords({ children }: Register): string {
  if (children.length === 0) return words.noChildren;
  const [came, missed] = [true, false].map((is) => children.filter(({ isPresent }) => isPresent === is).length);
  if (!came && !missed) return words.notRecorded;
  return children.some(({ isPresent }) => isPresent === undefined)
    ? words.partly
    : words.counts(came ?? 0, missed ?? 0);
}
