import type { Policy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { changeChallenge } from '../../access/challenge.ts';
import type { CodeDoor } from '../../access/codes.ts';
import type { TryDeps } from '../../access/tries.ts';

/** Wrong codes a day for one mailbox, over all browsers that have not entered before. Source: local choice. */
export const MOST_WRONG_A_DAY = 50;
const DAY = 24 * 60;
/** How long a browser counts as that of someone who has entered, in minutes. */
const PROVEN_FOR = 180 * DAY;

/**
 * The key for codes here, apart from triage, so that requests here never block a decision. Each browser has codes, tries
 * and waits of its own, so what a stranger does in another one changes nothing in this.
 */
export function doorOf(typed: string, browser: string): CodeDoor {
  return { mailbox: `${entering(typed)} from ${sha256(browser)}`, through: 'the page for paper referrals' };
}

/** The key of the tries of one browser. */
export const triesOf = (typed: string, browser: string) => sha256(`tries of ${entering(typed)} from ${browser}`);

const entering = (typed: string) => `entering referrals as ${foldedMailbox(typed)}`;
const provenOf = (typed: string, browser: string) => sha256(`proven: ${entering(typed)} from ${browser}`);
const mailsOf = (typed: string) => sha256(`mails for ${entering(typed)}`);
const wrongOf = (typed: string) => sha256(`wrong codes for ${entering(typed)}`);

type Deps = Pick<TryDeps, 'access' | 'now'>;
type MailDeps = Deps & { readonly policy: Pick<Policy, 'codeBurst' | 'codeWindowMinutes'> };

/** Whether this browser has entered with a code of this mailbox. No stranger can then keep it out. */
export async function isProven({ access, now }: Deps, typed: string, browser: string): Promise<boolean> {
  const proof = await access.readChallenge(provenOf(typed, browser));
  return proof !== undefined && now() < proof.expiresAt;
}

/** Remembers that this browser entered with a code of this mailbox. */
export async function prove({ access, now }: Deps, typed: string, browser: string): Promise<void> {
  const at = now();
  const next = { codeHash: '', expiresAt: plusMinutes(at, PROVEN_FOR), triesLeft: 0, sent: 0, lastSentAt: at };
  await changeChallenge(access, provenOf(typed, browser), () => ({ next, result: undefined }));
}

/**
 * Counts an email that a browser causes which has not entered before: all of them together get as many as one mailbox gets.
 * Answers when the next may go, where this one may not.
 */
export async function countMail({ access, now, policy }: MailDeps, typed: string): Promise<string | undefined> {
  const at = now();
  const { codeBurst, codeWindowMinutes } = policy;
  return changeChallenge<string | undefined>(access, mailsOf(typed), (current) => {
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
export async function countWrong({ access, now }: Deps, typed: string): Promise<boolean> {
  const at = now();
  return changeChallenge<boolean>(access, wrongOf(typed), (current) => {
    const isOfToday = current !== undefined && at < current.expiresAt;
    const left = isOfToday ? current.triesLeft : MOST_WRONG_A_DAY;
    if (left === 0) return { result: false };
    const expiresAt = isOfToday ? current.expiresAt : plusMinutes(at, DAY);
    const next = { codeHash: '', expiresAt, triesLeft: left - 1, sent: 0, lastSentAt: at };
    return { next, result: left === 1 };
  });
}

/** Until when browsers that have not entered before wait, after too many wrong codes; undefined while they do not. */
export async function strangersWaitUntil({ access, now }: Deps, typed: string): Promise<string | undefined> {
  const current = await access.readChallenge(wrongOf(typed));
  return current?.triesLeft === 0 && now() < current.expiresAt ? current.expiresAt : undefined;
}
