import { type Todo, todoSchema } from '#domain/people/todo.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import { todoEntries } from './entries.ts';
import { TODO_PREFIX, todoKey } from './keys.ts';
import { parseIfThere, parseItem } from './parse-item.ts';
import type { Item, Table } from './table.ts';

/** The reads of TODOs by key. */
export function todoReads(table: Pick<Table, 'get'>): Pick<TodoStore, 'readTodo'> {
  return {
    readTodo: async (reference, id) => {
      const { pk, sk } = todoKey(reference, id);
      return parseIfThere(todoSchema, await table.get(pk, sk));
    },
  };
}

export function todoStore(table: Table): TodoStore {
  return {
    ...todoReads(table),
    createTodo: (todo) => table.put(todoItem(todo), { absent: ['pk'] }),
    saveTodo: (todo) => table.put(todoItem(todo), { equals: { version: todo.version - 1 } }),
    todosOf: async (reference) => {
      const items = await table.under(todoKey(reference, '').pk, TODO_PREFIX);
      return items.map((item) => parseItem(todoSchema, item));
    },
  };
}

function todoItem(todo: Todo): Item {
  return { ...todoKey(todo.reference, todo.id), ...todo, ...todoEntries(todo) };
}
