import { describe, expect, it } from 'vitest';
import { undoDeath } from '#application/intake/undo-death.ts';
import type { Case } from '#domain/case/case.ts';
import { seededId } from '#domain/people/seed.ts';
import { type NewTodo, newTodo } from '#domain/people/todo.ts';
import { arrangeInWords, arrangeWords } from '#web/staff/todo/arrange.ts';
import { bandFaultWords, bandWords, tellFaultWords, tellWords, todoWords } from '#web/staff/todo/words.ts';
import { decidedWords } from '#web/staff/words.ts';
import { hidden, wrongBoxes } from '../browser.ts';
import { caseOnReceipt, reference } from '../records.ts';
import { triager1, triageWorld } from './world.ts';

const mailbox = 'triage-1@example.org';
const mine = `PERSON:${seededId(mailbox)}`;
const list = {
  ...{ locality: 'Taunton', acceptedOn: '2026-09-24', targetOn: '2027-03-24', order: '2#2027-03-24' },
  ...({ pathway: 'INITIAL_ASSESSMENT', suggestedBand: 2, band: null } as const),
};
const listed: Case = { ...caseOnReceipt(), status: 'ON_WAITING_LIST', next: 'DONE', outbox: [], list };
const parents = [{ name: 'Ada Mother', relationship: 'MOTHER', parentalResponsibility: true, phone: '01632 960001' }];
const referral = { family: { parents } };

/** A case with this to be done by the first triager, who has signed in to it. */
async function asked(kind: NewTodo['kind'], theCase = listed, more: object = {}) {
  const times = { openedAt: '2026-09-24T07:00:00.000Z', due: '2026-10-01T08:00:00.000Z' };
  const todo = newTodo({ reference, kind, cause: 'LISTED', why: 'LISTED', for: mine, ...times });
  const world = await triageWorld({ theCase, referral: { ...referral, ...more } });
  await world.stores.todos.createTodo(todo);
  let links = 0;
  const open = async () => {
    links += 1;
    return world.signIn(await world.putLink(`link ${links}`, { mailbox, taskId: todo.id }));
  };
  const using = await open();
  const address = `/triage/tasks/${todo.id}`;
  return {
    ...world,
    ...{ todo, using, open, address },
    enter: async (fields: Record<string, string>, by = using, page = by.get(address)) =>
      by.post(address, { csrf: hidden(await page, 'csrf'), taskId: todo.id, ...fields }),
    stored: async () => world.stores.cases.readCase(reference),
    isDone: async () => (await world.stores.todos.readTodo(reference, todo.id))?.done !== undefined,
  };
}

const told = { how: 'BY_PHONE', 'on-day': '24', 'on-month': '9', 'on-year': '2026', words: 'Robin Practitioner' };

