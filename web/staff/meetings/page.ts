import { hasRole } from '#domain/people/person.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { openAsked } from '../queue/open.ts';
import { meetingInWords } from '../settings/meetings/view.ts';
import { agendaView, attendance, decides, presentIn } from './agenda.ts';
import { MEETINGS_AT, meetingAt, otherMeetings } from './calendar.ts';
import { meetingWords } from './words.ts';

/** As long as the names of everyone at a meeting may be, as a decision takes them. */
const LONGEST_NAMES = 2_000;

interface Typed {
  readonly form: FormFields;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** GET: the agenda of a meeting; without a date that of today, or the next one. It opens nothing and names no child. */
export function getMeetings(deps: StaffDeps) {
  return async (access: AreaAccess, { on }: Parameters): Promise<HttpResponse> => {
    const meeting = meetingAt(access.team, on, deps.now());
    if (meeting) return agendaPage(deps, access, meeting.on);
    return on === undefined ? noMeetingPage(deps, access) : notFound(deps);
  };
}

/** POST: opens a referral of the agenda without another code, or records who is at the meeting. */
export function postMeetings(deps: StaffDeps) {
  return async (
    access: AreaAccess,
    fields: FormFields,
    { on = '' }: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const meeting = meetingAt(access.team, on, deps.now());
    if (!meeting) return notFound(deps);
    const here = absoluteUrl(deps.baseUrl, `${MEETINGS_AT}/${on}`);
    if (fields.open !== undefined) return (await openAsked(deps, access, request, fields.open)) ?? seeOther(here);
    const present = presentIn(access.team, fields);
    const message =
      present.length === 0
        ? meetingWords.nobody
        : present.join('\n').length > LONGEST_NAMES
          ? meetingWords.namesTooLong
          : undefined;
    if (message !== undefined) {
      return agendaPage(deps, access, on, { form: fields, problems: [{ path: 'here', message }] });
    }
    await deps.holdMeeting(access.team.meetings ?? [], meeting, present, access.actor);
    return seeOther(here);
  };
}

async function agendaPage(deps: StaffDeps, access: AreaAccess, on: string, typed?: Typed): Promise<HttpResponse> {
  const { team, person } = access;
  const meeting = meetingAt(team, on, deps.now());
  if (!meeting) return notFound(deps);
  const now = deps.now();
  const agenda = await deps.readAgenda(team.meetings ?? [], meeting);
  return areaPage(deps, access, {
    here: MEETINGS_AT,
    status: typed ? 422 : 200,
    template: 'staff/meetings/agenda.njk',
    title: meetingWords.meetingOn(meetingInWords(meeting)),
    data: {
      ...{ on, words: meetingWords, decides: decides(person), problems: typed?.problems ?? [] },
      ...agendaView(agenda, now),
      attendance: attendance(team, agenda, now, typed?.form),
      isAskedFirst: decides(person) && meeting.on === londonDateOf(now) && !agenda.sitting,
      others: otherMeetings(team, meeting, now),
    },
  });
}

function noMeetingPage(deps: StaffDeps, access: AreaAccess): HttpResponse {
  return areaPage(deps, access, {
    here: MEETINGS_AT,
    template: 'staff/meetings/no-meeting.njk',
    title: meetingWords.title,
    data: {
      words: meetingWords,
      isManager: hasRole(access.person, 'SERVICE_MANAGER'),
      others: otherMeetings(access.team, { on: '' }, deps.now()),
    },
  });
}
