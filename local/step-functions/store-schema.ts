export const SCHEMA = `
  create table if not exists sfn_definitions (
    hash text not null, machine_arn text not null, name text not null, definition text not null,
    primary key (machine_arn, hash)
  ) without rowid;
  create table if not exists sfn_executions (
    arn text primary key, machine_arn text not null, name text not null, status text not null,
    started_at integer not null, wake_at integer, deadline_at integer, version integer not null, doc text not null
  ) without rowid;
  create index if not exists sfn_wake on sfn_executions (wake_at) where wake_at is not null;
  create index if not exists sfn_deadline on sfn_executions (deadline_at) where deadline_at is not null;
  create index if not exists sfn_running on sfn_executions (started_at) where status = 'RUNNING';
  create table if not exists sfn_events (
    execution_arn text not null, id integer not null, doc text not null, primary key (execution_arn, id)
  ) without rowid;
  create table if not exists sfn_tokens (token text primary key, execution_arn text not null) without rowid;
`;
