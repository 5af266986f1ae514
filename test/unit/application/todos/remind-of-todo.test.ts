import { describe, expect, it } from 'vitest';
import { remindOfTodo } from '#application/todos/remind-of-todo.ts';
import type { Case } from '#domain/case/case.ts';
import { askDueOn, familyAsked } from '#domain/case/family-ask.ts';
import { safePlaceTodo } from '#domain/case/safe-place.ts';
import { MACHINE, referrerActor } from '#domain/people/actor.ts';
import { MANAGERS, type NewTodo, newTodo, TRIAGERS, todoDone } from '#domain/people/todo.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { digestLines } from '#test/kit/words/emails.ts';
import { caseWith, listed, reference, withdrawnAfterListing } from '../notices/sample.ts';
import { world } from '../notices/world.ts';

const DAY = 24 * 60;
/** The clock begins on a Thursday at 10 o'clock in London; it was due on its morning. */
const due = '2026-09-24T08:00:00.000Z';
const tell = { kind: 'TELL_IN_PERSON', cause: 'ENDED', why: 'ENDED', for: MANAGERS } as const;
const ended = caseWith({ status: 'DECLINED', outcome: 'DECLINE', next: 'DONE', outbox: [] });

async function overdue(asked: Pick<NewTodo, 'kind' | 'cause' | 'why' | 'for'> = tell, theCase: Case = ended) {
  const one = await world(theCase);
  const todo = newTodo({ ...asked, reference, openedAt: '2026-09-17T08:00:00.000Z', due });
  await one.stores.todos.createTodo(todo);
  const remind = () => remindOfTodo(one.deps)(reference, todo.id);
  const stored = async () => one.stores.todos.readTodo(reference, todo.id);
  const dueNow = async () => (await one.stores.indexes.due('TODO', one.clock.now(), 10)).length;
  return { ...one, todo, remind, stored, dueNow, mails: () => one.post.sent };
}

