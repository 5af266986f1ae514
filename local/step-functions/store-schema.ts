/**
 * Rows are found by number, and what is read most stands first in them. History only grows at the end of its table.
 * Each row names the one before of its execution, so waking one touches no page of its past.
 */
export const SCHEMA = `
  create table if not exists sfn_definitions (
    hash text not null, machine_arn text not null, name text not null, definition text not null,
    primary key (machine_arn, hash)
  ) without rowid;
  create table if not exists sfn_executions (
    id integer primary key, arn text not null unique, version integer not null, moving integer not null,
    last_events integer not null, status text not null, started_at integer not null, stopped_at integer,
    wake_at integer, deadline_at integer, doc text not null
  );
  create index if not exists sfn_wake on sfn_executions (wake_at) where wake_at is not null;
  create index if not exists sfn_deadline on sfn_executions (deadline_at) where deadline_at is not null;
  create index if not exists sfn_moving on sfn_executions (moving) where moving = 1;
  create table if not exists sfn_events (id integer primary key, before integer, doc text not null);
  create table if not exists sfn_tokens (token text primary key, execution integer not null) without rowid;
`;
