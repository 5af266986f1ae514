import { email } from '../referral/text.ts';
import type { Policy } from '../service/policy.ts';
import { plusMinutes } from '../values/dates.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { workingMorningUntil } from '../values/working-days.ts';
import type { Draft } from './draft.ts';
import { droppedBy } from './files.ts';

const MINUTES_A_DAY = 24 * 60;

/** An answer longer than this is not kept; no field takes as much. In characters. */
const MOST_CHARACTERS = 20_000;

/** A draft with more than this in its answers is not saved: it must fit into one item, whose 400 KB count bytes. In bytes. */
const MOST_IN_ALL = 300_000;

const LINKS_A_DAY = 5;

type DraftPolicy = Pick<Policy, 'draftDays' | 'draftReminderDays'> & WorkingCalendar;

/** A draft with nothing in it yet, kept for the policy's days from its creation. */
export function newDraft(id: string, now: string, policy: DraftPolicy): Draft {
  const expiresAt = later(now, policy.draftDays);
  const remindAt = reminderAt(expiresAt, policy);
  const times = { createdAt: now, updatedAt: now, remindAt, expiresAt };
  return { id, version: 1, ...times, answers: {}, done: [], linksSentAt: [], attempt: 1 };
}

/** The same before it is stored: that waits for its first answer. */
export function unstoredDraft(id: string, now: string, policy: DraftPolicy): Draft {
  return { ...newDraft(id, now, policy), version: 0 };
}

/** False until its first answer was saved. */
export const isStored = ({ version }: Pick<Draft, 'version'>) => version > 0;

/**
 * On a working morning, early rather than late, because the erasure does not wait for someone who is away. None for no
 * days.
 */
function reminderAt(expiresAt: string, policy: DraftPolicy): string {
  const latest = later(expiresAt, -policy.draftReminderDays);
  return policy.draftReminderDays === 0 ? latest : workingMorningUntil(latest, policy);
}

/** The draft with a page's answers in place of its earlier ones; every other page's answers stay as they are. */
export function withPage(
  draft: Draft,
  now: string,
  page: { path: string; names: readonly string[]; typed: Readonly<Record<string, string>>; isDone: boolean },
): Draft {
  const others = Object.entries(draft.answers).filter(([name]) => !page.names.includes(name));
  const mine = page.names.map((name) => [name, (page.typed[name] ?? '').slice(0, MOST_CHARACTERS)] as const);
  const done = draft.done.filter((path) => path !== page.path);
  const answers = Object.fromEntries([...others, ...mine]);
  return next(draft, now, { answers, done: page.isDone ? [...done, page.path] : done });
}

/** True when the answers still fit. */
export function fits({ answers }: Draft): boolean {
  return new TextEncoder().encode(JSON.stringify(answers)).length <= MOST_IN_ALL;
}

/** The draft after a link to it was sent. */
export function withLinkSent(draft: Draft, now: string, mailbox: string): Draft {
  return next(draft, now, { mailbox, linksSentAt: [...draft.linksSentAt, now].slice(-20) });
}

/** True while another link may be sent: at most five in a day, so that no one is flooded with them. */
export function maySendLink({ linksSentAt }: Draft, now: string): boolean {
  return linksSentAt.filter((at) => later(at, 1) > now).length < LINKS_A_DAY;
}

/**
 * The mailbox to remind once that an unsent draft will be deleted: the one that asked for a link, else the referrer's.
 * What staff enter is theirs alone: its referrer is not written to.
 */
export function reminderMailbox({ mailbox, answers, entry, ...draft }: Draft): string | undefined {
  if (draft.remindedAt || draft.sent || draft.erasedAt) return undefined;
  const typed = entry ? undefined : email().safeParse(answers['referrer.email']).data;
  return mailbox ?? typed;
}

/** The draft after its owner was reminded that it will be deleted; with no instant, as if that had not happened. */
export function asReminded(draft: Draft, now: string, remindedAt: string | undefined): Draft {
  const { remindedAt: _, ...rest } = draft;
  return next(rest, now, remindedAt === undefined ? {} : { remindedAt });
}

/** When the sweeper must look: for the reminder, where there is someone to remind; to erase; for files that are left of it. */
export function draftDueAt(draft: Draft): string | undefined {
  if (draft.erasedAt) return draft.forgetAt;
  return reminderMailbox(draft) === undefined ? draft.expiresAt : draft.remindAt;
}

/** The next version of a draft. A file that it names no longer is not lost sight of. */
export function next(draft: Draft, now: string, changes: Partial<Draft>): Draft {
  const changed = { ...draft, ...changes, version: draft.version + 1, updatedAt: now };
  const dropped = droppedBy(draft, changed.answers);
  return dropped.length > 0 ? { ...changed, dropped } : changed;
}

function later(at: string, days: number): string {
  return plusMinutes(at, days * MINUTES_A_DAY);
}