describe('a TODO that no one has done when it was due', () => {
  it('is looked at from that instant on, and its managers are reminded with a link, once (twice)', async () => {
    const { remind, mails, dueNow, stored, todo, nextMorning } = await overdue();
    expect(await dueNow()).toBe(1);
    await remind();
    await remind();
    expect(mails()).toEqual([]);
    await nextMorning();
    expect(mails().map(({ to }) => to)).toEqual(['manager@example.org']);
    expect(mails()[0]?.text).toMatch(/\/triage\/l\/[\w-]{43}\s/);
    expect(mails()[0]?.text).toContain(`${reference}: ${digestLines.tellInPerson}`);
    expect(await stored()).toMatchObject({
      version: 2,
      reminded: 1,
      remindAt: '2026-10-01T08:00:00.000Z',
      due: todo.due,
    });
    expect(await dueNow()).toBe(0);
  });

  it('is reminded of again every week, with another link each time', async () => {
    const { remind, mails, clock, stored, nextMorning } = await overdue();
    for (let week = 0; week < 3; week += 1) {
      await remind();
      await nextMorning();
      clock.advanceMinutes(7 * DAY);
    }
    const links = mails().map(({ text }) => /\/triage\/l\/[\w-]{43}/.exec(text)?.[0]);
    expect([links.length, new Set(links).size, (await stored())?.reminded]).toEqual([3, 3, 3]);
  });

  it('comes on a working morning: a week on from a Monday before a bank holiday is the Tuesday', async () => {
    const { remind, clock, stored } = await overdue();
    // Monday 21 December 2026; the 28th is a bank holiday.
    clock.advanceMinutes((Date.parse('2026-12-21T10:00:00.000Z') - Date.parse(clock.now())) / 60_000);
    await remind();
    expect((await stored())?.remindAt).toBe('2026-12-29T09:00:00.000Z');
  });

  it('goes to the service manager where it is a band that anyone who decides may confirm', async () => {
    const band = { kind: 'CONFIRM_BAND', cause: 'LISTED', why: 'LISTED', for: TRIAGERS } as const;
    const { remind, mails, nextMorning } = await overdue(band, listed('INITIAL_ASSESSMENT'));
    await remind();
    await nextMorning();
    expect(mails().map((mail) => mail.to)).toEqual(['manager@example.org']);
    expect(mails()[0]?.text).toContain(`${reference}: ${digestLines.bandOverdue}`);
  });

  it('goes to everyone who may decide where it is another that falls to the triagers', async () => {
    const look = { kind: 'LOOK_AT_DUPLICATE', cause: '1', why: 'ASKED', for: TRIAGERS } as const;
    const { remind, mails, nextMorning } = await overdue(look, listed('INITIAL_ASSESSMENT'));
    await remind();
    await nextMorning();
    const to = mails().map((mail) => mail.to);
    expect([to.includes('manager@example.org'), new Set(to).size]).toEqual([true, to.length]);
    expect(to.length).toBeGreaterThan(1);
  });

  it('is finished after a crash between the email and the record of it, without a second email', async () => {
    const { remind, mails, deps, todo, stored, nextMorning } = await overdue();
    const cutOff = { ...deps, todos: { ...deps.todos, saveTodo: () => Promise.reject(new Error('cut off')) } };
    await expect(remindOfTodo(cutOff)(reference, todo.id)).rejects.toThrow('cut off');
    await remind();
    await nextMorning();
    expect([mails().length, (await stored())?.reminded]).toEqual([1, 1]);
  });

  it('tells no one before it is due (early), nor once it is done (late)', async () => {
    const early = await overdue();
    early.clock.advanceMinutes(-3 * 60);
    await early.remind();
    const late = await overdue();
    const done = todoDone(late.todo, due, MACHINE);
    if (done) await late.stores.todos.saveTodo(done);
    await late.remind();
    expect([early.mails(), late.mails(), await early.dueNow(), await late.dueNow()]).toEqual([[], [], 0, 0]);
  });

  it.each(['FAMILY', 'REFERRER'] as const)(
    'is reminded of where the %s said that something has changed, and no word of it goes out',
    async (from) => {
      const asked = { id: 'A1', what: 'CHANGED', from, by: MACHINE, words: 'She falls often since June' } as const;
      const opened = { now: '2026-09-17T08:00:00.000Z', policyVersion: 1 };
      const told = familyAsked(listed('INITIAL_ASSESSMENT'), opened, asked);
      if (!told) throw new Error('Nothing was told.');
      // Five working days after it was told it is due.
      expect(askDueOn(asked, '2026-09-17', defaultPolicy)).toBe('2026-09-24');
      const todo = { kind: 'ANSWER_FAMILY', cause: 'A1', why: 'CHANGED', for: MANAGERS } as const;
      const { remind, mails, stored, nextMorning } = await overdue(todo, told);
      await remind();
      await nextMorning();
      expect(mails().map(({ to }) => to)).toEqual(['manager@example.org']);
      expect(mails().some(({ text }) => text.includes('June'))).toBe(false);
      expect(await stored()).toMatchObject({ reminded: 1, remindAt: '2026-10-01T08:00:00.000Z' });
    },
  );

  it('about a move to a safe place is emailed on the same day, without a word of where or why', async () => {
    const said = { at: '2026-09-24T09:00:00.000Z', by: MACHINE, reason: 'She is in a refuge' };
    const moved = { ...listed('INITIAL_ASSESSMENT'), safePlace: said };
    const { id } = safePlaceTodo(reference, said.at, defaultPolicy);
    const asked = {
      kind: 'LOOK_AT_SAFE_PLACE',
      cause: id.split('-').at(-1) ?? '',
      why: 'SAFE_PLACE',
      for: MANAGERS,
    } as const;
    const { remind, mails } = await overdue(asked, moved);
    await remind();
    expect(mails().map(({ to }) => to)).toEqual(['manager@example.org']);
    for (const word of ['refuge', 'safe place', 'moved', 'Taunton'])
      expect([word, mails().some(({ text, subject }) => `${subject} ${text}`.includes(word))]).toEqual([word, false]);
  });

  it('about a death is not reminded of: no machine sends anything then', async () => {
    const before = { status: 'IN_TRIAGE', outcome: null, next: 'TRIAGE', list: null } as const;
    const death = { at: '2026-09-23T10:00:00.000Z', by: referrerActor(), before };
    const asked = { kind: 'TELL_OF_DEATH', cause: 'PRACTITIONER', why: 'PRACTITIONER', for: MANAGERS } as const;
    const { remind, mails, dueNow } = await overdue(asked, caseWith({ status: 'WITHDRAWN', next: 'DONE', death }));
    await remind();
    expect([mails(), await dueNow()]).toEqual([[], 0]);
  });
});

it.each([
  [
    'the band of a child who left the list',
    { kind: 'CONFIRM_BAND', cause: 'LISTED', why: 'LISTED', for: TRIAGERS },
    'NOT_LISTED',
  ],
  ['telling of a place that is given back', { ...tell, cause: 'LISTED', why: 'LISTED' }, 'NOT_LISTED'],
  [
    'a withdrawal that no one asks for',
    { kind: 'CONFIRM_WITHDRAWAL', cause: '1', why: 'ASKED', for: MANAGERS },
    'NOT_ASKED',
  ],
  ['checking again what was answered', { kind: 'LOOK_AGAIN', cause: '1', why: 'ASKED', for: MANAGERS }, 'NOT_ASKED'],
] as const)('%s is ended instead of reminded of', async (_what, asked, why) => {
  const { remind, mails, stored } = await overdue(asked, { ...withdrawnAfterListing(), next: 'DONE' });
  await remind();
  expect([mails(), (await stored())?.done]).toMatchObject([[], { by: { kind: 'MACHINE' }, why }]);
});
