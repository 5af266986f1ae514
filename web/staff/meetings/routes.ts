import { areaGuard } from '../../access/area-guard.ts';
import { posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import { MEETING_ROLES } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { getMeetingDates, postMeetingDates } from '../settings/meetings/page.ts';
import { getMeeting, postMeeting } from '../settings/meetings/times.ts';
import { getMinute, postMinute } from './minute.ts';
import { getPack, getSummary } from './pack.ts';
import { getMeetings, postMeetings } from './page.ts';

const AGENDA = '/staff/meetings/{on}';
const MINUTE = `${AGENDA}/minutes/{taskId}`;
const MEETING = '/staff/settings/meetings/{on}';

/** The meetings of the triage team, and their dates under Settings. */
export function meetingRoutes(deps: StaffDeps): Route[] {
  const [inMeetings, manager] = [areaGuard(deps, ...MEETING_ROLES), areaGuard(deps, 'SERVICE_MANAGER')];
  const deciders = areaGuard(deps, 'TRIAGER', 'SERVICE_MANAGER');
  return [
    { method: 'GET', pattern: '/staff/meetings', handle: shown(inMeetings, getMeetings(deps)) },
    { method: 'GET', pattern: AGENDA, handle: shown(inMeetings, getMeetings(deps)) },
    { method: 'POST', pattern: AGENDA, handle: posted(deps, deciders, postMeetings(deps)) },
    { method: 'GET', pattern: `${AGENDA}/pack`, handle: shown(inMeetings, getPack(deps)) },
    { method: 'GET', pattern: `${AGENDA}/pack/{reference}`, handle: shown(inMeetings, getSummary(deps)) },
    { method: 'GET', pattern: MINUTE, handle: shown(deciders, getMinute(deps)) },
    { method: 'POST', pattern: MINUTE, handle: posted(deps, deciders, postMinute(deps)) },
    { method: 'GET', pattern: '/staff/settings/meetings', handle: shown(manager, getMeetingDates(deps)) },
    { method: 'POST', pattern: '/staff/settings/meetings', handle: posted(deps, manager, postMeetingDates(deps)) },
    { method: 'GET', pattern: MEETING, handle: shown(manager, getMeeting(deps)) },
    { method: 'POST', pattern: MEETING, handle: posted(deps, manager, postMeeting(deps)) },
  ];
}
