import type { VisitsOfOne } from '#application/downtime/visits-ahead.ts';
import type { Agenda } from '#application/meetings/read-agenda.ts';
import { isForMeeting } from '#application/meetings/read-agenda.ts';
import { MACHINE } from '#domain/people/actor.ts';
import type { Meeting } from '#domain/people/meetings.ts';
import type { Person } from '#domain/people/person.ts';
import type { Team } from '#domain/people/team.ts';
import type { CapacityStore } from '#domain/ports/capacity-store.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import { plainDate } from '#domain/values/dates.ts';
import { addWorkingDays, nextWorkingDay } from '#domain/values/working-days.ts';
import { instantInWords } from '../access/instants.ts';
import { render } from '../layout/templates.ts';
import { agendaView } from '../staff/meetings/agenda.ts';
import { readSummary, type SummaryDeps } from '../staff/meetings/read-summary.ts';
import { meetingWords, packWords } from '../staff/meetings/words.ts';
import { meetingInWords } from '../staff/settings/meetings/view.ts';
import { visitInPack } from './visits.ts';
import { downtimeWords as words } from './words.ts';

export interface DowntimeDeps extends SummaryDeps {
  readonly readTeam: () => Promise<Team>;
  readonly readAgenda: (calendar: readonly Meeting[], meeting: Meeting) => Promise<Agenda>;
  readonly visitsAhead: (people: readonly Person[], from: string, until: string) => Promise<readonly VisitsOfOne[]>;
  readonly capacity: Pick<CapacityStore, 'readCapacity'>;
  readonly config: Pick<ServiceConfig, 'serviceName' | 'councilName' | 'emergencyNumbers'>;
}

const DAYS_AHEAD = 5;

/**
 * The pack of a working day as one page that needs nothing beside it: the agenda of each meeting until the next working day, with a
 * page a child, and the visits of the next five working days.
 */
export function printPack(deps: DowntimeDeps) {
  return async (today: string): Promise<string> => {
    const [team, capacity] = await Promise.all([deps.readTeam(), deps.capacity.readCapacity()]);
    const until = addWorkingDays(today, DAYS_AHEAD, deps.policy);
    const last = nextWorkingDay(today, deps.policy);
    const calendar = team.meetings ?? [];
    const soon = calendar.filter(({ on }) => on > today && on <= last);
    const [meetings, people] = await Promise.all([
      Promise.all(soon.map(async (meeting) => agendaIn(deps, await deps.readAgenda(calendar, meeting)))),
      deps.visitsAhead(team.people, today, until),
    ]);
    const visiting = people.map(async ({ name, visits }) => {
      const all = await Promise.all(visits.map((visit) => visitInPack(deps, visit)));
      return { name, visits: all.flatMap((visit) => visit ?? []) };
    });
    const phone = capacity?.loneWorking?.phone;
    return render('downtime/pack.njk', {
      ...{
        words,
        packWords: { ...packWords, askChair: words.askChair },
        meetingWords,
        meetings,
        people: await Promise.all(visiting),
      },
      ...{ serviceName: deps.config.serviceName, councilName: deps.config.councilName },
      emergency: deps.config.emergencyNumbers.map(({ label, number, hours }) => `${label}: ${number} (${hours})`),
      ...{ written: words.written(instantInWords(deps.now())), alone: phone ? words.alone(phone) : '' },
      visits: words.visits(plainDate(nextWorkingDay(today, deps.policy)), plainDate(until)),
    });
  };
}

/** One agenda with a summary of each child on it. */
async function agendaIn(deps: DowntimeDeps, agenda: Agenda) {
  const open = agenda.items.filter(isForMeeting);
  const children = await Promise.all(open.map((item) => readSummary(deps, MACHINE, item, 'DOWNTIME_PACK')));
  const { items } = agendaView({ ...agenda, items: open }, deps.now());
  return {
    title: words.meeting(meetingInWords(agenda.meeting)),
    cover: items.map((item, n) => ({ ...item, name: children[n]?.name ?? '' })),
    children: items.map(({ n, reference }, at) => ({ n, reference, child: children[at] ?? null })),
  };
}
