import { addDays, londonDateOf, plusMinutes } from '../values/dates.ts';
import { openFindings, type Reconciliation } from './reconciliation.ts';
import { COUNTED, countIn, ROLLUP_QUEUES, type Rollup, type RollupQueue } from './rollup.ts';

/** What can be wrong with the service, the most urgent for people first. */
export const TROUBLES = [
  ...([
    'SWEEPER_SILENT',
    'CLOCK_AHEAD',
    'LISTS_DIFFER',
    'RECORDS_DIFFER',
    'FILES_LOST',
    'NOT_STARTED',
    'PARKED',
    'PUT_OFF',
    'NOTICES_UNSETTLED',
  ] as const),
  ...([
    'MAIL_FAILED',
    'STAFF_MAIL_FAILED',
    'TASKS_LATE',
    'TODOS_LATE',
    'MAIL_UNOPENED',
    'LISTS_NOT_CHECKED',
    'RECORDS_NOT_COMPARED',
  ] as const),
  ...(['NOT_COUNTED'] as const),
] as const;
export type TroubleCode = (typeof TROUBLES)[number];

/** One thing that is wrong: of how many, and since when the oldest of them, where that is known. */
export interface Trouble {
  readonly code: TroubleCode;
  readonly count: number;
  readonly since?: string | undefined;
  /** There are more than are counted. */
  readonly isMore: boolean;
}

/** What is known of the service at one instant. */
export interface Seen {
  readonly now: string;
  /** Undefined before the first sweep. */
  readonly rollup: Rollup | undefined;
  /** The last night in which the lists were added up, and what it found; undefined before the first. */
  readonly night: { readonly night: string; readonly found: number } | undefined;
  /** How far the records are compared with each other; undefined before the first run. */
  readonly records?: Pick<Reconciliation, 'open' | 'found' | 'passedAt'> | undefined;
  /** Since when emails to each member of staff come back to whom they do. */
  readonly staffMail: readonly string[];
}

/** The sweeper runs once a minute. Source: local choice. */
const SILENT_AFTER = 5;
/** The clocks of two functions of AWS differ by less, in minutes. */
export const CLOCKS_DIFFER = 3;
/** As the alarm on it has it, in minutes. */
const OWED_FOR = 10;
/** A night and two hours, in minutes: everything is compared once a night at least. */
const COMPARED_WITHIN = 26 * 60;
/** An email that was begun and not finished is tried again every two minutes. Source: local choice. */
const UNSETTLED_FOR = 15;

/** Everything that is wrong, the most urgent first; empty when nothing is. */
export function troubles({ now, rollup, night, records, staffMail }: Seen): Trouble[] {
  const of = rollup ?? { queues: [] };
  const counted = (queue: RollupQueue) => countIn(of, queue);
  const waiting = (queue: RollupQueue, minutes = 0) => {
    const { waiting: count = 0, since } = counted(queue) ?? {};
    const isOld = minutes === 0 || (since !== undefined && plusMinutes(since, minutes) <= now);
    return isOld ? { count, since, isMore: count >= COUNTED } : NONE;
  };
  const late = (...queues: readonly RollupQueue[]) => ({
    ...NONE,
    count: queues.reduce((sum, queue) => sum + (counted(queue)?.late ?? 0), 0),
  });
  const isSilent = rollup === undefined || plusMinutes(rollup.asOf, SILENT_AFTER) <= now;
  const yesterday = addDays(londonDateOf(now), -1);
  const found: Readonly<Record<TroubleCode, Omit<Trouble, 'code'>>> = {
    SWEEPER_SILENT: { ...NONE, count: isSilent ? 1 : 0, since: rollup?.asOf },
    CLOCK_AHEAD: { ...NONE, count: isAhead(rollup, now) ? 1 : 0, since: rollup?.asOf },
    LISTS_DIFFER: { ...NONE, count: night?.found ?? 0 },
    RECORDS_DIFFER: differing(records),
    FILES_LOST: waiting('FILE_LOST'),
    NOT_STARTED: waiting('OUTBOX', OWED_FOR),
    PARKED: waiting('PARKED'),
    PUT_OFF: waiting('PUT_OFF'),
    NOTICES_UNSETTLED: waiting('NOTICE', UNSETTLED_FOR),
    MAIL_FAILED: waiting('MAIL_FAILED'),
    STAFF_MAIL_FAILED: { ...NONE, count: staffMail.length, since: [...staffMail].sort().at(0) },
    TASKS_LATE: late('TRIAGE', 'DUPLICATE', 'SUSPICIOUS'),
    TODOS_LATE: late('TODO'),
    MAIL_UNOPENED: { ...late('MAIL_UNOPENED'), since: counted('MAIL_UNOPENED')?.since },
    LISTS_NOT_CHECKED: { ...NONE, count: night !== undefined && night.night < yesterday ? 1 : 0 },
    RECORDS_NOT_COMPARED: { ...NONE, count: isLate(records?.passedAt, now) ? 1 : 0, since: records?.passedAt },
    NOT_COUNTED: { ...NONE, count: rollup ? ROLLUP_QUEUES.filter((queue) => !counted(queue)).length : 0 },
  };
  return TROUBLES.map((code) => ({ code, ...found[code] })).filter(({ count }) => count > 0);
}

/** Whether the sweeper has worked at an hour that has not come: what was due only then, it may have done. */
function isAhead(rollup: Rollup | undefined, now: string): boolean {
  return rollup !== undefined && rollup.asOf > plusMinutes(now, CLOCKS_DIFFER);
}

function differing(records: Seen['records']): Omit<Trouble, 'code'> {
  const found = records ? openFindings(records) : [];
  const since = found
    .map(({ at }) => at)
    .sort()
    .at(0);
  return { ...NONE, count: found.length, since };
}

function isLate(passedAt: string | undefined, now: string): boolean {
  return passedAt !== undefined && plusMinutes(passedAt, COMPARED_WITHIN) <= now;
}

const NONE = { count: 0, since: undefined, isMore: false };
