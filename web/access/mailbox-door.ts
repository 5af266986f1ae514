import type { Policy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import type { MarkCookie } from './browser-mark.ts';
import { changeChallenge } from './challenge.ts';
import type { CodeDoor } from './codes.ts';
import type { TryDeps } from './tries.ts';

/** Wrong codes a day for one mailbox, over all browsers that have not entered before. Source: local choice. */
export const MOST_WRONG_A_DAY = 50;
const DAY = 24 * 60;
/** How long a browser counts as that of someone who has entered, in minutes. */
const PROVEN_FOR = 180 * DAY;

/** A page on which people say whose mailbox is theirs and get a code in it. */
export interface MailboxDoor {
  /** What they are about to do: codes, tries and counts of one door mean nothing at another. */
  readonly purpose: string;
  readonly through: string;
  readonly cookie: MarkCookie;
}

/** The door to the pages on which staff enter a referral that came to them. */
export const ENTRY: MailboxDoor = {
  ...{ purpose: 'entering referrals as', through: 'the page for paper referrals' },
  cookie: { name: 'small-steps-entry', path: '/refer/staff' },
};

/** The door to the staff area. */
export const AREA: MailboxDoor = {
  ...{ purpose: 'signing in as', through: 'the page to sign in' },
  cookie: { name: 'small-steps-browser', path: '/staff' },
};

/** The door to the list of the referrals of a mailbox. */
export const MINE: MailboxDoor = {
  ...{ purpose: 'listing the referrals of', through: 'the page of my referrals' },
  cookie: { name: 'small-steps-mine', path: '/referral/mine' },
};

/** Who knocks at a door: the mailbox that was typed, and the mark of the browser. */
export interface Knock {
  readonly door: MailboxDoor;
  readonly typed: string;
  readonly browser: string;
}

/**
 * The key for codes of a door, apart from triage, so that requests here never block a decision. Each browser has codes,
 * tries and waits of its own, so what a stranger does in another one changes nothing in this.
 */
export function codeDoorOf({ door, typed, browser }: Knock): CodeDoor {
  return { mailbox: `${doing(door, typed)} from ${sha256(browser)}`, through: door.through };
}

/** The key of the tries of one browser. */
export const triesOf = ({ door, typed, browser }: Knock) => sha256(`tries of ${doing(door, typed)} from ${browser}`);

const doing = ({ purpose }: MailboxDoor, typed: string) => `${purpose} ${foldedMailbox(typed)}`;
const provenOf = ({ door, typed, browser }: Knock) => sha256(`proven: ${doing(door, typed)} from ${browser}`);
const mailsOf = ({ door, typed }: Knock) => sha256(`mails for ${doing(door, typed)}`);
const wrongOf = ({ door, typed }: Knock) => sha256(`wrong codes for ${doing(door, typed)}`);

type Deps = Pick<TryDeps, 'access' | 'now'>;
type MailDeps = Deps & { readonly policy: Pick<Policy, 'codeBurst' | 'codeWindowMinutes'> };

/** Whether this browser has entered with a code of this mailbox. No stranger can then keep it out. */
export async function isProven({ access, now }: Deps, knock: Knock): Promise<boolean> {
  const proof = await access.readChallenge(provenOf(knock));
  return proof !== undefined && now() < proof.expiresAt;
}

/** Remembers that this browser entered with a code of this mailbox. */
export async function prove({ access, now }: Deps, knock: Knock): Promise<void> {
  const at = now();
  const next = { codeHash: '', expiresAt: plusMinutes(at, PROVEN_FOR), triesLeft: 0, sent: 0, lastSentAt: at };
  await changeChallenge(access, provenOf(knock), () => ({ next, result: undefined }));
}

/**
 * Counts an email that a browser causes which has not entered before: all of them together get as many as one mailbox gets.
 * Answers when the next may go, where this one may not.
 */
export async function countMail({ access, now, policy }: MailDeps, knock: Knock): Promise<string | undefined> {
  const at = now();
  const { codeBurst, codeWindowMinutes } = policy;
  return changeChallenge<string | undefined>(access, mailsOf(knock), (current) => {
    const issues = (current?.issues ?? []).filter((issue) => issue.at > plusMinutes(at, -codeWindowMinutes));
    const oldest = issues.at(-codeBurst);
    if (oldest) return { result: plusMinutes(oldest.at, codeWindowMinutes) };
    const expiresAt = plusMinutes(at, codeWindowMinutes);
    const next = {
      codeHash: '',
      expiresAt,
      triesLeft: 0,
      sent: issues.length,
      lastSentAt: at,
      issues: [...issues, { at }],
    };
    return { next, result: undefined };
  });
}

/** Counts a wrong code of a browser that has not entered before. True for the one that uses up the day. */
export async function countWrong({ access, now }: Deps, knock: Knock): Promise<boolean> {
  const at = now();
  return changeChallenge<boolean>(access, wrongOf(knock), (current) => {
    const isOfToday = current !== undefined && at < current.expiresAt;
    const left = isOfToday ? current.triesLeft : MOST_WRONG_A_DAY;
    if (left === 0) return { result: false };
    const expiresAt = isOfToday ? current.expiresAt : plusMinutes(at, DAY);
    const next = { codeHash: '', expiresAt, triesLeft: left - 1, sent: 0, lastSentAt: at };
    return { next, result: left === 1 };
  });
}

/** Until when browsers that have not entered before wait, after too many wrong codes; undefined while they do not. */
export async function strangersWaitUntil({ access, now }: Deps, knock: Knock): Promise<string | undefined> {
  const current = await access.readChallenge(wrongOf(knock));
  return current?.triesLeft === 0 && now() < current.expiresAt ? current.expiresAt : undefined;
}
