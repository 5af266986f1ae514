import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { isReferrer } from '#domain/case/hand-over.ts';
import {
  type AskedAgain,
  lookAgainAsked,
  lookAgainTodo,
  lookAgainTodoId,
  mayAskAgain,
  openLookAgain,
} from '#domain/case/look-again.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import { actorCode, actorSchema, MACHINE, mailboxOfActor, referrerActor } from '#domain/people/actor.ts';
import { type Todo, todoDone } from '#domain/people/todo.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import { text } from '#domain/referral/text.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import type { SendNotices } from '../notices/send-notices.ts';
import { readRecord } from '../read-record.ts';

const LONGEST = 2000;

/** The rule of each fault of what is asked. */
export const lookAgainFaults = {
  FROM_MISSING: 'not-a-choice',
  WORDS_MISSING: 'missing',
  WORDS_TOO_LONG: 'too-long',
  WORDS_UNPRINTABLE: 'unprintable',
  WORDS_SAY_NOTHING: 'says-nothing',
} as const satisfies Record<string, CommandRule>;
export type LookAgainFault = keyof typeof lookAgainFaults;

const reason = text(LONGEST, {
  missing: 'WORDS_MISSING',
  tooLong: 'WORDS_TOO_LONG',
  unprintable: 'WORDS_UNPRINTABLE',
  saysNothing: 'WORDS_SAY_NOTHING',
});

const askSchema = z.object({
  reference: z.string(),
  /** The mailbox that asks. It must be the present referrer's or their team's. */
  by: z.string(),
  reason,
});

const enterSchema = z.object({
  reference: z.string(),
  /** The member of staff whom someone asked, by phone or in person. */
  by: actorSchema,
  from: z
    .string()
    .trim()
    .pipe(z.enum(['FAMILY', 'REFERRER'], { error: 'FROM_MISSING' satisfies LookAgainFault })),
  reason,
});

export type LookAgainResult =
  /** ALREADY: something else was asked before and waits for an answer. NOT_OFFERED: the case has not ended. */
  | { readonly kind: 'ASKED' | 'ALREADY' | 'NOT_OFFERED' | 'NOT_YOURS' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<LookAgainFault>[] };

export interface LookAgainDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly todos: Pick<TodoStore, 'createTodo' | 'saveTodo'>;
  readonly sendNotices: SendNotices;
  readonly policy: Policy;
  readonly now: Now;
}

/**
 * Asks the team to check a closed case again, for its referrer: one thing at a time. The TODO of staff is stored before the
 * case says that it was asked, so that no crash leaves words that no one must read.
 */
export function askToLookAgain(deps: LookAgainDeps): (typed: z.input<typeof askSchema>) => Promise<LookAgainResult> {
  return async (typed) => {
    const read = readCommand(askSchema, lookAgainFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, by, reason: words } = read.command;
    const isTheirs = (theCase: Case, referral: Addressees) => isReferrer(theCase, referral, by);
    return ask(deps, reference, { words, by: referrerActor(by) }, isTheirs);
  };
}

export type EnterLookAgain = (typed: z.input<typeof enterSchema>) => Promise<LookAgainResult>;

/** The same for a family or a referrer who asked a member of staff: who asked and why is entered as they said it. */
export function enterLookAgain(deps: LookAgainDeps): EnterLookAgain {
  return async (typed) => {
    const read = readCommand(enterSchema, lookAgainFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, by, from, reason: words } = read.command;
    return ask(deps, reference, { words, by, from }, () => true);
  };
}

/** The same for a member of staff, who has seen that the rules ended it and finds that wrong. */
export function askForStaff(deps: LookAgainDeps, reference: string, request: AskedAgain): Promise<LookAgainResult> {
  return ask(deps, reference, request, () => true);
}

type IsTheirs = (theCase: Case, referral: Addressees) => boolean;

async function ask(
  deps: LookAgainDeps,
  reference: string,
  request: AskedAgain,
  isTheirs: IsTheirs,
): Promise<LookAgainResult> {
  const { theCase: before, stored } = await readRecord(deps, reference);
  const referral = addresseesOf(stored.body);
  if (!isTheirs(before, referral)) return { kind: 'NOT_YOURS' };
  if (!mayAskAgain(before)) return { kind: 'NOT_OFFERED' };
  const theCase = openLookAgain(before) ? before : await asked(deps, before, request, (now) => isTheirs(now, referral));
  const open = openLookAgain(theCase);
  if (!open || !isSame(open, request)) return { kind: 'ALREADY' };
  await deps.sendNotices('LOOK_AGAIN_ASKED', theCase, referral);
  return { kind: 'ASKED' };
}

/** The same form, sent once more. */
function isSame(open: AskedAgain, { by, words }: AskedAgain): boolean {
  const isBySame = actorCode(open.by) === actorCode(by) && mailboxOfActor(open.by) === mailboxOfActor(by);
  return isBySame && open.words === words;
}

async function asked(
  deps: LookAgainDeps,
  { reference }: Case,
  request: AskedAgain,
  mayAsk: (current: Case) => boolean,
): Promise<Case> {
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  const todo = lookAgainTodo(reference, moment.now, deps.policy);
  await deps.todos.createTodo(todo);
  const { theCase } = await changeCase(deps.cases, reference, (current) =>
    mayAsk(current) ? lookAgainAsked(current, moment, request) : undefined,
  );
  if (lookAgainTodoId(theCase) !== todo.id) await callOff(deps, todo);
  return theCase;
}

/** Someone else was first: what they asked has a TODO of its own. */
async function callOff({ todos, now }: LookAgainDeps, todo: Todo): Promise<void> {
  const ended = todoDone(todo, now(), MACHINE, 'NOT_ASKED');
  if (ended) await todos.saveTodo(ended);
}
