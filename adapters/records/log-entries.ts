import type { SettledDecision } from '#domain/case/settled-decision.ts';
import type { AlarmStub } from '#domain/notices/alarm.ts';
import { actorCode } from '#domain/people/actor.ts';
import type { Link } from '#domain/people/link.ts';
import { monthOf, OPENINGS, type Opening, openingRow } from '#domain/people/opening.ts';
import type { Reading } from '#domain/people/reading.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { quarterOf } from '#domain/values/quarters.ts';
import { decisionsKey, linksKey, openingsKey, readingsKey, stubsKey } from './log-keys.ts';
import { copiesOf } from './rows.ts';

type Attributes = Record<string, unknown>;

/** The attributes that put a decision that took effect into the log of its quarter. */
export function settledEntries({ taskId, at, against }: SettledDecision): Attributes {
  return {
    logKey: decisionsKey(quarterOf(londonDateOf(at))),
    logAt: `${at}#${taskId}`,
    ...copiesOf({ more: { against } }),
  };
}

/** The attributes that put a link into the log of its referral, so that who looks after the service sees that it was issued. Its hash opens nothing. */
export function linkEntries({ purpose, taskId, to, reference, createdAt, expiresAt }: Link): Attributes {
  const copies = copiesOf({ kind: purpose, taskId, by: to, more: { until: expiresAt } });
  return { logKey: linksKey(reference), logAt: createdAt, ...copies };
}

/** The attributes that put a reading into the log of its day. `tail` is what its own key ends with. */
export function readingEntries({ at, by, taskId }: Reading, tail: string): Attributes {
  const day = { logKey: readingsKey(londonDateOf(at)), logAt: `${at}#${tail}` };
  return { ...day, ...copiesOf({ by: actorCode(by), taskId }) };
}

/** The attributes that put an opening into the log of its month, and into the queue of those that no service manager has looked at. */
export function openingEntries(opening: Opening): Attributes {
  const { at, id, looked } = opening;
  return {
    ...{ logKey: openingsKey(monthOf(opening)), logAt: `${at}#${id}` },
    ...(looked ? {} : { workKey: OPENINGS, workDue: at }),
    ...copiesOf(openingRow(opening)),
  };
}

/** The attributes that put a stop into the log of its month. */
export function stubEntries({ at, id }: AlarmStub): Attributes {
  return { logKey: stubsKey(londonDateOf(at).slice(0, 7)), logAt: `${at}#${id}` };
}
