import { CHECK_IN } from '../case/check-in.ts';
import { MANAGERS, PRINTERS } from '../people/todo.ts';
import type { AskedTodo } from './asked-todos.ts';

/** How long staff have, in working days: nothing waits for it. Source: local choice. */
const WORKING_DAYS = 10;

const asked = { cause: 'CHECKIN', why: CHECK_IN, workingDays: WORKING_DAYS, isOfCheckIn: true } as const;

/** The letters that ask a family whether anything has changed. */
export const printOfCheckIn: AskedTodo = { ...asked, kind: 'PRINT_LETTER', for: PRINTERS };

/** The same question, to those whom neither an email nor a letter may reach. */
export const tellOfCheckIn: AskedTodo = { ...asked, kind: 'TELL_IN_PERSON', for: MANAGERS };