describe('a family that must be told in person', () => {
  it('is shown with its phone number, why in person and what to tell, and nothing is done by opening it', async () => {
    const { using, address, isDone } = await asked('TELL_IN_PERSON');
    const { status, body } = await using.get(address);
    expect(status).toBe(200);
    for (const said of ['Ada Mother', '01632 960001', 'We have no email address for them.', tellWords.record]) {
      expect(body).toContain(said);
    }
    expect(await isDone()).toBe(false);
  });

  it('says what to arrange first: the format, the language and an interpreter', async () => {
    const communication = { format: 'EASY_READ', preferredLanguage: 'Polish', interpreterNeeded: true };
    const { using, address } = await asked('TELL_IN_PERSON', listed, { communication });
    const { body } = await using.get(address);
    const arrange = arrangeInWords({ format: 'EASY_READ', language: 'Polish', interpreter: true });
    expect(arrange).toHaveLength(3);
    for (const said of [arrangeWords.title, ...arrange]) expect(body).toContain(said);
  });

  it('says nothing of arranging where the family reads what we print (late)', async () => {
    const { using, address } = await asked('TELL_IN_PERSON', listed, { communication: { format: 'LARGE_PRINT' } });
    expect((await using.get(address)).body).not.toContain(arrangeWords.title);
  });

  it('is entered as told, on that day, how and by whom, and the page is closed', async () => {
    const { enter, stored, isDone, using, address } = await asked('TELL_IN_PERSON');
    const answer = await enter(told);
    expect(answer.status).toBe(303);
    expect((await stored())?.told).toMatchObject([{ about: 'LISTED', how: 'BY_PHONE', on: '2026-09-24' }]);
    const event = (await stored())?.history.at(-1);
    expect(event).toMatchObject({ event: 'FAMILY_TOLD', text: 'Robin Practitioner', by: { kind: 'PERSON' } });
    const { body } = await using.get(address);
    expect([await isDone(), body.includes(todoWords.done(reference)), body.includes('Ada')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('can be one that no one tells, with a reason and without a day', async () => {
    const { enter, stored, isDone } = await asked('TELL_IN_PERSON');
    expect((await enter({ how: 'NOT_TOLD', words: 'The social worker tells them.' })).status).toBe(303);
    expect((await stored())?.history.at(-1)).toMatchObject({ how: 'NOT_TOLD', text: 'The social worker tells them.' });
    expect(await isDone()).toBe(true);
  });

  const refused = [
    ['nothing', {}, tellFaultWords.HOW_MISSING],
    ['no day', { ...told, 'on-day': '', 'on-month': '', 'on-year': '' }, tellFaultWords.DATE_MISSING],
    ['no real month (malformed)', { ...told, 'on-month': '13' }, 'a month from 1 to 12 or by name'],
    ['tomorrow (early)', { ...told, 'on-day': '25' }, tellFaultWords.DATE_IN_FUTURE],
    ['before the referral came', { ...told, 'on-day': '23' }, tellFaultWords.DATE_TOO_EARLY],
    ['no one who told them', { ...told, words: ' ' }, tellFaultWords.WORDS_MISSING],
    ['no one tells them, without a reason', { how: 'NOT_TOLD' }, tellFaultWords.REASON_MISSING],
    ['a way that does not exist (hostile)', { ...told, how: 'BY_OWL' }, tellFaultWords.HOW_MISSING],
  ] as const;
  it.each(refused)('is not entered with %s, and what was typed is kept', async (_what, fields, sentence) => {
    const { enter, stored, isDone } = await asked('TELL_IN_PERSON');
    const answer = await enter(fields);
    expect([answer.status, answer.body.includes(sentence)]).toEqual([422, true]);
    if ('words' in fields && fields.words.trim() !== '') expect(answer.body).toContain(fields.words);
    expect([(await stored())?.told, await isDone()]).toEqual([undefined, false]);
  });

  it('marks the part of the day that is wrong, and no other', async () => {
    const { enter } = await asked('TELL_IN_PERSON');
    expect(wrongBoxes((await enter({ ...told, 'on-month': '13' })).body)).toEqual(['on-month']);
  });

  it('is entered once: who comes second is told who was first (late)', async () => {
    const { enter, open, stored, address } = await asked('TELL_IN_PERSON');
    const second = await open();
    const page = await second.get(address);
    await enter(told);
    const answer = await enter({ ...told, words: 'Kim' }, second, Promise.resolve(page));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).toContain(todoWords.already);
    expect((await stored())?.told).toHaveLength(1);
  });
});

describe('a band to be confirmed', () => {
  it('is the suggested one or another, with a reason, and gives the child that place', async () => {
    const { enter, stored, isDone } = await asked('CONFIRM_BAND');

    expect((await enter({ band: '1', reason: 'Two physical needs' })).status).toBe(303);
    const theCase = await stored();
    expect(theCase?.list).toMatchObject({ band: 1, suggestedBand: 2 });
    expect(theCase?.list?.order.startsWith('1#2027-03-24#')).toBe(true);
    expect(theCase?.history.at(-1)).toMatchObject({ event: 'BAND_CONFIRMED', band: 1, text: 'Two physical needs' });
    expect(await isDone()).toBe(true);
  });

  it('comes with what else the team is to do, because no email says it', async () => {
    const inLittleTreasures: Case = { ...listed, list: { ...list, pathway: 'LITTLE_TREASURES' } };
    for (const [theCase, isShared] of [[listed, false] as const, [inLittleTreasures, true] as const]) {
      const { using, address, enter } = await asked('CONFIRM_BAND', theCase);
      const before = (await using.get(address)).body;
      expect(before).toContain(bandWords.contact);
      await enter({ band: '2', reason: '' });
      for (const body of [before, (await using.get(address)).body]) {
        expect(body).toContain(decidedWords.stayAndPlay);
        expect(body.includes(decidedWords.littleTreasures)).toBe(isShared);
        expect(body).not.toContain(todoWords.nothingLeft);
      }
    }
  });

  it.each(['', '0', '4', '1 or 2'])('is not %o, and the reason is kept (malformed)', async (band) => {
    const { enter, stored } = await asked('CONFIRM_BAND');
    const answer = await enter({ band, reason: 'Kept words' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(bandFaultWords.BAND_MISSING);
    expect(answer.body).toContain('Kept words');
    expect((await stored())?.list?.band).toBeNull();
  });

  it('is none any more once the child is on no list (late)', async () => {
    const { using, address, stored } = await asked('CONFIRM_BAND', { ...listed, list: null });
    const { status, body } = await using.get(address);
    expect([status, body.includes(bandWords.record)]).toEqual([200, false]);
    expect((await stored())?.list).toBeNull();
  });
});

describe('a document of the referral', () => {
  it('opens for whom the TODO falls to while it is open, and not once it is done', async () => {
    const { using, address, enter } = await asked('TELL_IN_PERSON');
    expect((await using.get(`${address}/evidence/0`)).status).toBe(303);
    await enter(told);
    expect((await using.get(`${address}/evidence/0`)).status).toBe(404);
  });
});

describe('staff who have something to do for a family', () => {
  it.each(['TELL_IN_PERSON', 'CONFIRM_BAND'] as const)(
    'record from the page of a %s that the child has died, and find that page from then on',
    async (kind) => {
      const { using, address, stored } = await asked(kind);
      const page = await using.get(address);
      expect(page.body).toContain(`href="${address}/died"`);
      await using.post(`${address}/died`, { csrf: hidden(page, 'csrf'), taskId: address.split('/').at(-1) ?? '' });
      expect((await stored())?.death).toBeDefined();
      expect((await using.get(address)).location).toContain(`${address}/died`);
    },
  );

  it('find it open again, by the same link, once that was undone, also after an undo that was cut off (half-finished)', async () => {
    const { using, address, stores, todo, deps, isDone } = await asked('TELL_IN_PERSON');
    const page = await using.get(address);
    const own = { csrf: hidden(page, 'csrf'), taskId: todo.id };
    await using.post(`${address}/died`, own);
    expect(await isDone()).toBe(true);
    const cutOff = { ...stores.todos, todosOf: () => Promise.reject(new Error('cut off')) };
    const undo = { reference, by: triager1, reason: 'It was another child' };
    const dying = undoDeath({ ...deps, todos: cutOff });
    await expect(dying(undo)).rejects.toThrow('cut off');
    await using.post(`${address}/died/undo`, { ...own, reason: undo.reason });
    expect(await isDone()).toBe(false);
    expect((await using.get(address)).body).toContain(tellWords.record);
  });
});
