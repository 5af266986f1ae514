import { describe, expect, it } from 'vitest';
import { askedWhatSchema } from '#domain/case/family-ask-shape.ts';
import type { Todo } from '#domain/people/todo.ts';
import { tellFaultWords, tellPageWords, tellWords } from '#web/family/tell/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { familyWorld, pat } from './world.ts';

/** A family on its page, and what it does there. */
async function onPage() {
  const world = await familyWorld();
  const { using } = await world.enter(await world.code());
  const form = async (what: string) => {
    const shown = await using.get(`${world.at}/tell/${what}`);
    return { csrf: hidden(shown, 'csrf'), id: hidden(shown, 'id'), body: shown.body };
  };
  const send = async (what: string, words: string) => {
    const { csrf, id } = await form(what);
    return using.post(`${world.at}/tell/${what}`, { csrf, id, words });
  };
  return { ...world, using, form, send };
}

const first = (todos: readonly Todo[]): Todo => {
  const [todo] = todos;
  if (!todo) throw new Error('No TODO.');
  return todo;
};

describe('what a family can tell or ask', () => {
  it.each(askedWhatSchema.options)('%s begins with the emergency line and says when it is answered', async (what) => {
    const { form, using, at } = await onPage();
    const { body } = await form(tellWords[what].at);
    expect(body.indexOf('call 999')).toBeGreaterThan(0);
    expect(body.indexOf('call 999')).toBeLessThan(body.indexOf('<form'));
    expect(body).toContain(tellWords[what].lead);
    expect((await using.get(at)).body).toContain(`${at}/tell/${tellWords[what].at}`);
  });

  it.each([
    ['CHANGED', '2026-10-01'],
    ['DETAILS', '2026-10-01'],
    ['HOURS', '2026-10-01'],
    ['LOOK_AGAIN', '2026-10-01'],
    ['STOP', '2026-09-28'],
    ['CALL_ME', '2026-09-28'],
    ['COMPLAINT', '2026-10-08'],
    ['DATA_COMPLAINT', '2026-10-08'],
  ] as const)('%s becomes work for a service manager, due on %s, and ends nothing by itself', async (what, day) => {
    const { send, todos, theCase, moments } = await onPage();
    const before = await theCase();
    expect((await send(tellWords[what].at, 'He has many fits now')).status).toBe(303);

    const todo = first(await todos());
    expect(todo).toMatchObject({ kind: 'ANSWER_FAMILY', why: what, for: 'ROLE:SERVICE_MANAGER' });
    expect(todo.due.slice(0, 10)).toBe(day);
    const after = await theCase();
    expect([after?.status, after?.list, after?.next]).toEqual([before?.status, before?.list, before?.next]);
    expect(after?.history.at(-1)).toMatchObject({ event: 'ASK_RECEIVED', what, text: 'He has many fits now' });
    expect(moments).toEqual(['ASK_RECEIVED']);
  });

  it('is shown on the page with the day of the answer', async () => {
    const { send, using, at } = await onPage();
    await send('changed', 'He walks now');
    const { body } = await using.get(at);
    expect(body).toContain(tellPageWords.waits('1 October 2026'));
  });

  it('without words comes back with what is missing, but a call can be asked for without any', async () => {
    const { send, todos } = await onPage();
    const { status, body } = await send('changed', '  ');
    expect([status, body.includes(tellFaultWords.WORDS_MISSING)]).toEqual([422, true]);
    expect(await todos()).toEqual([]);
    expect((await send('call', '')).status).toBe(303);
  });

  it('that is too long is kept in the form', async () => {
    const { send } = await onPage();
    const { status, body } = await send('changed', 'x'.repeat(2001));
    expect([status, body.includes('x'.repeat(2001))]).toEqual([422, true]);
  });

  it('sent twice is asked once, and other words after it are asked too (twice)', async () => {
    const { form, using, at, todos, theCase } = await onPage();
    const { csrf, id } = await form('changed');
    const press = (words: string) => using.post(`${at}/tell/changed`, { csrf, id, words });
    await Promise.all([press('He walks now'), press('He walks now')]);
    expect([(await todos()).length, (await theCase())?.familyAsks?.length]).toEqual([1, 1]);
    await press('He walks now and says words');
    expect((await theCase())?.familyAsks?.map(({ words }) => words)).toEqual([
      'He walks now',
      'He walks now and says words',
    ]);
  });

  it('of another site is refused (hostile)', async () => {
    const { using, at, todos } = await onPage();
    expect((await using.post(`${at}/tell/changed`, { csrf: 'forged', words: 'Take us off' })).status).toBe(403);
    expect(await todos()).toEqual([]);
  });

  it('through a page that is closed at the same moment asks nothing of anyone (a race)', async () => {
    const { staff, askTeam, todos, theCase } = await onPage();
    await staff.closePages(reference, pat);
    const asked = { reference, id: 'a'.repeat(32), by: pat, what: 'CHANGED', from: 'FAMILY', words: 'He walks' };
    expect(await askTeam(asked, { place: 0, page: 'P0N0' })).toEqual({ kind: 'CLOSED' });
    expect([first(await todos()).done?.why, (await theCase())?.familyAsks]).toEqual(['NOT_ASKED', undefined]);
  });
});

