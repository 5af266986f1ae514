import type { Case, Decision } from '#domain/case/case.ts';
import { decisionOn } from '#domain/case/decide.ts';
import { type Actor, actorCode } from '#domain/people/actor.ts';
import { personIdIn } from '#domain/people/code.ts';
import { errorName } from '#domain/problems/errors.ts';
import { isSha256, sha256 } from '#domain/values/hash.ts';
import type { RecordSeen } from '../../access/area-record.ts';
import type { Admitted } from '../../access/guard.ts';
import type { OpenTask, TaskAccess } from '../../access/staff-task.ts';
import { type HttpResponse, html } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { say } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import { closedPage } from './decided.ts';
import { pageWords } from './page-words.ts';

/** Stands in a page where its own hash will stand once it is known. */
export const HASH_PLACE = 'hash-of-this-page';
/** Nothing of it runs, loads or is sent: it is read, and styled as it was. */
const READ_ONLY = "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; sandbox";

/**
 * The page as it is sent, once it is kept as it is sent: without the token of its form, which is no part of what was seen. Where
 * the bucket does not take it, the page is sent all the same and names no hash, so that the decision says it was not kept.
 */
export async function keptAsSent(deps: StaffDeps, access: OpenTask, sent: HttpResponse): Promise<HttpResponse> {
  const { theCase, task, person, csrf } = access;
  const seen = sent.body.replaceAll(csrf, '').replaceAll(HASH_PLACE, '');
  const hash = sha256(seen);
  try {
    await deps.pages.keepShown({ reference: theCase.reference, taskId: task.id, person: person.id, hash }, seen);
    return { ...sent, body: sent.body.replaceAll(HASH_PLACE, hash) };
  } catch (error) {
    deps.log.error('page-not-kept', { reference: theCase.reference, error: errorName(error) });
    return { ...sent, body: sent.body.replaceAll(HASH_PLACE, '') };
  }
}

/**
 * What is decided, with its page kept as long as the referral. Where that page is not there, or the bucket is out of reach, the
 * decision names none, so that it says it was not kept.
 */
export async function withPageKept<Typed extends { readonly page?: string }>(
  deps: StaffDeps,
  { theCase, task, person }: OpenTask,
  typed: Typed,
): Promise<Typed> {
  const { page: hash = '' } = typed;
  if (!isSha256(hash)) return { ...typed, page: '' };
  const { reference } = theCase;
  try {
    const isKept = await deps.pages.keepDecided({ reference, taskId: task.id, person: person.id, hash });
    return isKept ? typed : { ...typed, page: '' };
  } catch (error) {
    deps.log.error('page-not-kept', { reference, error: errorName(error) });
    return { ...typed, page: '' };
  }
}

/** GET of what who decided saw: the page as it was sent to them. That it is read is written down before it is shown. */
export function getPageAsSent(deps: StaffDeps) {
  return async (access: TaskAccess & Admitted): Promise<HttpResponse> => {
    const { theCase, taskId, actor: by } = access;
    if (access.kind !== 'DECIDED') return closedPage(deps, theCase);
    return pageAsSent(deps, { theCase, taskId, decision: access.decision, by });
  };
}

/** The same from the record, by the task of the decision, for those who may read the record. */
export function getPageOfRecord(deps: StaffDeps) {
  return async ({ theCase, actor: by }: RecordSeen, { taskId = '' }: Parameters): Promise<HttpResponse> => {
    const decision = decisionOn(theCase, taskId);
    if (decision) return pageAsSent(deps, { theCase, taskId, decision, by });
    return say(deps, 404, pageWords.title(theCase.reference), pageWords.noDecision);
  };
}

interface Asked {
  readonly theCase: Case;
  readonly taskId: string;
  readonly decision: Decision;
  readonly by: Actor;
}

async function pageAsSent(deps: StaffDeps, { theCase, taskId, decision, by }: Asked): Promise<HttpResponse> {
  const { reference } = theCase;
  const person = personIdIn(actorCode(decision.by)) ?? '';
  const [found] = await Promise.all([
    decision.page && deps.pages.read({ reference, taskId, person, hash: decision.page }),
    deps.access.recordReading({ reference, at: deps.now(), by, what: 'PAGE_AS_SENT', taskId }),
  ]);
  if (found) return html(200, found, { 'content-security-policy': READ_ONLY });
  return say(deps, 404, pageWords.title(reference), pageWords.notKept);
}
