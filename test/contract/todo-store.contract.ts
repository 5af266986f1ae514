import { describe, expect, it } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import { todoDone } from '#domain/people/todo.ts';
import { AT, aTodo, minutesAfter } from './samples.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

export function todoStoreContract(open: OpenStore): void {
  describe('the store of what people must do beside a task', () => {
    it('asks once for one cause, when a hundred ask at once', async () => {
      const { stores } = await open();
      const todo = aTodo('REF1');
      expect(await winnersOf(hundred.map(() => stores.todos.createTodo(todo)))).toBe(1);
      expect(await stores.todos.readTodo('REF1', todo.id)).toEqual(todo);
    });

    it('has one winner when a hundred say at once that they have done it', async () => {
      const { stores } = await open();
      const todo = aTodo('REF1');
      await stores.todos.createTodo(todo);
      const attempts = hundred.map(async (i) => {
        const done = todoDone(todo, minutesAfter(i), MACHINE);
        return done !== undefined && stores.todos.saveTodo(done);
      });
      expect(await winnersOf(attempts)).toBe(1);
    });

    it('keeps what a later release has stored in it', async () => {
      const { stores } = await open();
      const later = { ...aTodo('REF1'), letter: 'l1' };
      await stores.todos.createTodo(later);
      const read = await stores.todos.readTodo('REF1', later.id);
      const done = read && todoDone(read, AT, MACHINE);
      if (done) await stores.todos.saveTodo(done);
      expect(await stores.todos.readTodo('REF1', later.id)).toMatchObject({ letter: 'l1', done: { at: AT } });
    });

    it('gives all of a referral, done or not, and those of no other', async () => {
      const { stores } = await open();
      const [first, second] = [aTodo('REF1'), aTodo('REF1', { kind: 'CONFIRM_BAND' })];
      for (const todo of [first, second, aTodo('REF2')]) await stores.todos.createTodo(todo);
      const done = todoDone(first, AT, MACHINE);
      if (done) await stores.todos.saveTodo(done);
      expect((await stores.todos.todosOf('REF1')).map(({ id }) => id).sort()).toEqual([second.id, first.id].sort());
    });

    it('shows it in the queue of whom it falls to while it is open, the first due first', async () => {
      const { stores, catchUp } = await open();
      const [late, early] = [aTodo('REF1'), aTodo('REF2', { due: minutesAfter(5) })];
      for (const todo of [late, early, aTodo('REF3', { for: 'ROLE:SERVICE_MANAGER' })]) {
        await stores.todos.createTodo(todo);
      }
      catchUp();
      const asked = { kind: 'TELL_IN_PERSON', why: 'UNSAFE_CONTACT', for: 'PERSON:sam', waitingSince: AT };
      expect(await stores.indexes.work('TODO#PERSON:sam', 10)).toMatchObject([
        { reference: 'REF2', taskId: early.id, due: minutesAfter(5), ...asked },
        { reference: 'REF1', taskId: late.id, due: minutesAfter(60), ...asked },
      ]);
      const done = todoDone(early, AT, MACHINE);
      if (done) await stores.todos.saveTodo(done);
      catchUp();
      expect(await stores.indexes.work('TODO#PERSON:sam', 10)).toMatchObject([{ reference: 'REF1' }]);
    });

    it('brings it to the sweeper when it is due, and then when people are next reminded, until it is done', async () => {
      const { stores, catchUp } = await open();
      const todo = aTodo('REF1');
      const dueBy = async (at: string) => {
        catchUp();
        return (await stores.indexes.due('TODO', at, 10)).map((row) =>
          'todoId' in row ? [row.reference, row.todoId] : [],
        );
      };
      await stores.todos.createTodo(todo);
      expect([await dueBy(minutesAfter(59)), await dueBy(minutesAfter(60))]).toEqual([[], [['REF1', todo.id]]]);
      const reminded = { ...todo, version: 2, reminded: 1, remindAt: minutesAfter(90) };
      await stores.todos.saveTodo(reminded);
      expect([await dueBy(minutesAfter(89)), await dueBy(minutesAfter(90))]).toEqual([[], [['REF1', todo.id]]]);
      const done = todoDone(reminded, AT, MACHINE);
      if (done) await stores.todos.saveTodo(done);
      expect(await dueBy(minutesAfter(90))).toEqual([]);
    });
  });
}
