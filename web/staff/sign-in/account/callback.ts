import { isTheirs, openWork } from '#application/access/staff-work.ts';
import { referenceOfTask } from '#domain/case/task.ts';
import { presentHolder } from '#domain/people/asked.ts';
import { personCode } from '#domain/people/code.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import { personByMailbox, type Team } from '#domain/people/team.ts';
import { referenceOfTodo } from '#domain/people/todo.ts';
import type { SignInAnswer, SignInProvider } from '#domain/ports/sign-in.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { gainRights } from '../../../access/gain-rights.ts';
import { shutOut } from '../../../access/shut-out.ts';
import { isFirstReturn, signInBegun, withoutSignInBegun } from '../../../access/sign-in-begun.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { HttpRequest, HttpResponse } from '../../../http/message.ts';
import type { StaffDeps } from '../../deps.ts';
import { accountPage, refusedPage } from './pages.ts';
import { accountWords, type Refusal } from './words.ts';

type Who = Extract<SignInAnswer, { kind: 'WHO' }>;

/** GET: someone comes back from the provider. The right one gets a session, and the page between that its cookie needs. */
export function getCallback(deps: StaffDeps, provider: SignInProvider) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const begun = signInBegun(deps, request);
    if (!begun || !(await isFirstReturn(deps, begun))) return refusedPage(deps, 'OLD', begun?.work);
    const cookies = [withoutSignInBegun(deps.baseUrl)];
    const refused = (why: Refusal) => ({ ...refusedPage(deps, why, begun.work), cookies });
    const answer = await provider.finish(request.query, begun.checks);
    if (answer.kind !== 'WHO') {
      if ('why' in answer) deps.log.error(`sign-in-${answer.kind.toLowerCase()}`, { why: answer.why });
      return refused(answer.kind);
    }
    const { mailbox, roles } = answer.account;
    if (mailbox === undefined) return refused('NO_MAILBOX');
    const team = await deps.readTeam();
    const person = personByMailbox(team, mailbox);
    if (roles.length === 0) {
      if (person) await shutOut(deps, person.id);
      return refused('NO_GROUP');
    }
    return person ? welcome(deps, request, { answer, team, person, work: begun.work }) : refused('NOT_IN_TEAM');
  };
}

interface Arrival {
  readonly answer: Who;
  readonly team: Team;
  readonly person: Person;
  readonly work: string | undefined;
}

async function welcome(deps: StaffDeps, request: HttpRequest, arrival: Arrival): Promise<HttpResponse> {
  const { answer, person } = arrival;
  const account = { roles: [...answer.account.roles], idToken: answer.idToken };
  const holder = { mailbox: person.mailbox, person: person.id };
  const grant = await grantOf(deps, arrival);
  const cookie = await gainRights(deps, request, { audience: 'STAFF', holder, account, grant, isProven: true });
  if (grant) {
    const { reference, taskId } = grant;
    const what = 'SESSION_OPENED';
    await deps.access.recordReading({ reference, at: deps.now(), by: actorOf(person), what, taskId });
  }
  const at = absoluteUrl(deps.baseUrl, grant === undefined ? '/staff' : `/triage/tasks/${grant.taskId}`);
  const go = { at, text: accountWords.continue };
  const answered = accountPage(deps, { title: accountWords.signedIn, sentences: [], go, onTo: at });
  return { ...answered, cookies: [withoutSignInBegun(deps.baseUrl), cookie] };
}

/** The task that they were on their way to, while it is open and asked of them. */
async function grantOf(deps: StaffDeps, { answer, team, person, work }: Arrival) {
  const reference = work === undefined ? undefined : (referenceOfTask(work) ?? referenceOfTodo(work));
  if (work === undefined || reference === undefined) return undefined;
  const found = await openWork(deps, reference, work);
  const { mailbox } = person;
  const admitted = presentHolder(team, { code: personCode(person), mailbox, roles: [...answer.account.roles] });
  const isAsked = found && admitted && isTheirs(found, admitted, staffOn(team, londonDateOf(deps.now())));
  return isAsked ? ({ reference, taskId: work, purpose: 'TASK' } as const) : undefined;
}
