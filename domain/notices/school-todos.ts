import { SCHOOL } from '../case/school.ts';
import { MANAGERS, PRINTERS } from '../people/todo.ts';
import type { AskedTodo } from './asked-todos.ts';

/** How long staff have, in working days: the sessions are in the summer term. Source: local choice. */
const WORKING_DAYS = 5;

const asked = { cause: 'SCHOOL', why: SCHOOL, workingDays: WORKING_DAYS, isOfSchool: true } as const;

/** The letters that invite a family to Starting School. */
export const printOfSchool: AskedTodo = { ...asked, kind: 'PRINT_LETTER', for: PRINTERS };

/** The same invitation, to those whom neither an email nor a letter may reach. */
export const tellOfSchool: AskedTodo = { ...asked, kind: 'TELL_IN_PERSON', for: MANAGERS };
