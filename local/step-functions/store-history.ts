import type { DatabaseSync } from 'node:sqlite';
import type { HistoryEvent } from './execution.ts';
import { text } from './store-row.ts';

/** Reads histories; throws where a part of one is missing. */
export function historyStatements(database: DatabaseSync) {
  const last = database.prepare('select last_events as before from sfn_executions where arn = ?');
  const events = database.prepare('select before, doc from sfn_events where id = ?');
  return {
    events: (arn: string): HistoryEvent[] => {
      const written: HistoryEvent[][] = [];
      let row = last.get(arn);
      while (row !== undefined && row.before !== 0) {
        row = events.get(Number(row.before));
        if (row === undefined) throw new Error('The Step Functions store is damaged: a part of a history is missing.');
        written.push(JSON.parse(text(row, 'doc')));
      }
      return written.reverse().flat();
    },
  };
}
