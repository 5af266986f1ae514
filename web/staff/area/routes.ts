import { areaGuard } from '../../access/area-guard.ts';
import { areaRecordGuard, RECORD_ROLES } from '../../access/area-record.ts';
import { posted, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import { answerAt, getStaffAnswer, postStaffAnswer } from '../answer/page.ts';
import { assessmentRoutes } from '../assessments/routes.ts';
import { CHECK_AGAIN_AT, getEnterAgain, postEnterAgain } from '../check-again/page.ts';
import { closingRoutes } from '../closing/routes.ts';
import { postComment } from '../comments/post.ts';
import { getPageOfRecord } from '../decide/page-as-sent.ts';
import type { StaffDeps } from '../deps.ts';
import { CLOSE_PAGE_AT, getClosePage, postClosePage } from '../family-page/close.ts';
import { groupRoutes } from '../groups/routes.ts';
import { getHandOn, postHandOn } from '../hand-on/page.ts';
import { jointRoutes } from '../joint/routes.ts';
import { LETTER_ROLES, LETTERS_AT } from '../letters/address.ts';
import { getLetterList, postLetterList } from '../letters/list.ts';
import { listRoutes } from '../lists/routes.ts';
import { mailRoutes } from '../mail/routes.ts';
import { meetingRoutes } from '../meetings/routes.ts';
import { offerRoutes } from '../offers/routes.ts';
import { OPENING_ROLES, OPENINGS_AT } from '../openings/address.ts';
import { getOpenings, postOpenings } from '../openings/page.ts';
import { paperRoutes } from '../paper/routes.ts';
import { planRoutes } from '../plan/routes.ts';
import { HAND_ON_AT, QUEUE_AT } from '../queue/address.ts';
import { getQueue, postQueue } from '../queue/page.ts';
import { getReadings } from '../readings/page.ts';
import { getAssessment, getEvidence } from '../record/evidence/get.ts';
import { unlessHidden } from '../record/evidence/unless-hidden.ts';
import { RECORDS_AT, recordAt } from '../records/address.ts';
import { hiddenPage } from '../records/as-seen.ts';
import { getFind } from '../records/find.ts';
import { getRecord, postRecord } from '../records/page.ts';
import { capacityRoutes } from '../settings/capacity/routes.ts';
import { getDuty, postDuty } from '../settings/duty/page.ts';
import { getLetters, postLetters } from '../settings/letters/page.ts';
import { getMailboxes, postMailboxes } from '../settings/mailboxes/page.ts';
import { getNewPerson, postNewPerson } from '../settings/new.ts';
import { getPerson, postPerson } from '../settings/person.ts';
import { getRemove, postRemove } from '../settings/remove.ts';
import { getServices, postServices, SERVICES_AT } from '../settings/services/page.ts';
import { getTeam } from '../settings/team.ts';
import { getTowns, postTowns } from '../settings/towns/page.ts';
import { SHARE_ROLES, SHARES_AT } from '../shares/address.ts';
import { getShares } from '../shares/page.ts';
import { signInRoutes } from '../sign-in/routes.ts';
import { startingSchoolRoutes } from '../starting-school/routes.ts';
import { getToday, postToday } from '../today/page.ts';
import { getTold, postTold, TOLD_AT } from '../told/page.ts';
import { visitRoutes } from '../visits/routes.ts';

const RECORD = recordAt('{reference}');
const PERSON = '/staff/settings/people/{id}';

/** The staff area: each page names the role that it needs, or is for everyone who works here. */
export function areaRoutes(deps: StaffDeps): Route[] {
  const [anyone, manager] = [areaGuard(deps), areaGuard(deps, 'SERVICE_MANAGER')];
  const [reader, overseer] = [areaRecordGuard(deps), areaRecordGuard(deps, { withOwnWork: false })];
  const readerForNow = areaRecordGuard(deps, { withOpening: true });
  const writer = areaRecordGuard(deps, { roles: ['SERVICE_MANAGER'] });
  const hidden = () => hiddenPage(deps);
  const evidence = unlessHidden(deps, getEvidence(deps), hidden);
  const assessment = unlessHidden(deps, getAssessment(deps), hidden);
  const printers = areaGuard(deps, ...LETTER_ROLES);
  const deciders = areaGuard(deps, 'TRIAGER', 'SERVICE_MANAGER');
  return [
    ...signInRoutes(deps),
    ...paperRoutes(deps),
    { method: 'GET', pattern: '/staff', handle: shown(anyone, getToday(deps)) },
    { method: 'POST', pattern: '/staff', handle: posted(deps, anyone, postToday(deps)) },
    { method: 'GET', pattern: CLOSE_PAGE_AT, handle: shown(anyone, getClosePage(deps)) },
    { method: 'POST', pattern: CLOSE_PAGE_AT, handle: posted(deps, anyone, postClosePage(deps)) },
    { method: 'GET', pattern: TOLD_AT, handle: shown(anyone, getTold(deps)) },
    { method: 'POST', pattern: TOLD_AT, handle: posted(deps, anyone, postTold(deps)) },
    { method: 'GET', pattern: QUEUE_AT, handle: shown(deciders, getQueue(deps)) },
    { method: 'GET', pattern: RECORDS_AT, handle: shown(areaGuard(deps, ...RECORD_ROLES), getFind(deps)) },
    { method: 'GET', pattern: SHARES_AT, handle: shown(areaGuard(deps, ...SHARE_ROLES), getShares(deps)) },
    { method: 'GET', pattern: RECORD, handle: shown(readerForNow, getRecord(deps)) },
    { method: 'POST', pattern: RECORD, handle: posted(deps, reader, postRecord(deps)) },
    { method: 'POST', pattern: `${RECORD}/comments`, handle: posted(deps, writer, postComment(deps)) },
    {
      method: 'GET',
      pattern: `${RECORD}/tasks/{taskId}/page`,
      handle: shown(readerForNow, unlessHidden(deps, getPageOfRecord(deps), hidden)),
    },
    { method: 'GET', pattern: answerAt('{reference}'), handle: shown(deciders, getStaffAnswer(deps)) },
    { method: 'POST', pattern: answerAt('{reference}'), handle: posted(deps, deciders, postStaffAnswer(deps)) },
    { method: 'GET', pattern: `${RECORD}/readings`, handle: shown(overseer, getReadings(deps)) },
    { method: 'GET', pattern: `${RECORD}/evidence/{index}`, handle: shown(readerForNow, evidence) },
    { method: 'GET', pattern: `${RECORD}/evidence/{index}/{page}`, handle: shown(readerForNow, evidence) },
    { method: 'GET', pattern: `${RECORD}/early-help-assessment`, handle: shown(readerForNow, assessment) },
    { method: 'GET', pattern: `${RECORD}/early-help-assessment/{page}`, handle: shown(readerForNow, assessment) },
    { method: 'GET', pattern: OPENINGS_AT, handle: shown(areaGuard(deps, ...OPENING_ROLES), getOpenings(deps)) },
    { method: 'POST', pattern: OPENINGS_AT, handle: posted(deps, manager, postOpenings(deps)) },
    { method: 'GET', pattern: CHECK_AGAIN_AT, handle: shown(deciders, getEnterAgain(deps)) },
    { method: 'POST', pattern: CHECK_AGAIN_AT, handle: posted(deps, deciders, postEnterAgain(deps)) },
    { method: 'GET', pattern: HAND_ON_AT, handle: shown(manager, getHandOn(deps)) },
    { method: 'POST', pattern: HAND_ON_AT, handle: posted(deps, manager, postHandOn(deps)) },
    { method: 'POST', pattern: QUEUE_AT, handle: posted(deps, deciders, postQueue(deps)) },
    { method: 'GET', pattern: LETTERS_AT, handle: shown(printers, getLetterList(deps)) },
    { method: 'POST', pattern: LETTERS_AT, handle: posted(deps, printers, postLetterList(deps)) },
    ...mailRoutes(deps),
    ...meetingRoutes(deps),
    ...capacityRoutes(deps),
    ...listRoutes(deps),
    ...offerRoutes(deps),
    ...visitRoutes(deps),
    ...closingRoutes(deps),
    ...planRoutes(deps),
    ...groupRoutes(deps),
    ...jointRoutes(deps),
    ...startingSchoolRoutes(deps),
    ...assessmentRoutes(deps),
    { method: 'GET', pattern: '/staff/settings', handle: shown(manager, getTeam(deps)) },
    { method: 'GET', pattern: '/staff/settings/duty', handle: shown(manager, getDuty(deps)) },
    { method: 'POST', pattern: '/staff/settings/duty', handle: posted(deps, manager, postDuty(deps)) },
    { method: 'GET', pattern: '/staff/settings/letters', handle: shown(manager, getLetters(deps)) },
    { method: 'POST', pattern: '/staff/settings/letters', handle: posted(deps, manager, postLetters(deps)) },
    { method: 'GET', pattern: '/staff/settings/mailboxes', handle: shown(manager, getMailboxes(deps)) },
    { method: 'POST', pattern: '/staff/settings/mailboxes', handle: posted(deps, manager, postMailboxes(deps)) },
    { method: 'GET', pattern: SERVICES_AT, handle: shown(manager, getServices(deps)) },
    { method: 'POST', pattern: SERVICES_AT, handle: posted(deps, manager, postServices(deps)) },
    { method: 'GET', pattern: '/staff/settings/towns', handle: shown(manager, getTowns(deps)) },
    { method: 'POST', pattern: '/staff/settings/towns', handle: posted(deps, manager, postTowns(deps)) },
    { method: 'GET', pattern: '/staff/settings/new', handle: shown(manager, getNewPerson(deps)) },
    { method: 'POST', pattern: '/staff/settings/new', handle: posted(deps, manager, postNewPerson(deps)) },
    { method: 'GET', pattern: PERSON, handle: shown(manager, getPerson(deps)) },
    { method: 'POST', pattern: PERSON, handle: posted(deps, manager, postPerson(deps)) },
    { method: 'GET', pattern: `${PERSON}/remove`, handle: shown(manager, getRemove(deps)) },
    { method: 'POST', pattern: `${PERSON}/remove`, handle: posted(deps, manager, postRemove(deps)) },
  ];
}
