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

type PrefillDeps = Pick<FormDeps, 'drafts' | 'policy' | 'now' | 'random'>;

/**
 * The draft to send a referral again, with its answers. Repeated calls give the same draft until it is deleted unsent. Its
 * id is random, so who knows the reference cannot work out its address. An empty draft under an id that follows from the
 * reference keeps that random id.
 */
export async function prefilledDraft(deps: PrefillDeps, earlier: EarlierReferral): Promise<Draft> {
  for (const sign of draftsToResubmit(earlier.reference, MOST_DRAFTS)) {
    const kept = await keptAt(deps, sign);
    // A draft of an earlier release stands under that id itself.
    const known = kept.copyAt === undefined ? kept : await copyOf(deps, kept.copyAt, earlier);
    if (known.sent || known.sendingAt || isOpen(known, deps.now())) return known;
  }
  throw new Transient('Too many drafts of one referral.');
}

/** What stands under this id; put there now, with a new random id, if nothing does. */
async function keptAt(deps: PrefillDeps, sign: string): Promise<Draft> {
  const known = await deps.drafts.readDraft(sign);
  if (known) return known;
  const copyAt = Buffer.from(deps.random(16)).toString('base64url');
  const empty: Draft = { ...newDraft(sign, deps.now(), deps.policy), erasedAt: deps.now(), copyAt };
  return (await deps.drafts.saveDraft(empty)) ? empty : must(await deps.drafts.readDraft(sign));
}

/** The copy under its random id; written now if it is not there. */
async function copyOf(deps: PrefillDeps, id: string, earlier: EarlierReferral): Promise<Draft> {
  const known = await deps.drafts.readDraft(id);
  if (known) return known;
  const fresh = prefill(deps, id, earlier);
  return (await deps.drafts.saveDraft(fresh)) ? fresh : must(await deps.drafts.readDraft(id));
}

/** What another request has just written. */
function must(theirs: Draft | undefined): Draft {
  if (!theirs) throw new Transient('A draft could neither be written nor read.');
  return theirs;
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
