import type { DatabaseSync } from 'node:sqlite';
import type { Execution } from './execution.ts';
import type { Changing, Prepared } from './prepared.ts';
import { mapped } from './store-row.ts';

/**
 * Writes one execution with its history and its token, inside a transaction of the caller. False, with nothing written, when
 * the stored one is not the one that was read: another write came first. Version 0 is one that nothing has been stored of.
 */
export function createWrite(database: DatabaseSync): (prepared: Prepared) => boolean {
  const sql = statements(database);
  return ({ draft, columns, events }) => {
    const { execution } = draft;
    const found = sql.place(execution.arn) ?? { id: undefined, version: 0, lastEvents: 0 };
    if (found.version !== execution.version) return false;
    const lastEvents = events === undefined ? found.lastEvents : sql.addEvents(found.lastEvents, events);
    const version = execution.version + 1;
    const id = found.id ?? sql.insert(execution, lastEvents, version, columns);
    if (id === found.id) sql.update(id, lastEvents, version, columns);
    if (execution.position.phase === 'INVOKING' && execution.position.token !== null)
      sql.addToken(execution.position.token, id);
    return true;
  };
}

function statements(database: DatabaseSync) {
  const place = database.prepare('select id, version, last_events from sfn_executions where arn = ?');
  const insert = database.prepare(
    `insert into sfn_executions (arn, started_at, last_events, version, status, stopped_at, wake_at, deadline_at, moving, doc)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = database.prepare(
    `update sfn_executions set (last_events, version, status, stopped_at, wake_at, deadline_at, moving, doc)
     = (?, ?, ?, ?, ?, ?, ?, ?) where id = ?`,
  );
  const addEvents = database.prepare('insert into sfn_events (before, doc) values (?, ?)');
  const addToken = database.prepare('insert or ignore into sfn_tokens (token, execution) values (?, ?)');
  return {
    place: (arn: string) =>
      mapped(place.get(arn), (row) => ({
        id: Number(row.id),
        version: Number(row.version),
        lastEvents: Number(row.last_events),
      })),
    /** The number of the new row. */
    insert: (one: Execution, lastEvents: number, version: number, columns: Changing): number =>
      Number(insert.run(one.arn, one.startedAt, lastEvents, version, ...columns).lastInsertRowid),
    update: (id: number, lastEvents: number, version: number, columns: Changing): void => {
      update.run(lastEvents, version, ...columns, id);
    },
    /** The number of the new row; `before` is 0 for the first of an execution. */
    addEvents: (before: number, doc: string): number => Number(addEvents.run(before, doc).lastInsertRowid),
    addToken: (token: string, id: number): void => {
      addToken.run(token, id);
    },
  };
}
