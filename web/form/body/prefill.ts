import { newDraft } from '#domain/draft/change.ts';
import { type Draft, FORM, isOpen } from '#domain/draft/draft.ts';
import { draftsToResubmit } from '#domain/draft/resubmission.ts';
import { Transient } from '#domain/problems/errors.ts';
import { isObject } from '../../http/json-body.ts';
import type { FormDeps } from '../deps.ts';
import { doneIn } from './done.ts';
import { answersOf } from './read-body.ts';

const MOST_DRAFTS = 100;

/** A referral to send again, and who sends it. */
export interface EarlierReferral {
  readonly reference: string;
  readonly caller: string;
  readonly body: unknown;
  /** The present referrer, because a colleague may have taken it over. */
  readonly referrer: Readonly<Record<string, unknown>>;
  readonly mailbox: string;
  readonly today: string;
}

/** The draft to send a referral again, with its answers. Repeated calls give the same draft until it is deleted unsent. */
export async function prefilledDraft(
  deps: Pick<FormDeps, 'drafts' | 'policy' | 'now'>,
  earlier: EarlierReferral,
): Promise<Draft> {
  for (const id of draftsToResubmit(earlier.reference, MOST_DRAFTS)) {
    const known = await deps.drafts.readDraft(id);
    if (known && (known.sent || known.sendingAt || isOpen(known, deps.now()))) return known;
    const fresh = known ? undefined : prefill(deps, id, earlier);
    if (fresh && (await deps.drafts.saveDraft(fresh))) return fresh;
    // Another request was first, so its draft is used.
    const theirs = fresh && (await deps.drafts.readDraft(id));
    if (theirs) return theirs;
  }
  throw new Transient('Too many drafts of one referral.');
}

function prefill(deps: Pick<FormDeps, 'policy' | 'now'>, id: string, earlier: EarlierReferral): Draft {
  const { reference, caller, mailbox, today } = earlier;
  const answers = answersOf(withReferrer(earlier));
  const known = { answers, done: doneIn(answers, { today, now: deps.now() }), mailbox, resubmits: reference };
  return { ...newDraft(id, deps.now(), deps.policy), ...known, ...(caller === FORM ? {} : { caller }) };
}

/** The referral as it was sent, with the present referrer. */
function withReferrer({ body, referrer }: Pick<EarlierReferral, 'body' | 'referrer'>): unknown {
  if (!isObject(body)) return body;
  const before = isObject(body.referrer) ? body.referrer : {};
  return { ...body, referrer: { ...before, ...referrer } };
}
