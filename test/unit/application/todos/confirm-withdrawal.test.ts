import { describe, expect, it } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { confirmWithdrawal } from '#application/todos/confirm-withdrawal.ts';
import { withdrawalTodoId } from '#domain/case/ask-withdrawal.ts';
import { confirmBand, tellOfEnd, tellOfListing, todoAsked } from '#domain/notices/asked-todos.ts';
import { outcomeNotices } from '#domain/notices/outcome-notices.ts';
import { type Actor, personActor } from '#domain/people/actor.ts';
import { type Todo, todoDone, todoReopened } from '#domain/people/todo.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { deciderId, reference } from '#test/http/records.ts';
import { inTriage, onList } from '#test/http/referral/standings.ts';
import { gateAnswers } from '#test/unit/domain/support/gate-sample.ts';
import { forReferrer, mine } from '../intake/for-referrer.ts';
import { factsFor } from '../notices/sample.ts';

const by = personActor(deciderId, 'Sam Field', 'Portage manager');
const said = { ...mine, reason: 'The family has moved' };
const words = 'The mother, by phone';
const AT = '2026-09-24T07:00:00.000Z';

/** A request with its TODO, and what a person can enter of it; `moments` are those at which people are told. */
async function asked() {
  const world = await forReferrer(onList());
  expect(await world.withdrawReferral(said)).toEqual({ kind: 'ASKED' });
  const [todo] = await world.stores.todos.todosOf(reference);
  if (!todo) throw new Error('No one was asked.');
  const moments: string[] = [];
  const sendNotices = async (moment: string) => {
    moments.push(moment);
    return [];
  };
  const deps = { ...world.stores, sendNotices, policy: defaultPolicy, now: world.clock.now };
  return {
    ...world,
    todo,
    moments,
    confirm: (of: Todo, who: Actor, typed: { answer: string; words: string }) =>
      confirmWithdrawal(deps)(of, who, { ...typed, gate: gateAnswers }),
  };
}

describe('a family that wants to keep the place', () => {
  it('keeps it, and the referrer is told', async () => {
    const { confirm, todo, moments, theCase } = await asked();
    expect(await confirm(todo, by, { answer: 'KEEP', words })).toEqual({ kind: 'DONE' });
    expect(moments).toEqual(['WITHDRAWAL_KEPT']);
    expect((await theCase()).status).toBe('ON_WAITING_LIST');
  });

  it('is asked again by a TODO of its own when the referrer asks once more (later)', async () => {
    const { confirm, todo, clock, withdrawReferral, stores, theCase } = await asked();
    await confirm(todo, by, { answer: 'KEEP', words });
    clock.advanceMinutes(60);
    expect(await withdrawReferral(said)).toEqual({ kind: 'ASKED' });
    const open = (await stores.todos.todosOf(reference)).filter(({ done }) => !done);
    expect(open.map(({ id }) => id)).toEqual([withdrawalTodoId(await theCase())]);
    expect(await confirm(todo, by, { answer: 'AGREED', words })).toEqual({ kind: 'ALREADY' });
    expect((await theCase()).status).toBe('ON_WAITING_LIST');
  });
});

describe('a family that no one can reach', () => {
  const cannotReach = async () => {
    const world = await asked();
    expect(await world.confirm(world.todo, by, { answer: 'NOT_REACHED', words: 'Called 3 times' })).toEqual({
      kind: 'DONE',
    });
    return world;
  };

  it('keeps the place, and staff read how they were tried', async () => {
    const { theCase } = await cannotReach();
    const { status, withdrawalAsked, history } = await theCase();
    expect([status, withdrawalAsked?.answer?.isAgreed]).toEqual(['ON_WAITING_LIST', false]);
    expect(history.at(-1)).toMatchObject({ event: 'WITHDRAWAL_NOT_REACHED', text: 'Called 3 times' });
  });

  it('is not said to have spoken with us: the referrer reads that we could not reach them', async () => {
    const { theCase, moments } = await cannotReach();
    expect(moments).toEqual(['WITHDRAWAL_KEPT']);
    const { text } = createNoticeRenderer()('WITHDRAWAL_KEPT', factsFor('WITHDRAWAL_KEPT', await theCase()));
    expect(text).toContain('could not reach the family');
    expect(text).not.toContain('spoken with');
  });

  it('can be asked about again, and can agree then', async () => {
    const { clock, withdrawReferral, stores, confirm, theCase } = await cannotReach();
    clock.advanceMinutes(60);
    expect(await withdrawReferral(said)).toEqual({ kind: 'ASKED' });
    const again = (await stores.todos.todosOf(reference)).find(({ done }) => !done);
    if (again) await confirm(again, by, { answer: 'AGREED', words });
    expect((await theCase()).status).toBe('WITHDRAWN');
  });

  it('is entered once (twice)', async () => {
    const { confirm, todo, theCase } = await cannotReach();
    expect(await confirm(todo, by, { answer: 'AGREED', words })).toEqual({ kind: 'ALREADY' });
    expect((await theCase()).status).toBe('ON_WAITING_LIST');
  });
});