describe('an answer', () => {
  const typed = { band: 'STAYS', how: 'BY_PHONE', on: '2026-09-24', words: 'We looked. Your place stays' };

  it('stands on the page of who asked, with the day', async () => {
    const { send, todos, answer, using, at } = await onPage();
    await send('changed', 'He walks now');
    expect(await answer(first(await todos()), pat, typed)).toEqual({ kind: 'DONE' });
    const { body } = await using.get(at);
    expect(body).toContain(tellPageWords.answered('24 September 2026'));
    expect(body).toContain('We looked. Your place stays');
    expect(first(await todos()).done).toBeDefined();
  });

  it('changes the order of the list only where a person selects another band', async () => {
    const { send, todos, answer, theCase } = await onPage();
    await send('changed', 'He has many fits now');
    await answer(first(await todos()), pat, { ...typed, band: '1' });
    expect((await theCase())?.list?.band).toBe(1);
    expect((await theCase())?.history.map(({ event }) => event)).toContain('BAND_CONFIRMED');
  });

  it('of something that changed says what becomes of the band, and how and when', async () => {
    const { send, todos, answer } = await onPage();
    await send('changed', 'He walks now');
    const result = await answer(first(await todos()), pat, { band: '', how: '', on: '', words: '' });
    const codes = result.kind === 'INVALID' ? result.problems.map(({ code }) => code) : [];
    expect(codes).toEqual(expect.arrayContaining(['BAND_MISSING', 'HOW_MISSING', 'WORDS_MISSING']));
  });

  it('by email goes to who may be emailed alone', async () => {
    const one = await onPage();
    await one.send('changed', 'He walks now');
    await one.answer(first(await one.todos()), pat, { ...typed, how: 'PAGE', on: '' });
    expect(one.moments).toEqual(['ASK_RECEIVED', 'ASK_ANSWERED']);
    const parents = [{ name: 'A. Mother', relationship: 'Mother', parentalResponsibility: true }];
    const world = await familyWorld({ parents });
    await world.askTeam(
      { reference, id: 'b'.repeat(32), by: pat, what: 'CALL_ME', from: 'FAMILY', words: '' },
      { place: 0, page: 'P0N0' },
    );
    const result = await world.answer(first(await world.todos()), pat, { ...typed, how: 'PAGE' });
    expect(result).toMatchObject({ kind: 'INVALID', problems: [{ code: 'NO_PAGE' }] });
  });

  it('entered twice counts once (twice)', async () => {
    const { send, todos, answer, theCase } = await onPage();
    await send('call', '');
    const todo = first(await todos());
    const results = await Promise.all([answer(todo, pat, typed), answer(todo, pat, typed)]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['ALREADY', 'DONE']);
    expect((await theCase())?.history.filter(({ event }) => event === 'ASK_ANSWERED')).toHaveLength(1);
  });
});
