import { expect } from 'vitest';
import { seededId } from '#domain/people/seed.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { quarterOf } from '#domain/values/quarters.ts';
import { against } from '#test/kit/together.ts';
import { caseOf } from '../road.ts';
import { type play, settle, type Told } from './play.ts';

type Played = Awaited<ReturnType<typeof play>>;

const statusOf: ReadonlyMap<string, string> = new Map([
  ['DECLINE', 'DECLINED'],
  ['ACCEPT_INITIAL_ASSESSMENT', 'ON_WAITING_LIST'],
]);

/** What must hold after any schedule: one outcome, which is what people were told, carried out once and to its end. */
export async function holds(played: Played): Promise<void> {
  const { one, reference, taskId, told } = played;
  const before = await caseOf(one, reference);
  expect(before.parked).toBeNull();
  const standing = [told.first, told.second].filter(stands);
  expect(standing.length).toBeLessThanOrEqual(1);
  if (!before.events.includes('DECISION_SETTLED')) {
    // No decision stands, and no one was told that theirs does: the task is open for whoever decides next.
    expect([standing, before.status, before.task?.decision]).toEqual([[], 'IN_TRIAGE', undefined]);
    const again = {
      person: seededId('triage-1@example.org'),
      deciderName: 'first',
      deciderRole: 'Portage practitioner',
      ...against,
    };
    const id = before.task?.id ?? taskId;
    const late = await one.decide({
      reference,
      taskId: id,
      outcome: 'DECLINE',
      reason: 'As the team agreed',
      ...again,
    });
    expect(late.kind).toBe('RECORDED');
    await settle(one);
  }
  const after = await caseOf(one, reference);
  const decided = after.decisions.filter((decision) => decision.taskId === (before.task?.id ?? taskId));
  expect(decided).toHaveLength(1);
  for (const { decided: own } of standing) {
    if (own?.kind === 'RECORDED')
      expect(decided[0]).toMatchObject({ outcome: own.decision.outcome, by: own.decision.by });
  }
  for (const { undone } of [told.first, told.second]) {
    if (undone?.kind === 'TOO_LATE') expect(decided[0]?.outcome).toBe(undone.decision.outcome);
  }
  expect([after.status, after.next, after.task]).toEqual([statusOf.get(decided[0]?.outcome ?? ''), 'DONE', null]);
  expect(orderOf(after.events)).toMatch(/^(RU)*RS$/);
  expect(await countedIn(played)).toEqual([
    { outcome: decided[0]?.outcome, against: decided[0]?.involvement?.against },
  ]);
  const outcomes = one.mail.filter(({ subject }) => /: (accepted|not accepted)$/.test(subject));
  expect(outcomes.map(({ to }) => to)).toEqual([...new Set(outcomes.map(({ to }) => to))]);
  expect(outcomes).not.toEqual([]);
}

/** The decisions that are counted, in the quarter in which the clock began and in that in which it ended: it may have gone on by a month. */
async function countedIn({ one, reference }: Played) {
  const { receivedAt } = await caseOf(one, reference);
  const quarters = new Set([receivedAt, one.clock.now()].map((at) => quarterOf(londonDateOf(at))));
  return (await Promise.all([...quarters].map((quarter) => one.indexes.decisionsIn(quarter, 10)))).flat();
}

const SHOWN_OTHERWISE = ['UNDONE', 'NOTHING', 'DECIDED_AGAIN'];

/**
 * Whether someone was told that their decision is recorded, and not shown since that it no longer is. A second press, where
 * a crash took the answer to the first, shows the open task or the decision that was made since.
 */
function stands({ decided, undone }: Told): boolean {
  return decided?.kind === 'RECORDED' && !SHOWN_OTHERWISE.includes(undone?.kind ?? '');
}

/** Recorded, undone and settled, in the order of the history. */
function orderOf(events: readonly string[]): string {
  const letters = new Map([
    ['DECISION_RECORDED', 'R'],
    ['DECISION_UNDONE', 'U'],
    ['DECISION_SETTLED', 'S'],
  ]);
  return events.map((event) => letters.get(event) ?? '').join('');
}
