import { positionOf } from '#application/lists/read-place.ts';
import { assessmentOf, isVisitedBy, visitAt, waitsForAssessment } from '#domain/case/assessment.ts';
import type { Case } from '#domain/case/case.ts';
import { hasDied } from '#domain/case/death.ts';
import { isDecidedJointly, isJointOpen, silentIn } from '#domain/case/joint.ts';
import { JOINT_PATHWAY } from '#domain/case/joint-left.ts';
import { hasRole, mayDecide, type Person } from '#domain/people/person.ts';
import { personById } from '#domain/people/team.ts';
import { plainDate } from '#domain/values/dates.ts';
import { nth } from '#domain/values/numbers.ts';
import type { RecordSeen } from '../../access/area-record.ts';
import { instantInWords } from '../../access/instants.ts';
import { pathwayInWords } from '../../components/record/words.ts';
import { assessmentAt } from '../assessments/address.ts';
import { mayBook } from '../assessments/guard.ts';
import { stageOf } from '../assessments/view.ts';
import { closingAt } from '../closing/address.ts';
import { closingWords } from '../closing/words.ts';
import type { StaffDeps } from '../deps.ts';
import { jointAt } from '../joint/address.ts';
import { LIST_ROLES } from '../lists/address.ts';
import { listsWords } from '../lists/words.ts';
import { childOfferAt } from '../offers/address.ts';
import { lastStateOf } from '../offers/offer-view.ts';
import { placeAt } from '../place/address.ts';
import { nextStepWords as words } from './words.ts';

/** One thing that is next for a child, and where it is read; blank where this reader may not go there. */
export interface NextStep {
  readonly said: string;
  readonly at: string;
}

/** What comes next for the child, each with its page: the place on a list, the last offer, the initial assessment. */
export async function nextSteps(deps: StaffDeps, access: RecordSeen): Promise<NextStep[]> {
  const { theCase, person } = access;
  if (hasDied(theCase)) return [];
  const ofLists = mayReadLists(person) ? await Promise.all([placeStep(deps, access), supportSteps(deps, access)]) : [];
  return [...ofLists.flat(), ...assessmentStep(deps, access)];
}

/** Where the child stands on a list, by one count of that list. */
async function placeStep(deps: StaffDeps, { theCase, person }: RecordSeen): Promise<NextStep[]> {
  const { reference, status } = theCase;
  const entry = status === 'ON_WAITING_LIST' || status === 'IN_SUPPORT' ? await deps.readEntry(reference) : null;
  if (!entry) return [];
  const { pathway, locality, targetOn } = entry;
  const position = nth(await positionOf(deps.indexes, entry));
  const list = listsWords.listTitle(pathwayInWords(pathway), locality);
  const place = { at: placeAt(reference), said: words.place(position, list, plainDate(targetOn)) };
  return pathway === JOINT_PATHWAY ? [place, jointStep(theCase, person)] : [place];
}

/** How far the decision with other services has come, for who may record it. */
function jointStep(theCase: Case, person: Person): NextStep {
  const { joint } = theCase;
  const silent = joint ? silentIn(joint).length : 0;
  const open = silent > 0 ? words.jointWaits(silent) : words.jointAnswered;
  const decided = joint?.decision?.isYes === false ? words.jointNo : words.jointToAgree;
  const said = isDecidedJointly(theCase) ? words.jointYes : isJointOpen(theCase) ? open : decided;
  return { said, at: mayDecide(person) ? jointAt(theCase.reference) : '' };
}

/** The last offer, and where a support that has begun is closed, for who may do that. */
async function supportSteps(deps: StaffDeps, { theCase: { reference, toSupport }, person }: RecordSeen) {
  const offer = toSupport ? await deps.readChildOffer(reference) : undefined;
  const state = offer ? lastStateOf(offer) : '';
  const isManager = hasRole(person, 'SERVICE_MANAGER');
  const offered = state === '' ? [] : [{ at: isManager ? childOfferAt(reference) : '', said: words.offer(state) }];
  const isClosed = offer?.support.ended?.by !== undefined;
  const closing = isManager && (isClosed || offer?.support.status === 'STARTED');
  const said = isClosed ? closingWords.seeClosed : closingWords.link;
  return [...offered, ...(closing ? [{ at: closingAt(reference), said }] : [])];
}

const mayReadLists = (person: Person) => LIST_ROLES.some((role) => hasRole(person, role));

/** The initial assessment, for who books it or was to visit: when it is, with whom, or how far it has come. */
function assessmentStep(deps: StaffDeps, { theCase, person, team }: RecordSeen): NextStep[] {
  const isThere = theCase.assessment !== undefined || waitsForAssessment(theCase);
  if (!isThere || !(mayBook(person) || isVisitedBy(theCase, person.id))) return [];
  const { visit, done } = assessmentOf(theCase);
  const who = visit ? (personById(team, visit.person)?.name ?? '') : '';
  const when = visit ? instantInWords(visitAt(visit)) : '';
  const said = {
    TO_BOOK: words.toBook,
    BOOKED: words.booked(when, who),
    TO_RECORD: words.toRecord(when, who),
    ASKED: words.asked,
    DONE: words.done(done ? plainDate(done.on) : ''),
    NOT_WAITING: words.noneNow,
  }[stageOf(theCase, deps.now())];
  return [{ said, at: assessmentAt(theCase.reference) }];
}
