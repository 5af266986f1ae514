import { unsettledSince, unsettledUntil } from '#domain/notices/unsettled.ts';
import { personCode } from '#domain/people/code.ts';
import type { Team } from '#domain/people/team.ts';
import { ROLE_QUEUES, todoQueue } from '#domain/people/todo.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import { errorName } from '#domain/problems/errors.ts';
import { DUE_KINDS, MOST_OPEN } from '#domain/process/indexes.ts';
import { WAITS } from '#domain/process/pause.ts';
import { COUNTED, isFileLost, type ReadQueues, ROLLUP_QUEUES, type RollupQueue } from '#domain/process/rollup.ts';
import type { DueRow, Row, WorkRow } from '#domain/process/rows.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';

export interface QueueDeps extends TeamDeps {
  readonly indexes: Pick<Indexes, 'work' | 'due' | 'paused' | 'mailFailed'>;
  readonly now: Now;
  readonly log: Log;
}

/** Every queue that is counted, each read once. One that cannot be read is left out, and never keeps the others. */
export async function readQueues(deps: QueueDeps): Promise<ReadQueues> {
  const read = new Map<RollupQueue, readonly Row[]>();
  await Promise.all(
    ROLLUP_QUEUES.filter((queue) => queue !== 'FILE_LOST').map(async (queue) => {
      try {
        read.set(queue, await rowsOf(deps, queue));
      } catch (error) {
        deps.log.error('measure-failed', { error: errorName(error) });
      }
    }),
  );
  const asked = read.get('REFERRER');
  if (asked) read.set('FILE_LOST', asked.filter(isFileLost));
  return read;
}

async function rowsOf(deps: QueueDeps, queue: RollupQueue): Promise<readonly Row[]> {
  const { indexes } = deps;
  const now = deps.now();
  if (queue === 'TODO') return everyTodo(deps, await readTeam(deps)());
  if (queue === 'MAIL_FAILED') return indexes.mailFailed(COUNTED);
  if (queue === 'NOTICE') {
    const claimed = await indexes.due('NOTICE', unsettledUntil(now), COUNTED);
    return claimed
      .map(since((row) => unsettledSince(row, now)))
      .filter(({ waitingSince }) => waitingSince !== undefined);
  }
  if (queue === 'OUTBOX') {
    const owed = (await indexes.due('CASE', now, COUNTED)).filter(({ owedSince }) => owedSince !== undefined);
    return owed.map(since(({ owedSince }) => owedSince));
  }
  if (queue === 'PUT_OFF') {
    const paused = await Promise.all(DUE_KINDS.map((kind) => indexes.paused(kind, COUNTED)));
    return paused.flat().filter(({ why }) => why !== WAITS);
  }
  return indexes.work(queue, queue === 'TRIAGE' ? MOST_OPEN : COUNTED);
}

/** What was asked of each team, and of each person who works here. */
export async function everyTodo(
  { indexes }: { readonly indexes: Pick<Indexes, 'work'> },
  { people }: Team,
): Promise<readonly WorkRow[]> {
  const own = people.filter(({ isActive }) => isActive).map((person) => todoQueue(personCode(person)));
  const rows = await Promise.all([...ROLE_QUEUES, ...own].map((queue) => indexes.work(queue, COUNTED)));
  return rows.flat();
}

const since = (of: (row: DueRow) => string | undefined) => (row: DueRow) => ({ ...row, waitingSince: of(row) });
