import { PLAY } from '../case/play.ts';
import { MANAGERS, PRINTERS } from '../people/todo.ts';
import type { AskedTodo } from './asked-todos.ts';

/** How long staff have, in working days: it is every week. Source: local choice. */
const WORKING_DAYS = 10;

const asked = { cause: 'PLAY', why: PLAY, workingDays: WORKING_DAYS } as const;

/** The letters that invite a family to Stay and Play. */
export const printOfPlay: AskedTodo = { ...asked, kind: 'PRINT_LETTER', for: PRINTERS };

/** The same invitation, to those whom neither an email nor a letter may reach. */
export const tellOfPlay: AskedTodo = { ...asked, kind: 'TELL_IN_PERSON', for: MANAGERS };
