import { expect, test } from 'vitest';
import { personCode } from '#domain/people/code.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { todoAskedOf } from '#domain/people/remind-todo.ts';
import { fallsTo, MANAGERS, newTodo, PRINTERS, todoHandedOn, todoRow } from '#domain/people/todo.ts';
import { aPerson, aTeam } from './sample.ts';

const today = '2026-09-24';
const away = [{ from: '2026-09-21', to: '2026-09-24' }];
const manager = aPerson('m', { roles: ['SERVICE_MANAGER'] });
const asked = { openedAt: '2026-09-24T09:00:00.000Z', due: '2026-09-30T08:00:00.000Z', why: 'LISTED' };
const todo = newTodo({ ...asked, reference: 'R', kind: 'TELL_IN_PERSON', cause: 'LISTED', for: MANAGERS });
const held = todoHandedOn(todo, aPerson('a')) ?? todo;

/** Whom a reminder of it goes to in a team of the manager and this triager. */
function reminded(triager: ReturnType<typeof aPerson>) {
  const team = aTeam(triager, manager);
  return todoAskedOf(held, staffOn(team, today), team);
}

test('falls to who took it over, also outside the role, and to everyone in the role still', () => {
  const staff = staffOn(aTeam(aPerson('a'), aPerson('b'), manager), today);
  expect(['a', 'b'].map((id) => fallsTo(held, aPerson(id), staff))).toEqual([true, false]);
  expect(fallsTo(held, manager, staff)).toBe(true);
});

test('is reminded of at who took it over, and at the role once they are away or have left', () => {
  expect(reminded(aPerson('a'))).toEqual([personCode({ id: 'a' })]);
  expect(reminded(aPerson('a', { leave: away }))).toEqual([personCode(manager)]);
  expect(reminded(aPerson('a', { isActive: false }))).toEqual([personCode(manager)]);
});

test('is handed over once, and shows in its queue who has it', () => {
  expect(todoHandedOn(held, aPerson('a'))).toBeUndefined();
  expect([todoRow(held).claimedBy, todoRow(todo).claimedBy]).toEqual(['a', undefined]);
});

test('a letter to print is reminded of at who prints letters, or the manager where no one does', () => {
  const letter = newTodo({ ...asked, reference: 'R', kind: 'PRINT_LETTER', cause: 'LISTED', for: PRINTERS });
  const remindedOf = (...people: Parameters<typeof aTeam>) => {
    const team = aTeam(...people, manager);
    return todoAskedOf(letter, staffOn(team, today), team);
  };
  const printer = aPerson('adm', { roles: ['ADMINISTRATOR'] });
  expect(remindedOf(aPerson('a'), printer)).toEqual([personCode(printer)]);
  expect(remindedOf(aPerson('a'))).toEqual([personCode(manager)]);
});
