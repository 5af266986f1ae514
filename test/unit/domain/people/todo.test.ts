import { describe, expect, test } from 'vitest';
import { referenceOfTask } from '#domain/case/task.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import type { Person } from '#domain/people/person.ts';
import { fallsTo, MANAGERS, newTodo, referenceOfTodo, TRIAGERS, todoDone } from '#domain/people/todo.ts';
import { reference } from '#test/http/records.ts';

const at = '2026-09-24T08:00:00.000Z';
const asked = { reference, cause: 'n1', why: 'UNSAFE_CONTACT', openedAt: at, due: '2026-09-28T08:00:00.000Z' };
const todo = newTodo({ ...asked, kind: 'TELL_IN_PERSON', for: 'PERSON:sam' });
const person = (id: string, ...roles: Person['roles']): Person => ({
  ...{ id, name: 'Sam Field', mailbox: `${id}@example.org`, leave: [], isActive: true },
  roles,
});

/** No one else is asked on this day. */
const staff = { triagers: [], managers: [] };

describe('what people must do beside a task', () => {
  test('has an id that the same cause gives it again, and another cause does not', () => {
    expect(newTodo({ ...asked, kind: 'TELL_IN_PERSON', for: 'PERSON:kim' }).id).toBe(todo.id);
    expect(newTodo({ ...asked, kind: 'TELL_IN_PERSON', for: 'PERSON:sam', cause: 'n2' }).id).not.toBe(todo.id);
  });

  test('is known by its id from the task of a workflow, and the reverse', () => {
    expect([referenceOfTodo(todo.id), referenceOfTask(todo.id)]).toEqual([reference, undefined]);
    expect([referenceOfTodo(`${reference}-T1`), referenceOfTask(`${reference}-T1`)]).toEqual([undefined, reference]);
  });

  test.each([
    '',
    reference,
    `${reference}-`,
    'OTHER-TELL_IN_PERSON-n1',
    `${reference}-tell-n1`,
    `${reference}-TELL-n/1`,
  ])('has no id such as %o (malformed)', (id) => {
    expect(referenceOfTodo(id)).toBeUndefined();
  });

  test('is done by whoever was first (twice)', () => {
    const done = todoDone(todo, at, personActor('sam', 'Sam Field', 'triager'));
    expect(done).toMatchObject({ version: 2, done: { at, by: { kind: 'PERSON', id: 'sam' } } });
    expect(done && todoDone(done, at, MACHINE)).toBeUndefined();
  });

  test('falls to the person it names, and to no one else', () => {
    expect(fallsTo(todo, person('sam'), staff)).toBe(true);
    expect(fallsTo(todo, person('kim', 'TRIAGER', 'SERVICE_MANAGER'), staff)).toBe(false);
  });

  test('falls to everyone in the role that it names', () => {
    const forManagers = { for: 'ROLE:SERVICE_MANAGER' };
    expect(fallsTo(forManagers, person('kim', 'TRIAGER', 'SERVICE_MANAGER'), staff)).toBe(true);
    expect(fallsTo(forManagers, person('sam', 'TRIAGER'), staff)).toBe(false);
  });

  test('falls to who stands in for that role today, and to no colleague of theirs', () => {
    const [deputy, other] = [person('kim', 'PRACTITIONER'), person('sam', 'PRACTITIONER')];
    const today = { triagers: [], managers: [deputy] };
    expect(fallsTo({ for: MANAGERS }, deputy, today)).toBe(true);
    expect(fallsTo({ for: MANAGERS }, other, today)).toBe(false);
  });

  test('falls to the service managers too when it falls to the triagers, and not the reverse', () => {
    const today = { triagers: [person('sam', 'TRIAGER')], managers: [person('kim', 'SERVICE_MANAGER')] };
    expect(fallsTo({ for: TRIAGERS }, person('kim', 'SERVICE_MANAGER'), today)).toBe(true);
    expect(fallsTo({ for: MANAGERS }, person('sam', 'TRIAGER'), today)).toBe(false);
  });
});
