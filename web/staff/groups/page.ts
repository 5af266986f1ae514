import { type SchoolRegister, schoolRegisters } from '#application/starting-school/school-register.ts';
import type { Register } from '#application/support/read-register.ts';
import { groupDayInWords } from '#domain/lists/capacity-words.ts';
import { sessionsFor } from '#domain/people/school-sessions.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import type { HttpResponse } from '../../http/message.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { GROUPS_AT, registerAt, schoolRegisterAt } from './address.ts';
import { groupsWords as words } from './words.ts';

/** GET: every group with its last sessions, and whether the register of each is filled in. It names no child. */
export function getGroups(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => {
    const today = londonDateOf(deps.now());
    const [groups, ofSchool] = await Promise.all([deps.readRegisters(), readSchool(deps, access, today)]);
    return areaPage(deps, access, {
      ...{ here: GROUPS_AT, template: 'staff/groups/groups.njk', title: words.title },
      data: {
        words,
        school: ofSchool.map((register) => ({
          at: schoolRegisterAt(register.town, register.on),
          said: `${register.town}, ${plainDate(register.on)}`,
          state: schoolStateInWords(register),
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

/** The sessions of this summer term that have been. The cohort is read only where there are some. */
async function readSchool(deps: StaffDeps, { team }: AreaAccess, today: string): Promise<SchoolRegister[]> {
  const year = Number(today.slice(0, 4));
  const hasBegun = sessionsFor(team, year).some(({ on }) => on.some((date) => date <= today));
  return hasBegun ? schoolRegisters(await deps.readCohort(year), today) : [];
}

/** How many came to a session of Starting School, and how many who had said yes did not. */
export function schoolStateInWords({ children }: SchoolRegister): string {
  const [came = 0, missed = 0] = [true, false].map((is) => children.filter(({ isPresent }) => isPresent === is).length);
  if (children.length === 0) return words.schoolNoOne;
  return came + missed === 0 ? words.notRecorded : words.counts(came, missed);
}

function stateInWords({ children }: Register): string {
  if (children.length === 0) return words.noChildren;
  const [came, missed] = [true, false].map((is) => children.filter(({ isPresent }) => isPresent === is).length);
  if (!came && !missed) return words.notRecorded;
  return children.some(({ isPresent }) => isPresent === undefined)
    ? words.partly
    : words.counts(came ?? 0, missed ?? 0);
}