describe('a family that agreed', () => {
  it('is not told by anyone else: the referrer and the team hear that it is withdrawn', async () => {
    const { confirm, todo, moments, theCase } = await asked();
    expect(await confirm(todo, by, { answer: 'AGREED', words })).toEqual({ kind: 'DONE' });
    expect(moments).toEqual([]);
    const after = await theCase();
    expect(after).toMatchObject({ status: 'WITHDRAWN', next: 'NOTIFY', withdrawal: { by, reason: said.reason } });
    expect(outcomeNotices(after)).toEqual(['OUTCOME_WITHDRAWN', 'TEAM_WITHDRAWN']);
  });
});

it('a request whose email was cut off is made good by the same form again', async () => {
  const { actCutOff, withdrawReferral, sent, events, nextMorning } = await forReferrer(onList());
  await expect(actCutOff().withdrawReferral(said)).rejects.toThrow('cut off');
  expect(await withdrawReferral(said)).toEqual({ kind: 'ASKED' });
  await nextMorning();
  expect((await sent()).length).toBeGreaterThan(0);
  expect((await events()).filter((event) => event === 'WITHDRAWAL_ASKED')).toHaveLength(1);
});

describe('what staff were asked to do because the child was accepted', () => {
  const acceptance = [
    todoAsked(confirmBand, reference, AT, defaultPolicy),
    todoAsked(tellOfListing, reference, AT, defaultPolicy),
  ];
  const whysOf = async ({ stores }: Awaited<ReturnType<typeof asked>>) =>
    (await stores.todos.todosOf(reference))
      .map(({ kind, done }) => [kind, done?.why ?? (done ? 'DONE' : 'OPEN')])
      .sort();

  /** The same with the band to be confirmed, the family to be told of the list, and something that stays to be done. */
  async function accepted() {
    const world = await asked();
    const ended = todoAsked(tellOfEnd, reference, AT, defaultPolicy);
    for (const todo of [...acceptance, { ...ended, kind: 'PRINT_LETTER' as const }])
      await world.stores.todos.createTodo(todo);
    return world;
  }

  it('ends by the service once the family agreed to the withdrawal, and nothing else does', async () => {
    const world = await accepted();
    await world.confirm(world.todo, by, { answer: 'AGREED', words });
    expect(await whysOf(world)).toEqual([
      ['CONFIRM_BAND', 'NOT_LISTED'],
      ['CONFIRM_WITHDRAWAL', 'DONE'],
      ['PRINT_LETTER', 'OPEN'],
      ['TELL_IN_PERSON', 'NOT_LISTED'],
    ]);
  });

  it('stays to be done while the family keeps the place', async () => {
    const world = await accepted();
    await world.confirm(world.todo, by, { answer: 'KEEP', words });
    expect(await whysOf(world)).toContainEqual(['CONFIRM_BAND', 'OPEN']);
    expect(await whysOf(world)).toContainEqual(['TELL_IN_PERSON', 'OPEN']);
  });

  it('stays as someone did it before (early)', async () => {
    const world = await accepted();
    const [band] = acceptance;
    const done = band && todoDone(band, AT, by);
    if (done) await world.stores.todos.saveTodo(done);
    await world.confirm(world.todo, by, { answer: 'AGREED', words });
    expect(await whysOf(world)).toContainEqual(['CONFIRM_BAND', 'DONE']);
  });

  it('ends when what was cut off is entered again', async () => {
    const world = await accepted();
    await world.confirm(world.todo, by, { answer: 'AGREED', words });
    for (const todo of acceptance) {
      const ended = await world.stores.todos.readTodo(reference, todo.id);
      const open = ended && todoReopened(ended);
      if (open) await world.stores.todos.saveTodo(open);
    }
    expect(await world.confirm(world.todo, by, { answer: 'AGREED', words })).toEqual({ kind: 'ALREADY' });
    expect(await whysOf(world)).toContainEqual(['CONFIRM_BAND', 'NOT_LISTED']);
  });

  it('ends of a referral that is withdrawn without being on a list any more, too', async () => {
    const world = await forReferrer(inTriage);
    for (const todo of acceptance) await world.stores.todos.createTodo(todo);
    expect(await world.withdrawReferral(said)).toEqual({ kind: 'DONE' });
    const left = await world.stores.todos.todosOf(reference);
    expect(left.map(({ done }) => done?.why)).toEqual(['NOT_LISTED', 'NOT_LISTED']);
  });
});
