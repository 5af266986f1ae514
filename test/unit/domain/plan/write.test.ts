import { describe, expect, it } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { planWritten, progressNoted } from '#domain/plan/write.ts';
import { brokenAt } from '#domain/process/history.ts';

const kim = personActor('kim', 'Kim Park', 'Practitioner');
const moment = { now: '2026-09-29T12:00:00.000Z', policyVersion: 1 };
const sits = { id: '', what: 'She sits', steps: ['With a cushion'] };
const texts = { activities: 'Play', others: '', writtenWith: 'Her mother' };

function made(plan: Plan | undefined | { readonly refused: string }): Plan {
  if (!plan || 'refused' in plan) throw new Error(`Not made: ${JSON.stringify(plan)}`);
  return plan;
}
const write = (plan: Plan | undefined, outcomes: readonly (typeof sits)[], seen = plan?.edition ?? 0) =>
  planWritten({ reference: 'REFS', plan }, moment, { ...texts, outcomes }, { seen, by: kim });
const first = made(write(undefined, [sits, { ...sits, what: 'She points' }]));

describe('a plan', () => {
  it('gives each outcome an id that stays when its words change, and no id twice', () => {
    const reworded = { ...sits, id: 'O2', what: 'She points at the cat' };
    const second = made(write(first, [reworded, { ...sits, what: 'She claps' }]));
    expect(first.outcomes.map(({ id }) => id)).toEqual(['O1', 'O2']);
    expect(second.outcomes.map(({ id, what }) => [id, what])).toEqual([
      ['O2', 'She points at the cat'],
      ['O3', 'She claps'],
    ]);
  });

  it('keeps the progress of an outcome whose words change', () => {
    const said = [{ outcome: 'O1', seen: 'NOT_YET', now: 'MOSTLY' as const }];
    const progressed = made(progressNoted(first, moment, said, kim));
    const second = made(write(progressed, [{ ...sits, id: 'O1', what: 'She sits up' }]));
    expect(second.outcomes).toMatchObject([{ id: 'O1', progress: 'MOSTLY' }]);
  });

  it('has each change in its history, linked by hashes', () => {
    const said = [{ outcome: 'O2', seen: 'NOT_YET', now: 'A_LITTLE' as const }];
    const { history } = made(write(made(progressNoted(first, moment, said, kim)), [sits], 1));
    expect(history.map(({ event, by }) => [event, by])).toEqual([
      ['PLAN_WRITTEN', kim],
      ['PROGRESS_NOTED', kim],
      ['PLAN_WRITTEN', kim],
    ]);
    expect(brokenAt(history)).toBeUndefined();
  });

  it('that is sent again changes nothing (twice)', () => {
    const again = first.outcomes.map(({ id, what, steps }) => ({ id, what, steps: [...steps] }));
    expect(write(first, again, 0)).toBeUndefined();
  });

  it('that someone wrote since is not written over (late)', () => {
    expect(write(first, [sits], 0)).toEqual({ refused: 'CHANGED' });
  });
});

describe('progress', () => {
  const seen = (outcome: string, now: 'A_LITTLE' | 'MOSTLY') => [{ outcome, seen: 'NOT_YET', now }];

  it('of two outcomes that two people note at once is both kept', () => {
    const after = made(progressNoted(first, moment, seen('O1', 'A_LITTLE'), kim));
    const both = made(progressNoted(after, moment, seen('O2', 'MOSTLY'), kim));
    expect(both.outcomes.map(({ progress }) => progress)).toEqual(['A_LITTLE', 'MOSTLY']);
  });

  it('of one outcome that someone else noted since stays theirs (late)', () => {
    const after = made(progressNoted(first, moment, seen('O1', 'A_LITTLE'), kim));
    expect(progressNoted(after, moment, seen('O1', 'MOSTLY'), kim)).toEqual({ refused: 'CHANGED' });
  });

  it('that is sent again changes nothing (twice)', () => {
    const after = made(progressNoted(first, moment, seen('O1', 'A_LITTLE'), kim));
    expect(progressNoted(after, moment, seen('O1', 'A_LITTLE'), kim)).toBeUndefined();
  });

  it('of an outcome that is in the plan no more is refused (late)', () => {
    expect(progressNoted(first, moment, seen('O9', 'MOSTLY'), kim)).toEqual({ refused: 'CHANGED' });
  });
});
