import { inLanes } from '#application/sweep/in-lanes.ts';
import { everyTodo } from '#application/sweep/read-queues.ts';
import { unsettledSince, unsettledUntil } from '#domain/notices/unsettled.ts';
import type { Team } from '#domain/people/team.ts';
import { DUE_KINDS } from '#domain/process/indexes.ts';
import { WAITS } from '#domain/process/pause.ts';
import { COUNTED, isFileLost, isOverdueRow } from '#domain/process/rollup.ts';
import type { DueName, Row, WorkRow } from '#domain/process/rows.ts';
import type { ConsoleQueue } from '../address.ts';
import type { ConsoleDeps } from '../deps.ts';

/** More of one queue than anyone reads on a page. */
export const MOST_SHOWN = 200;

/** One thing that waits: of which referral, where it is of one, what it is, since when and why. */
export interface Waiting {
  readonly reference: string | undefined;
  readonly noticeId?: string | undefined;
  /** The task, or what is to be done beside one, while no one has decided it. */
  readonly taskId?: string | undefined;
  readonly what: string;
  readonly since: string | undefined;
  readonly why: string | undefined;
  readonly due?: string | undefined;
  readonly attempts?: number | undefined;
  /** What is stored of it cannot be read whole. */
  readonly damaged?: true | undefined;
}

type Read = (deps: ConsoleDeps, team: Team) => Promise<readonly Waiting[]>;

/** How each list is read: by its queue, never by a pass over the cases. */
export const rowsOf: Readonly<Record<ConsoleQueue, Read>> = {
  parked: async ({ indexes }) => (await indexes.work('PARKED', MOST_SHOWN)).map(ofCase),
  restarting: async ({ indexes }) => (await indexes.work('RESTARTING', MOST_SHOWN)).map(ofCase),
  'put-off': async ({ indexes }) => {
    const paused = await Promise.all(
      DUE_KINDS.map(async (kind) =>
        (await indexes.paused(kind, MOST_SHOWN)).map((row) => ({
          ...{ reference: referenceIn(row), what: kind, since: row.waitingSince, why: row.why },
          ...{ due: row.dueAt, attempts: row.attempts, damaged: row.damaged },
        })),
      ),
    );
    return paused.flat().filter(({ why }) => why !== WAITS);
  },
  'not-started': async ({ indexes, now }) =>
    (await indexes.due('CASE', now(), MOST_SHOWN))
      .filter(({ owedSince }) => owedSince !== undefined)
      .map((row) => ({
        ...{ reference: referenceIn(row), what: row.next ?? '', since: row.owedSince, why: row.why },
        damaged: row.damaged,
      })),
  unsettled: async (deps) => {
    const now = deps.now();
    const claimed = await deps.indexes.due('NOTICE', unsettledUntil(now), MOST_SHOWN);
    return claimed.flatMap((row) => {
      const since = unsettledSince(row, now);
      if (since === undefined) return [];
      const { kind = '', why, attempts, damaged } = row;
      return [{ reference: referenceIn(row), what: kind, since, why, attempts, damaged }];
    });
  },
  mail: async ({ indexes }) =>
    (await indexes.mailFailed(MOST_SHOWN)).map(({ reference, noticeId, kind = '', waitingSince, why, damaged }) => ({
      ...{ reference, noticeId, what: kind, since: waitingSince, why, damaged },
    })),
  lost: async ({ indexes }) => (await indexes.work('REFERRER', COUNTED)).filter(isFileLost).map(ofCase),
  late: async (deps, team) => {
    const now = deps.now();
    const queues = ['TRIAGE', 'DUPLICATE', 'SUSPICIOUS'].map((queue) => deps.indexes.work(queue, MOST_SHOWN));
    const rows = [...(await Promise.all(queues)).flat(), ...(await everyTodo(deps, team))];
    return rows
      .filter((row) => isOverdueRow(row, now))
      .map(ofTask)
      .sort((one, other) => ((one.due ?? '') < (other.due ?? '') ? -1 : 1));
  },
  triage: async ({ indexes }) => (await indexes.work('TRIAGE', MOST_SHOWN)).map(ofTask),
  duplicates: async ({ indexes }) => (await indexes.work('DUPLICATE', MOST_SHOWN)).map(ofTask),
  quarantine: async ({ indexes }) => (await indexes.work('SUSPICIOUS', MOST_SHOWN)).map(ofTask),
  referrer: async ({ indexes }) => (await indexes.work('REFERRER', MOST_SHOWN)).map(ofCase),
  links: async (deps) => {
    const waiting = await deps.indexes.work('REFERRER', MOST_SHOWN);
    const until = new AbortController().signal;
    const read = await inLanes(waiting, LANES, until, ({ reference, taskId }) => runOutAt(deps, reference, taskId));
    return read.flatMap(({ item, result: due }) => (due === undefined ? [] : [{ ...ofCase(item), due }]));
  },
};

/** More links than one referral ever has. */
const MOST_LINKS = 500;
const LANES = 10;

/** When the last link with which the referrer can answer ran out or was ended; undefined while it works, and where none is listed. */
async function runOutAt(
  { indexes, now }: Pick<ConsoleDeps, 'indexes' | 'now'>,
  reference: string,
  taskId: string | undefined,
): Promise<string | undefined> {
  const all = await indexes.linksOf(reference, MOST_LINKS);
  const last = all.filter((link) => link.purpose === 'ANSWER' && link.taskId === taskId).at(-1);
  return last?.until !== undefined && last.until <= now() ? last.until : undefined;
}

const ofTask = (row: WorkRow): Waiting => ({
  ...{ ...ofCase(row), what: row.kind ?? '', due: row.due },
  ...(row.decidedAt === undefined && row.taskId !== undefined ? { taskId: row.taskId } : {}),
});

const ofCase = ({
  reference,
  next = '',
  waitingSince,
  why,
  damaged,
}: Row & { readonly reference: string }): Waiting => ({
  ...{ reference, what: next, since: waitingSince, why, damaged },
});

function referenceIn(row: DueName): string | undefined {
  return 'reference' in row ? row.reference : undefined;
}
