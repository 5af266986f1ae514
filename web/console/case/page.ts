import type { Case } from '#domain/case/case.ts';
import type { IssuedLink } from '#domain/people/link.ts';
import { hasRole } from '#domain/people/person.ts';
import type { ExecutionStep } from '#domain/ports/executions.ts';
import { errorName } from '#domain/problems/errors.ts';
import { FIXER_ROLES } from '#domain/process/rollup.ts';
import { executionOf, type Run } from '#domain/process/run.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readsByRight } from '../../access/area-record.ts';
import type { CaseSeen } from '../../access/console-case.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { timelineOf } from '../../components/record/timeline.ts';
import { headOf } from '../../components/table/table.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { placeAt } from '../../staff/place/address.ts';
import { recordAt } from '../../staff/records/address.ts';
import type { Fit } from '../acts/act.ts';
import { managersToAsk, offered, offeredFor } from '../acts/listed.ts';
import { MANAGERS } from '../acts/of-case.ts';
import { deathWords } from '../acts/words.ts';
import { CONSOLE_AT, caseAt, copyAt, noticeAt, openAt } from '../address.ts';
import { consolePage } from '../console-page.ts';
import { damagedNotes, unlessDamaged } from '../damaged/page.ts';
import type { DamagedPart } from '../damaged/words.ts';
import type { ConsoleDeps } from '../deps.ts';
import { putRightWords, reasonWords, restartResults } from '../put-right-words.ts';
import { BOX, drawingOf, marked, present } from '../road/drawing.ts';
import { flows } from '../road/flows.ts';
import { consoleWords } from '../words.ts';
import { actWords } from './acts-words.ts';
import { codedHistory, codedSupport } from './lines.ts';
import { checkRows, executionRows, factsOf, heldFact, linkRows, noticeOfLink, noticeRows } from './sections.ts';
import { markWords, caseWords as words } from './words.ts';

/** More links than one referral ever has. */
const MOST_LINKS = 500;

/** GET: where a case stands and how it came there. That it is read is written down before it is shown. */
export function getCase(deps: ConsoleDeps) {
  return (access: CaseSeen): Promise<HttpResponse> => casePage(deps, access, {});
}

/** POST: restarts what has stopped of it, once, or the page again with what is missing. */
export function postCase(deps: ConsoleDeps) {
  return async (access: CaseSeen, { reason = '' }: FormFields): Promise<HttpResponse> => {
    const { reference } = access.theCase;
    const done = await deps.restartParked({ references: [reference], reason }, access.actor);
    if (done.kind === 'INVALID') {
      return casePage(deps, access, { status: 422, problems: inCommandWords(reasonWords, done.problems), reason });
    }
    const result = done.results[0]?.result ?? 'FAILED';
    const theCase = (await deps.cases.readWholeCase(reference)) ?? access.theCase;
    const status = result === 'RESTARTED' ? 200 : 409;
    return casePage(deps, { ...access, theCase }, { status, notice: restartResults[result] });
  };
}

/** What a press came to, and what was typed with it. */
interface Pressed {
  readonly status?: number;
  readonly notice?: string;
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
  readonly reason?: string;
}

