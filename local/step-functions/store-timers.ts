import type { DatabaseSync } from 'node:sqlite';
import { text } from './store-row.ts';

/** Reads timers from their indexes, and no document. */
export function timerStatements(database: DatabaseSync) {
  const due = database.prepare(
    `select arn, min(coalesce(wake_at, deadline_at), coalesce(deadline_at, wake_at)) as due_at from sfn_executions
     where wake_at <= ? or deadline_at <= ? order by due_at, arn`,
  );
  const next = database.prepare(
    `select min(at) as at from (
       select min(wake_at) as at from sfn_executions where wake_at is not null
       union all select min(deadline_at) from sfn_executions where deadline_at is not null)`,
  );
  return {
    dueArns: (now: number): string[] => due.all(now, now).map((row) => text(row, 'arn')),
    nextDueAt: (): number | undefined => {
      const at = next.get()?.at;
      return typeof at === 'number' ? at : undefined;
    },
  };
}
