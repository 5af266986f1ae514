import { MANAGERS, PRINTERS } from '../people/todo.ts';
import type { AskedTodo } from './asked-todos.ts';

/** How long staff have to post a letter or to decide, in working days. Source: local choice. */
const SOON = 5;

/** The letters that offer a family something. */
export const printOfOffer: AskedTodo = {
  ...{ kind: 'PRINT_LETTER', for: PRINTERS, workingDays: SOON },
  cause: 'OFFERED',
  why: 'OFFERED',
  isOfOffer: true,
};

/** An offer, to a family that no email or letter may reach. */
export const tellOfOffer: AskedTodo = {
  ...{ kind: 'TELL_IN_PERSON', cause: 'OFFERED', for: MANAGERS, why: 'OFFERED', workingDays: 1, isOfOffer: true },
};

/** To ring a family that asked for it, that did not answer an offer, or that did not want it. */
export const ringFamily: AskedTodo = {
  ...{ kind: 'RING_FAMILY', cause: 'RING', for: MANAGERS, why: 'NO_ANSWER', workingDays: 1, isOfOffer: true },
};

/** Further weekly sessions of home visits, for the service manager to decide. */
export const decideExtension: AskedTodo = {
  ...{ kind: 'DECIDE_EXTENSION', cause: 'X1', for: MANAGERS, why: 'EXTENSION', workingDays: SOON, isOfExtension: true },
};
