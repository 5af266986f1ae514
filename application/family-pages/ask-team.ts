import * as z from 'zod';
import { isSecondStage } from '#domain/case/complaint.ts';
import { askOfTodo, askTodo, askTodoId, familyAsked } from '#domain/case/family-ask.ts';
import { type AskedWhat, askedFromSchema, askedWhatSchema } from '#domain/case/family-ask-shape.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import { actorSchema, MACHINE } from '#domain/people/actor.ts';
import { todoDone, todoReopened } from '#domain/people/todo.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import { blankableText } from '#domain/referral/text.ts';
import { pageOfAdult } from '#domain/safe-contact/family-page.ts';
import type { Policy } from '#domain/service/policy.ts';
import { sha256 } from '#domain/values/hash.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import type { SendNotices } from '../notices/send-notices.ts';
import { readFamily } from '../read-family.ts';
import { readRecord } from '../read-record.ts';
import { factsNow } from './facts-now.ts';

const LONGEST = 2000;

/** The rule of each fault of what is told or asked. */
export const askFaults = {
  WHAT_MISSING: 'not-a-choice',
  FROM_MISSING: 'not-a-choice',
  WORDS_MISSING: 'missing',
  WORDS_TOO_LONG: 'too-long',
  WORDS_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type AskFault = keyof typeof askFaults;

/** What can be asked without a word. */
const wordless: readonly AskedWhat[] = ['CALL_ME', 'STOP'];

const words = blankableText(LONGEST, { tooLong: 'WORDS_TOO_LONG', unprintable: 'WORDS_UNPRINTABLE' });

const typedSchema = z
  .object({
    reference: z.string(),
    /** The form's own id: the same form sent twice asks once. */
    id: z.string().regex(/^\w{16,40}$/),
    by: actorSchema,
    what: z.string().pipe(z.enum(askedWhatSchema.options, { error: 'WHAT_MISSING' satisfies AskFault })),
    from: z.string().pipe(z.enum(askedFromSchema.options, { error: 'FROM_MISSING' satisfies AskFault })),
    words,
  })
  .refine((asked) => asked.words !== '' || wordless.includes(asked.what), {
    ...{ error: 'WORDS_MISSING' satisfies AskFault, path: ['words'] },
  });

export type AskResult =
  /** CLOSED: the page was closed, or the team can be asked nothing of this child. */
  | { readonly kind: 'ASKED' | 'CLOSED' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<AskFault>[] };

export interface AskDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly todos: Pick<TodoStore, 'createTodo' | 'readTodo' | 'saveTodo'>;
  readonly sendNotices: SendNotices;
  readonly policy: Policy;
  readonly now: Now;
}

/** The page through which it is asked, by its id, and whose it is. */
export interface ThroughPage {
  readonly place: number;
  readonly page: string;
}

/**
 * Tells or asks the team something of a child, and asks a service manager to answer by a day. The TODO is stored before the case
 * says so, so that no crash leaves words that no one must read. Through a page it counts only while that page stands.
 */
export function askTeam(
  deps: AskDeps,
): (typed: z.input<typeof typedSchema>, through?: ThroughPage) => Promise<AskResult> {
  return async (typed, through) => {
    const read = readCommand(typedSchema, askFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, id: form, what, ...asked } = read.command;
    // Who goes back and sends other words asks something else.
    const id = sha256(JSON.stringify([form, what, asked.from, asked.words])).slice(0, 32);
    const { theCase: before, stored } = await readRecord(deps, reference);
    const sent = addresseesOf(stored.body);
    const facts = await readFamily(deps, before, sent);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const isSecond = isSecondStage(before, what, moment.now, deps.policy);
    const stage = isSecond ? { isSecond } : {};
    const todo = askTodo({ reference, id, what, ...stage, now: moment.now }, deps.policy);
    await deps.todos.createTodo(todo);
    const place = through && { place: through.place };
    const { theCase } = await changeCase(deps.cases, reference, (current) =>
      stands(through, current, factsNow(sent, current, facts))
        ? familyAsked(current, moment, { id, what, ...asked, ...place, ...stage })
        : undefined,
    );
    if (!askOfTodo(theCase, askTodoId(reference, id))) {
      const ended = todoDone(todo, moment.now, MACHINE, 'NOT_ASKED');
      if (ended) await deps.todos.saveTodo(ended);
      return { kind: 'CLOSED' };
    }
    // Something else may have ended the TODO before the case said what it is about.
    const kept = await deps.todos.readTodo(reference, todo.id);
    const open = kept?.done?.why === 'NOT_ASKED' ? todoReopened(kept) : undefined;
    if (open) await deps.todos.saveTodo(open);
    await deps.sendNotices('ASK_RECEIVED', theCase, sent);
    return { kind: 'ASKED' };
  };
}

type Current = Parameters<typeof pageOfAdult>[1];

function stands(through: ThroughPage | undefined, current: Current, facts: Addressees): boolean {
  if (!through) return true;
  const page = pageOfAdult(through.place, current, facts);
  return 'id' in page && page.id === through.page;
}

export type AskTeam = ReturnType<typeof askTeam>;
