import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { notAnswered } from './answer.ts';
import { changed, withOffer } from './change.ts';
import { openExtension } from './extension.ts';
import type { Offer } from './offer.ts';
import { openOffer, type Support, type SupportWait, supportWaitSchema } from './support.ts';
import { hasCome, offerTimes, runEndsAt, waitEndsAt } from './time.ts';

/** How long after a wait has ended the workflow must have moved, in minutes. */
const WAIT_SLACK_MINUTES = 60;

/** The wait that begins, with the token that ends it; `from` as `waitEndsAt` has it. */
export interface Opening {
  readonly kind: SupportWait;
  readonly token: string;
  readonly from: string | undefined;
}

/** What the workflow waits for at this point; undefined where it waits for no one. */
export function waitAt(next: Support['next']): SupportWait | undefined {
  return supportWaitSchema.safeParse(next).data;
}

/** The support while its workflow waits under this token. */
export function waitOpened(support: Support, moment: Moment, { kind, token, from }: Opening, policy: Policy): Support {
  const dueAt = waitEndsAt(support, kind, moment.now, from, policy);
  const id = support.offers.at(-1)?.id ?? support.reference;
  const moveBy = new Date(Date.parse(dueAt) + WAIT_SLACK_MINUTES * 60_000).toISOString();
  const openedAt = support.task?.kind === kind ? support.task.openedAt : moment.now;
  return changed(support, moment, { task: { id, kind, openedAt, dueAt, token }, moveBy, outbox: [] });
}

/**
 * The support once its wait was found to be over: a fresh execution takes over, no one answered in time, or the family is
 * reminded. Undefined where the wait is to go on, or is not over.
 */
export function waitOver(
  support: Support,
  moment: Moment,
  from: string | undefined,
  policy: Policy,
): Support | undefined {
  const { task } = support;
  if (!task || !hasCome(task.dueAt, moment.now)) return undefined;
  if (hasCome(runEndsAt(support), moment.now)) return handedOn(support, moment);
  const offer = openOffer(support);
  if (!offer || from === undefined || offer.callAskedAt !== undefined) return undefined;
  const { remindAt, closesAt } = offerTimes(from, policy);
  if (hasCome(closesAt, moment.now)) return notAnswered(support, moment);
  return offer.remindedAt === undefined && hasCome(remindAt, moment.now) ? reminded(support, moment, offer) : undefined;
}

/** The support with a fresh execution owed, which takes it up where it stands. The one before ends. */
function handedOn(support: Support, moment: Moment): Support {
  const run = support.run + 1;
  const patch = { run, runAt: moment.now, task: null, outbox: [{ kind: 'START', run } as const] };
  return changed(support, moment, patch, { event: 'RESTARTED', by: MACHINE, run });
}

function reminded(support: Support, moment: Moment, offer: Offer): Support {
  const offers = withOffer(support, { ...offer, remindedAt: moment.now });
  return changed(support, moment, { offers }, { event: 'OFFER_REMINDED', by: MACHINE, offer: offer.id });
}

/** The support once an email about its open offer is with one of the adults; undefined where that is known. */
export function reachedFamily(support: Support, moment: Moment, id: string): Support | undefined {
  const offer = openOffer(support);
  if (offer?.id !== id || offer.reachedAt !== undefined) return undefined;
  const offers = withOffer(support, { ...offer, reachedAt: moment.now });
  const patch = { offers, moveBy: support.moveBy };
  return changed(support, moment, patch, { event: 'OFFER_REACHED_FAMILY', by: MACHINE, offer: id });
}

/** What people are told now: the answer of the last offer, or that the family asked to be called. Undefined when they have been. */
export function toTell({ next, offers }: Pick<Support, 'next' | 'offers'>): string | undefined {
  const last = offers.at(-1);
  if (next !== 'NOTIFY' || !last) return undefined;
  return last.answer?.what ?? (last.callAskedAt === undefined ? undefined : 'CALL_ME');
}

/** The support once everyone has been told of an answer: it waits for its start, for the answer that is still open, or ends. */
export function afterTelling(support: Support, moment: Moment): Support {
  if (support.news) return afterNews(support, moment);
  const last = support.offers.at(-1);
  const next = afterAnswer(support, last);
  const told = last ? ([{ event: 'OFFER_TOLD', by: MACHINE, offer: last.id }] as const) : [];
  return changed(support, moment, { next, outbox: [] }, ...told);
}

/** The support once everyone has been told of news of the visits: it waits again for what it waited for. */
function afterNews({ news, ...support }: Support, moment: Moment): Support {
  const next = afterAnswer(support, support.offers.at(-1));
  const { what = '', about = '' } = news ?? {};
  return changed(support, moment, { next, outbox: [] }, { event: 'NEWS_TOLD', by: MACHINE, what, about });
}

/** What the workflow goes on with: the visits where the first session was faster than the news of the answer. */
function afterAnswer(support: Support, last: Offer | undefined): Support['next'] {
  if (support.status === 'STARTED') return visitsGoOn(support);
  if (support.status === 'ACCEPTED' && last?.answer?.what === 'ACCEPTED') return 'BEGIN';
  return openOffer(support) ? 'OFFER' : 'DONE';
}

function visitsGoOn({ block }: Support): Support['next'] {
  if (!block) return 'DONE';
  return openExtension(block) ? 'EXTENSION' : 'BLOCK';
}

/** The support with the claim of this slot released. */
export function slotFreed(support: Support, moment: Moment, offer: string): Support | undefined {
  const { toFree = [], ...rest } = support;
  const left = toFree.filter((one) => one.offer !== offer);
  if (left.length === toFree.length) return undefined;
  return changed(rest, moment, { ...(left.length > 0 ? { toFree: left } : {}), moveBy: support.moveBy });
}

/** The support once people were told of this change of the place. Undefined where it was changed again since. */
export function placeToldOf(support: Support, moment: Moment, at: string): Support | undefined {
  const { list, moveBy } = support;
  if (!list?.changed?.toTell || list.changed.at !== at) return undefined;
  const { toTell: _told, ...rest } = list.changed;
  return changed(support, moment, { list: { ...list, changed: rest }, moveBy });
}
