import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { isComplaint, mayNotAnswer } from '#domain/case/complaint.ts';
import { askOfTodo, familyAnswered, isAskOpen } from '#domain/case/family-ask.ts';
import { answeredHowSchema, type FamilyAsk, upheldSchema } from '#domain/case/family-ask-shape.ts';
import { bandIn } from '#domain/lists/band.ts';
import { changingBand } from '#domain/lists/change-place.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { type Actor, actorId } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { FamilyFacts } from '#domain/safe-contact/facts.ts';
import { pageOfAdult } from '#domain/safe-contact/family-page.ts';
import { wayTo } from '#domain/safe-contact/way-to.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { changeCase } from '../change-case.ts';
import { type CommandRule, readCommand } from '../command.ts';
import { dayFaults, withDay } from '../day-command.ts';
import { changeEntry } from '../lists/change-entry.ts';
import { holdersOf, type ListDeps } from '../lists/do-lists.ts';
import { readFamily } from '../read-family.ts';
import { readRecord } from '../read-record.ts';
import type { ConfirmDeps } from './confirm-withdrawal.ts';
import { finishTodo } from './finish-todo.ts';
import type { TodoResult } from './tell-in-person.ts';
import { wordsFaults, wordsSchema } from './words-command.ts';

/** The rule of each fault of what staff enter about their answer to a family. */
export const answerFamilyFaults = {
  HOW_MISSING: 'not-a-choice',
  NO_PAGE: 'not-a-choice',
  BAND_MISSING: 'not-a-choice',
  UPHELD_MISSING: 'not-a-choice',
  DECIDED_IT: 'not-a-choice',
  ...dayFaults,
  ...wordsFaults,
} as const satisfies Record<string, CommandRule>;
export type AnswerFamilyFault = keyof typeof answerFamilyFaults;

const typedSchema = z.object({
  /** What becomes of the band: `STAYS`, or the one that is right now. Read only where something has changed. */
  band: z.string().trim(),
  /** Whether we agree with it. Read only where it is a complaint. */
  upheld: z.string().trim().default(''),
  how: z
    .string()
    .trim()
    .pipe(z.enum(answeredHowSchema.options, { error: 'HOW_MISSING' satisfies AnswerFamilyFault })),
  on: z.string(),
  words: wordsSchema,
});
type Typed = z.input<typeof typedSchema>;

type AnswerDeps = ConfirmDeps & ListDeps;

/** Whether who asked can read the answer on a page: they have one, and an email may say that it is there. */
export function mayAnswerOnPage(ask: Pick<FamilyAsk, 'place'> | undefined, theCase: Case, facts: FamilyFacts): boolean {
  if (ask?.place === undefined) return false;
  return 'id' in pageOfAdult(ask.place, theCase, facts) && 'address' in wayTo(ask.place, 'EMAIL', facts);
}

/**
 * Enters what was answered to what a family or a professional told or asked, once, and the band where that is to change: only a
 * person changes the order of a list. It stands in the case before anyone is told and the TODO is done, so that entering it
 * again after a crash finishes it.
 */
export function answerFamily(
  deps: AnswerDeps,
): (todo: Todo, by: Actor, typed: Typed) => Promise<TodoResult<AnswerFamilyFault>> {
  return async (todo, by, typed) => {
    const now = deps.now();
    const { theCase: before, stored } = await readRecord(deps, todo.reference);
    const sent = addresseesOf(stored.body);
    const ask = askOfTodo(before, todo.id);
    const facts = await readFamily(deps, before, sent);
    const whole = ask && isComplaint(ask.what) ? await deps.cases.readWholeCase(todo.reference) : undefined;
    const asked = {
      ...{ isOfBand: ask?.what === 'CHANGED', onPage: mayAnswerOnPage(ask, before, facts) },
      ...{
        isComplaint: whole !== undefined,
        mayAnswer: !whole || !ask || !mayNotAnswer(whole, ask, actorId(by) ?? ''),
      },
    };
    const days = { from: londonDateOf(ask?.at ?? todo.openedAt), today: londonDateOf(now) };
    const read = readCommand(
      withDay(schemaOf(asked), days, ({ how }) => how !== 'PAGE'),
      answerFamilyFaults,
      typed,
    );
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { how, words, on, band: chosen, upheld: found } = read.command;
    const band = asked.isOfBand && isAskOpen(before, todo.id) ? bandIn(chosen) : undefined;
    if (band) await changeEntry(holdersOf(deps))(todo.reference, changingBand(band, { by, now, reason: words }));
    const upheld = asked.isComplaint ? upheldSchema.safeParse(found).data : undefined;
    const answer = { by, how, words, on: how === 'PAGE' ? days.today : on, ...(upheld && { upheld }) };
    const moment = { now, policyVersion: deps.policy.version };
    const { theCase, saved } = await changeCase(deps.cases, todo.reference, (current) =>
      familyAnswered(current, moment, todo.id, answer),
    );
    if (askOfTodo(theCase, todo.id)?.answer?.how === 'PAGE') await deps.sendNotices('ASK_ANSWERED', theCase, sent);
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}

type AskedFor = Readonly<Record<'isOfBand' | 'onPage' | 'isComplaint' | 'mayAnswer', boolean>>;

function schemaOf({ isOfBand, onPage, isComplaint: isComplained, mayAnswer }: AskedFor) {
  const refused = (error: AnswerFamilyFault, path: string) => ({ error, path: [path], when: () => true });
  return typedSchema
    .refine(({ band }) => !isOfBand || band === 'STAYS' || bandIn(band) !== undefined, refused('BAND_MISSING', 'band'))
    .refine(({ how }) => how !== 'PAGE' || onPage, refused('NO_PAGE', 'how'))
    .refine(
      ({ upheld }) => !isComplained || upheldSchema.safeParse(upheld).success,
      refused('UPHELD_MISSING', 'upheld'),
    )
    .refine(() => mayAnswer, refused('DECIDED_IT', 'upheld'));
}
