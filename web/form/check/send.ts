import { callerOf, type Draft, isKept } from '#domain/draft/draft.ts';
import { paperEntryOf } from '#domain/draft/paper-entry.ts';
import { asRefused, asSending, asSent, keyOfAttempt } from '#domain/draft/send.ts';
import { isSuspect, suspected } from '#domain/draft/suspicion.ts';
import { Transient } from '#domain/problems/errors.ts';
import { absoluteUrl, parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { say } from '../../layout/page.ts';
import { readBody } from '../body/read-body.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { isHoneypotFilled } from '../engine/honeypot.ts';
import type { Mistake } from '../engine/mistake-words.ts';
import { faultOf } from '../engine/mistakes.ts';
import { gonePage } from '../engine/refusals.ts';
import { changeDraft, markOfAll } from '../engine/save.ts';
import { checkPage } from './page.ts';
import { type Obstacle, obstacleIn, readinessOf } from './readiness.ts';
import { sendWords } from './words.ts';

/**
 * POST: sends the referral once, however often it is pressed. One conditional write closes the draft first. The key comes
 * from the draft and its attempt, so finishing a closed draft sends the same referral.
 */
export function postSend(deps: FormDeps) {
  return async (draftRequest: DraftRequest, fields: FormFields): Promise<HttpResponse> => {
    const { draft } = draftRequest;
    if (draft.sent || draft.sendingAt) return finish(deps, draftRequest, draft);
    if (!isKept(draft, deps.now())) return gonePage(deps);
    if (fields.declared !== 'yes') {
      return checkPage(deps, draftRequest, [
        { path: 'declared', message: 'Select the box to confirm that you can send this referral' },
      ]);
    }
    const { canSend, obstacles } = await readinessOf(deps, draftRequest);
    if (!canSend)
      return checkPage(deps, draftRequest, obstacles.length > 0 ? obstacles.map(asMistake(deps)) : [ruledOut]);
    const isAsChecked = ({ answers }: Draft) => markOfAll(answers) === fields.seen;
    const close = (now: Draft) => asSending(isHoneypotFilled(fields) ? suspected(now) : now, deps.now());
    const closed = await changeDraft(deps, draft, (now) => (isAsChecked(now) ? close(now) : undefined));
    const there = closed ?? (await deps.drafts.readDraft(draft.id));
    if (there?.sent || there?.sendingAt) return finish(deps, draftRequest, there);
    const message = 'Your answers changed in another window. Check them again';
    return checkPage(deps, { ...draftRequest, draft: there ?? draft }, [{ path: TO_SEND, message }]);
  };
}

/** The id of the section about sending. */
const TO_SEND = 'to-send';
const ruledOut: Mistake = { path: TO_SEND, message: sendWords.ruledOut };

function asMistake({ baseUrl }: FormDeps) {
  const base = parseBaseUrl(baseUrl).path;
  return ({ message, href }: Obstacle): Mistake => ({ path: TO_SEND, message, href: `${base}${href}` });
}

async function finish(deps: FormDeps, draftRequest: DraftRequest, draft: Draft): Promise<HttpResponse> {
  const confirmation = seeOther(absoluteUrl(deps.baseUrl, `${draftRequest.at}/sent`));
  if (draft.sent) return confirmation;
  const { body } = readBody(draft.answers);
  const idempotencyKey = keyOfAttempt(draft, draft.attempt);
  const result = await deps.submitReferral({
    caller: callerOf(draft),
    idempotencyKey,
    body,
    ...submissionExtras(draft),
  });
  if (result.kind === 'ACCEPTED') {
    // Another window may have reopened the draft after a missing file, but an accepted referral counts.
    await settle(deps, draft, (now) => (now.sent ? undefined : asSent(now, deps.now(), result.reference)));
    return confirmation;
  }
  const isStillSending = (now: Draft) => now.sendingAt !== undefined && now.attempt === draft.attempt;
  const open = await settle(deps, draft, (now) => (isStillSending(now) ? asRefused(now, deps.now()) : undefined));
  if (open.sent) return confirmation;
  if (result.kind !== 'INVALID') {
    return say(
      deps,
      409,
      'We have not sent the referral',
      'Something stopped us from sending it. We have saved your answers.',
      'Check your answers and try again.',
    );
  }
  const obstacle = obstacleIn(draft.answers, draftRequest.at);
  const mistakes = result.problems.map((problem) => asMistake(deps)(obstacle(faultOf(problem, draft.answers))));
  return checkPage(deps, { ...draftRequest, draft: open }, mistakes);
}

function submissionExtras(draft: Draft) {
  return { isSuspect: isSuspect(draft), ...(draft.entry ? { paperEntry: paperEntryOf(draft.entry) } : {}) };
}

const ATTEMPTS = 20;

/** Settles an attempt to send. `change` returns undefined when another request has settled it. */
async function settle(deps: FormDeps, draft: Draft, change: (now: Draft) => Draft | undefined): Promise<Draft> {
  let current: Draft | undefined = draft;
  for (let attempt = 0; attempt < ATTEMPTS && current; attempt += 1) {
    const settled = change(current);
    if (!settled) return current;
    if (await deps.drafts.saveDraft(settled)) return settled;
    current = await deps.drafts.readDraft(draft.id);
  }
  throw new Transient('Too many changes of one draft at the same time.');
}