/** The page of a case as it stands, with what a press came to. That it is read is written down before it is shown. */
export async function casePage(
  deps: ConsoleDeps,
  access: CaseSeen,
  { status = 200, notice, problems = [], reason = '' }: Pressed,
): Promise<HttpResponse> {
  const { theCase, actor: by, person } = access;
  const { reference } = theCase;
  const now = deps.now();
  await deps.access.recordReading({ reference, at: now, by, what: 'CONSOLE' });
  const damaged = new Set<DamagedPart>();
  const checkAt = (_: unknown, n: number) => unlessDamaged('CHECKS', deps.cases.readCheck(reference, n + 1), damaged);
  const [support, emails, readings = [], links, checks, todos] = await Promise.all([
    unlessDamaged('SUPPORT', deps.supports.readWholeSupport(reference), damaged),
    deps.notices.readableNoticesOf(reference),
    unlessDamaged('READINGS', deps.access.readingsOf(reference), damaged),
    deps.indexes.linksOf(reference, MOST_LINKS),
    Promise.all(Array.from({ length: theCase.checks }, checkAt)),
    deps.todos.todosOf(reference),
  ]);
  if (emails.damaged > 0) damaged.add('EMAILS');
  const [ofCase, ofSupport] = await Promise.all([
    roadOf(deps, theCase, words.roadOfCase),
    support && roadOf(deps, support, words.roadOfSupport),
  ]);
  const today = londonDateOf(now);
  const base = parseBaseUrl(deps.baseUrl).path;
  const readsRecord = readsByRight(theCase, person);
  const mayOpen = !readsRecord && hasRole(person, 'OPERATOR');
  const isFixer = FIXER_ROLES.some((role) => hasRole(person, role));
  const hrefOf = (id: string) => (isFixer ? base + noticeAt(reference, id) : undefined);
  const renewAt = (link: IssuedLink) => {
    const sent = noticeOfLink(emails.notices, link);
    return sent && hrefOf(sent.id);
  };
  const mayRestart = isFixer && (theCase.parked !== null || (support?.parked ?? null) !== null);
  return consolePage(deps, access, {
    status,
    template: 'console/case/case.njk',
    title: words.title(reference),
    data: {
      ...{ notice, problems, reason, putRight: putRightWords, mayRestart, at: base + caseAt(reference) },
      damaged: damagedNotes(deps, [...damaged]),
      ...{ words, back: { href: base + CONSOLE_AT, text: consoleWords.back } },
      record: readsRecord ? base + recordAt(reference) : undefined,
      open: mayOpen ? base + openAt(reference) : undefined,
      roads: [ofCase, ...(ofSupport ? [ofSupport] : [])],
      box: BOX,
      timeline: timelineOf(theCase, today, [], codedHistory(theCase)),
      supportLines: support ? codedSupport(support) : [],
      ...{ noticesHead: heads.notices, notices: noticeRows(emails.notices, hrefOf) },
      ...{ checksHead: heads.checks, checks: checkRows(checks.flatMap((check) => check ?? [])) },
      ...{ linksHead: heads.links, links: linkRows(links, { theCase, readings, now, hrefOf: renewAt }) },
      ...{ acts: actsOf(theCase, { access, todos, now, base, isFixer }), actWords, ask: managersToAsk(access, now) },
      stepsHead: heads.steps,
    },
  });
}

/** What can be done about the case: here, and on the pages of staff that hold more than the console may show. */
function actsOf(
  theCase: Case,
  { access, todos, now, base, isFixer }: Omit<Fit, 'theCase' | 'person'> & Seen,
): ReturnType<typeof offeredFor> {
  const { reference, status, death } = theCase;
  const ofManager = (what: string, at: string) => offered({ roles: MANAGERS }, what, base + at, access);
  return [
    ...(isFixer ? [{ what: actWords.emails, so: actWords.emailsSo }] : []),
    ...offeredFor({ theCase, todos, person: access.person, now }, access, base),
    ...(status === 'ON_WAITING_LIST' ? [ofManager(actWords.takeOff, placeAt(reference))] : []),
    ...(death ? [ofManager(deathWords.tell, `${recordAt(reference)}/died`)] : []),
    ofManager(actWords.copy, copyAt(reference)),
  ];
}

interface Seen {
  readonly access: CaseSeen;
  readonly base: string;
  readonly isFixer: boolean;
}

type Aggregate = Run & { readonly status: string; readonly legalHold?: Case['legalHold'] };

/** The road of one machine with where it stands, drawn and in words, and what the execution itself did. */
async function roadOf(deps: ConsoleDeps, run: Aggregate, title: string) {
  const steps = await stepsOf(deps, run);
  const states = flows[run.machine] ?? [];
  const standing = { next: run.next, isParked: run.parked !== null };
  const been = steps === 'UNREACHABLE' ? [] : (steps ?? []).flatMap(({ state }) => state ?? []);
  const all = marked(states, standing, been);
  const here = present(states, standing);
  return {
    ...{
      title,
      facts: [...factsOf(run, here), ...heldFact(run)],
      drawing: drawingOf(all),
      label: words.drawn(here ?? words.nowhere),
    },
    inWords: all.map(({ state: { name }, mark }) => ({ name, mark: markWords[mark], isHere: mark === 'HERE' })),
    steps: typeof steps === 'string' ? [] : executionRows(steps ?? []),
    noSteps: steps === 'UNREACHABLE' ? words.unreachable : words.noExecution,
  };
}

/** What Step Functions says; its silence hides nothing else of the page. */
async function stepsOf(
  { executions, log }: ConsoleDeps,
  run: Run,
): Promise<readonly ExecutionStep[] | 'UNREACHABLE' | undefined> {
  try {
    return await executions.stepsOf(executionOf(run));
  } catch (error) {
    log.error('execution-not-read', { reference: run.reference, error: errorName(error) });
    return 'UNREACHABLE';
  }
}

const head = (...labels: string[]) =>
  headOf(
    labels.map((label) => ({ label })),
    { order: '', isDescending: false },
    () => CONSOLE_AT,
  );

const heads = {
  notices: head(consoleWords.what, words.to, words.state, words.when, words.tries, words.delivery),
  checks: head(words.number, words.when, words.policy, words.outcome, words.reasons),
  links: head(words.purpose, words.to, words.issued, words.until, words.used, words.state),
  steps: head(words.when, consoleWords.what, words.step, words.code),
};
