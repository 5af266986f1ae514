import { type Agenda, type AgendaItem, isForMeeting } from '#application/meetings/read-agenda.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { meetingInWords } from '../settings/meetings/view.ts';
import { agendaView } from './agenda.ts';
import { MEETINGS_AT, meetingAt } from './calendar.ts';
import { readSummary, type SummaryReading } from './read-summary.ts';
import { meetingWords, packWords } from './words.ts';

/** GET: the pack of a meeting, a cover with the agenda and a page a child. Each reading is written down before it is shown. */
export function getPack(deps: StaffDeps) {
  return async (access: AreaAccess, { on = '' }: Parameters): Promise<HttpResponse> => {
    const agenda = await agendaOf(deps, access, on);
    if (!agenda) return notFound(deps);
    const said = meetingInWords(agenda.meeting);
    const open = agenda.items.filter(isForMeeting);
    const now = deps.now();
    return packPage(deps, access, {
      ...{ on, title: packWords.title(said), open, what: 'PACK' },
      cover: agendaView({ ...agenda, items: open }, now).items,
    });
  };
}

/** GET: the summary of one child on the agenda, as the pack has it. */
export function getSummary(deps: StaffDeps) {
  return async (access: AreaAccess, { on = '', reference = '' }: Parameters): Promise<HttpResponse> => {
    const agenda = await agendaOf(deps, access, on);
    const item = agenda?.items.find((one) => one.reference === reference && isForMeeting(one));
    if (!item) return notFound(deps);
    return packPage(deps, access, {
      ...{ on, title: packWords.summaryOf(reference), open: [item], what: 'SUMMARY' },
      cover: null,
    });
  };
}

async function agendaOf(deps: StaffDeps, { team }: AreaAccess, on: string): Promise<Agenda | undefined> {
  const meeting = meetingAt(team, on, deps.now());
  return meeting && deps.readAgenda(team.meetings ?? [], meeting);
}

interface Pack {
  readonly on: string;
  readonly title: string;
  readonly open: readonly AgendaItem[];
  /** What the readings are called. */
  readonly what: SummaryReading;
  readonly cover:
    | readonly { readonly n: number; readonly reference: string; readonly due: string; readonly waiting: string }[]
    | null;
}

async function packPage(deps: StaffDeps, access: AreaAccess, { on, title, open, what, cover }: Pack) {
  const children = await Promise.all(open.map((item) => readSummary(deps, access.actor, item, what)));
  const shown = children.map((child, n) => ({ n: n + 1, reference: open[n]?.reference ?? '', child }));
  const names = new Map(shown.map(({ reference, child }) => [reference, child?.name ?? '']));
  return areaPage(deps, access, {
    here: MEETINGS_AT,
    template: 'staff/meetings/pack.njk',
    title,
    data: {
      ...{ on, words: packWords, meetingWords, children: shown },
      cover: cover?.map((item) => ({ ...item, name: names.get(item.reference) ?? '' })) ?? null,
    },
  });
}
