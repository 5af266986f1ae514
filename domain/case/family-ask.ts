import { MANAGERS, newTodo, type Todo, todoId } from '../people/todo.ts';
import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { londonDateOf } from '../values/dates.ts';
import { addWorkingDays, workingMorning } from '../values/working-days.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { complaintDueOn, isComplaint } from './complaint.ts';
import { hasDied } from './death.ts';
import type { AskedWhat, FamilyAsk } from './family-ask-shape.ts';
import { isSuspicious } from './suspicion.ts';

type Asks = Pick<Case, 'reference' | 'familyAsks'>;

/** How long a named person has to look and to answer, in working days. Source: RULES and issue, "a door, with a time". */
export const LOOK_WORKING_DAYS = 5;
/** How long for what waits for a call, in working days. Source: local choice. */
export const CALL_WORKING_DAYS = 2;

/** How many that wait for an answer a case holds, and how many answered ones stay on the page. */
const MOST_OPEN = 20;
const MOST_ANSWERED = 10;

const toCall: readonly string[] = ['CALL_ME', 'STOP'] satisfies AskedWhat[];

/** By which day staff answer what was asked on this one. */
export function askDueOn(
  { what, isSecond = false }: Pick<FamilyAsk, 'what' | 'isSecond'>,
  on: string,
  policy: Policy,
): string {
  if (isComplaint(what)) return complaintDueOn(isSecond, on, policy);
  return addWorkingDays(on, toCall.includes(what) ? CALL_WORKING_DAYS : LOOK_WORKING_DAYS, policy);
}

/** What waits for an answer, oldest first. */
export function openAsks({ familyAsks = [] }: Pick<Case, 'familyAsks'>): readonly FamilyAsk[] {
  return familyAsks.filter(({ answer }) => answer === undefined);
}

/** The case with what was told or asked. Undefined where it stands already, too many wait, or no one may be asked of this child. */
export function familyAsked(theCase: Case, moment: Moment, asked: Omit<FamilyAsk, 'at' | 'answer'>): Case | undefined {
  const { familyAsks = [] } = theCase;
  if (hasDied(theCase) || isSuspicious(theCase)) return undefined;
  if (familyAsks.some(({ id }) => id === asked.id) || openAsks(theCase).length >= MOST_OPEN) return undefined;
  const { by, what, from, words } = asked;
  const patch = { familyAsks: [...familyAsks, { ...asked, at: moment.now }], moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'ASK_RECEIVED', by, what, from, text: words });
}

type Answer = Omit<NonNullable<FamilyAsk['answer']>, 'at'>;

/** The case with the answer to what this TODO asks for. Undefined where it was answered, or was never asked. */
export function familyAnswered(theCase: Case, moment: Moment, todo: string, answer: Answer): Case | undefined {
  const { familyAsks = [] } = theCase;
  const ask = askOfTodo(theCase, todo);
  if (!ask || ask.answer) return undefined;
  const done = familyAsks.map((one) => (one === ask ? { ...ask, answer: { ...answer, at: moment.now } } : one));
  const answered = done.filter((one) => one.answer !== undefined);
  const old = new Set(answered.slice(0, -MOST_ANSWERED));
  const patch = { familyAsks: done.filter((one) => !old.has(one)), moveBy: theCase.moveBy };
  const { by, on, how, words, upheld } = answer;
  const found = upheld === undefined ? {} : { upheld };
  return applyChange(theCase, moment, patch, {
    event: 'ASK_ANSWERED',
    by,
    what: ask.what,
    on,
    how,
    text: words,
    ...found,
  });
}

const KIND = 'ANSWER_FAMILY';

/** What this TODO asks for, answered or not; undefined for every other TODO. */
export function askOfTodo({ reference, familyAsks = [] }: Asks, todo: string): FamilyAsk | undefined {
  return familyAsks.find(({ id }) => askTodoId(reference, id) === todo);
}

/** What was answered last; undefined where nothing was. */
export function lastAnswered({ familyAsks = [] }: Pick<Case, 'familyAsks'>): FamilyAsk | undefined {
  return familyAsks
    .filter(({ answer }) => answer !== undefined)
    .toSorted((a, b) => (answeredAt(a) < answeredAt(b) ? -1 : 1))
    .at(-1);
}

const answeredAt = ({ answer }: FamilyAsk) => answer?.at ?? '';

/** Whether this TODO asks for something that no one has answered. */
export function isAskOpen(theCase: Asks, todo: string): boolean {
  const ask = askOfTodo(theCase, todo);
  return ask !== undefined && ask.answer === undefined;
}

/** The id of the TODO of what was asked. */
export function askTodoId(reference: string, id: string): string {
  return todoId(reference, { kind: KIND, cause: id });
}

/** What a service manager is to do about it: to look, and to answer by this working morning. */
export function askTodo(
  {
    reference,
    id,
    what,
    isSecond,
    now,
  }: { readonly reference: string; readonly now: string } & Pick<FamilyAsk, 'id' | 'what' | 'isSecond'>,
  policy: Policy,
): Todo {
  const due = workingMorning(askDueOn({ what, isSecond }, londonDateOf(now), policy), policy);
  return newTodo({ kind: KIND, cause: id, for: MANAGERS, why: what, reference, openedAt: now, due });
}
