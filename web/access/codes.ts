import { askedForCode, type CodeLimits } from '#domain/people/ask-for-code.ts';
import { guessedCode, type StandingCode, standingCode, type Tried } from '#domain/people/guess-code.ts';
import type { Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { changeChallenge } from './challenge.ts';

export interface CodeDeps {
  readonly access: AccessStore;
  readonly now: Now;
  readonly random: RandomBytes;
  readonly policy: CodeLimits;
}

/** What a code opens: the mailbox that it goes to, and the link, or page, through which it is asked for. */
export interface CodeDoor {
  readonly mailbox: string;
  /** The hash of the link; the page where there is no link. */
  readonly through: string;
}

export type Asked =
  | ({ readonly kind: 'MAIL'; readonly code: string; readonly asker: string } & StandingCode)
  | ({ readonly kind: 'IN_MAILBOX' } & StandingCode)
  | { readonly kind: 'WAIT'; readonly againAt: string };

/**
 * Asks for the code of a mailbox. `MAIL`: this one is to be mailed now, in place of the one before, and the page that
 * asked holds `asker`. `IN_MAILBOX`: one that works was sent a moment ago. `WAIT`: no other before then.
 */
export async function askCode(deps: CodeDeps, door: CodeDoor, isNew: boolean): Promise<Asked> {
  const { policy, random } = deps;
  const id = idOf(door.mailbox);
  const code = sixDigits(random);
  const asker = Buffer.from(random(16)).toString('base64url');
  const at = deps.now();
  return changeChallenge<Asked>(deps.access, id, (current) => {
    const answer = askedForCode(current, { at, through: door.through, isNew }, policy);
    if (answer.kind !== 'MAIL') return { result: answer };
    const { issues } = answer;
    const tries = {
      triesLeft: policy.codeTries,
      guesses: [],
      asker: { hash: sha256(asker), triesLeft: policy.codeTries },
    };
    const times = { lastSentAt: at, expiresAt: plusMinutes(at, policy.codeMinutes) };
    const next = { codeHash: hashOf(id, code), sent: issues.length, issues, ...tries, ...times };
    return { next, result: { kind: 'MAIL', code, asker, sentAt: at, until: next.expiresAt } };
  });
}

/** Takes back the code that could not be mailed, so that asking again sends another. */
export async function withdrawCode(deps: Pick<CodeDeps, 'access'>, { mailbox }: CodeDoor, code: string): Promise<void> {
  const id = idOf(mailbox);
  await changeChallenge(deps.access, id, (current) =>
    current?.codeHash === hashOf(id, code)
      ? { next: { ...current, codeHash: '' }, result: undefined }
      : { result: undefined },
  );
}

/** The code that lies in a mailbox and still works; undefined where there is none. */
export async function codeOf(
  { access, now }: Pick<CodeDeps, 'access' | 'now'>,
  { mailbox }: CodeDoor,
): Promise<StandingCode | undefined> {
  return standingCode(await access.readChallenge(idOf(mailbox)), now());
}

/**
 * Whether this is the mailbox's code. Every guess is counted before its result is known. A right one uses the code up.
 * `asker` is what the page of the guess holds.
 */
export async function tryCode(
  { access, now, policy }: Omit<CodeDeps, 'random'>,
  { mailbox, through }: CodeDoor,
  guess: { readonly code: string; readonly asker?: string | undefined },
): Promise<Tried> {
  const id = idOf(mailbox);
  const asker = guess.asker === undefined ? {} : { asker: sha256(guess.asker) };
  const hashed = { at: now(), through, codeHash: hashOf(id, guess.code), ...asker };
  return changeChallenge<Tried>(access, id, (current) => guessedCode(current, hashed, policy));
}

/** The same for every way to write a mailbox. */
function idOf(mailbox: string): string {
  return sha256(`code for ${foldedMailbox(mailbox)}`);
}

function hashOf(id: string, code: string): string {
  return sha256(`${id} ${code}`);
}

/** 48 random bits leave no digit measurably likelier than another. */
function sixDigits(random: RandomBytes): string {
  const number = Buffer.from(random(6)).readUIntBE(0, 6) % 1_000_000;
  return String(number).padStart(6, '0');
}
