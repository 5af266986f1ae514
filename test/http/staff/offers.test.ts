import { describe, expect, it } from 'vitest';
import { todoAsked } from '#domain/notices/asked-todos.ts';
import { ringFamily } from '#domain/notices/offer-todos.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { todoDone } from '#domain/people/todo.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import { ringTodoId } from '#domain/support/rung.ts';
import { OFFERS_A_PAGE } from '#web/staff/offers/page.ts';
import { answeredWords, offersWords, passedOverWords, startFaultWords } from '#web/staff/offers/words.ts';
import { nextStepWords } from '#web/staff/records/words.ts';
import { hidden } from '../browser.ts';
import { childOf, entryOf, lists } from './lists-world.ts';

const AT = '/staff/offers';
const HOME = { pathway: 'HOME_VISITING' } as const;
const hold = { since: '2026-09-02T09:00:00.000Z', by: MACHINE };
const waiting = [
  { ...HOME, band: 1, hold },
  { ...HOME, suggestedBand: 1, targetOn: '2026-09-20' },
  { ...HOME, band: 2, targetOn: '2026-09-21' },
  { ...HOME, band: 3 },
] as const;
const on = (day: string, month = '9', year = '2026') => ({ 'on-day': day, 'on-month': month, 'on-year': year });
const childAt = (n: number) => `/staff/records/${childOf(n)}/offer`;

type World = Awaited<ReturnType<typeof lists>>;

/** A list of four children and one weekly visit on Tuesday at 9:30 in Taunton. */
async function offers(at: readonly string[] = ['09:30']) {
  const world = await lists(waiting);
  const { deps } = world;
  const kim = { id: 'kim', name: 'Kim Park', mailbox: 'kim@example.org', roles: ['PRACTITIONER'] } as const;
  await deps.changeTeam({ change: 'JOIN', ...kim, roles: [...kim.roles] }, MACHINE);
  await deps.changeCapacity({ change: 'PRACTITIONER', person: 'kim', locality: 'Taunton' }, MACHINE);
  const slots = { day: 'TUESDAY', at: [...at], from: '2026-09-28', until: '' };
  await deps.changeCapacity({ change: 'SLOTS', person: 'kim', locality: 'Taunton', ...slots }, MACHINE);
  const ids = (await deps.readCapacity()).practitioners.flatMap((one) => one.slots.map(({ id }) => id));
  return offersIn(world, ids);
}

/** Three children who wait for the Portage group in Taunton, with one place; the third is next. */
async function groupOffers() {
  const inGroup = { pathway: 'PORTAGE_GROUP' } as const;
  const world = await lists([
    { ...inGroup, band: 2 },
    { ...inGroup, band: 3 },
    { ...inGroup, band: 1 },
  ]);
  const group = { change: 'GROUP', id: 'g1', pathway: 'PORTAGE_GROUP', name: 'A group', places: '1' } as const;
  const where = { locality: 'Taunton', venue: 'Example Hall', access: 'Ramp', day: 'MONDAY', at: '10:00' } as const;
  await world.deps.changeCapacity({ ...group, ...where, ends: '11:30', from: '2026-09-28', until: '' }, MACHINE);
  return offersIn(world, ['g1-1']);
}

function offersIn(world: World, ids: readonly string[]) {
  const { manager } = world;
  const slotAt = (n = 0) => `${AT}/${ids[n]}`;
  /** The form of a free place as it is shown now; `press` sends it. */
  const open = async (n = 0) => {
    const form = await manager.get(slotAt(n));
    const fields = { csrf: hidden(form, 'csrf'), reference: hidden(form, 'reference'), offer: hidden(form, 'offer') };
    const press = (other: Readonly<Record<string, string>> = {}) => manager.post(slotAt(n), { ...fields, ...other });
    return { form, press };
  };
  /** Sends a form on the page of the offer of the nth child, as it is shown now. */
  const send = async (n: number, typed: Readonly<Record<string, string>>) => {
    const form = await manager.get(childAt(n));
    const offer = /name="offer" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    return manager.post(childAt(n), { csrf: hidden(form, 'csrf'), offer, ...typed });
  };
  const support = (n: number) => world.stores.supports.readSupport(childOf(n));
  return { ...world, slotAt, open, send, support };
}

describe('the free places', () => {
  it('each propose the next child with the reason, and name who is passed over and why', async () => {
    const { manager } = await offers();
    const { body } = await manager.get(AT);
    expect(body).toContain('Weekly home visit, Taunton: every Tuesday, 9:30am');
    expect(body).toContain(offersWords.first('29 September 2026'));
    expect(body).toContain('3rd: band 2; two children in band 1 are before, and both are passed over.');
    expect(body).toContain(offersWords.passedOver(2));
    for (const why of ['ON_HOLD', 'BAND_NOT_CONFIRMED'] as const) expect(body).toContain(passedOverWords[why]);
    expect(body).toContain(offersWords.overTarget);
    expect(body).toContain(offersWords.noneOut);
  });

  it('propose one child for one place only', async () => {
    const { open } = await offers(['09:30', '11:00']);
    const [first, second] = [await open(0), await open(1)];
    expect([hidden(first.form, 'reference'), hidden(second.form, 'reference')]).toEqual([childOf(2), childOf(3)]);
    expect(second.form.body).toContain(passedOverWords.PROPOSED);
  });

  it('of a group for which no child waits stand once, with how many there are', async () => {
    const { deps, manager } = await offers();
    const where = {
      locality: 'Yeovil',
      venue: 'Example Hall',
      access: 'Ramp',
      day: 'MONDAY',
      at: '10:00',
      ends: '11:30',
    };
    const group = { change: 'GROUP', id: 'g1', pathway: 'PORTAGE_GROUP', name: 'Yeovil group', places: '6' } as const;
    await deps.changeCapacity({ ...group, ...where, from: '2026-09-28', until: '' }, MACHINE);
    const { body } = await manager.get(AT);
    expect(body.split('Portage group, Yeovil: every Monday, 10am')).toHaveLength(2);
    expect(body).toContain(offersWords.alike(6));
  });

  it('cost no read of a child who was offered something before, and name why they are passed over', async () => {
    const { manager, open, send, stores } = await offers(['09:30', '11:00']);
    await (await open()).press();
    await send(2, { answer: 'DECLINED' });
    const { supports } = stores;
    const read: string[] = [];
    const { readSupport } = supports;
    supports.readSupport = (reference) => {
      read.push(reference);
      return readSupport(reference);
    };
    const { body } = await manager.get(AT);
    expect([read, body.includes(passedOverWords.TO_RING)]).toEqual([[], true]);
  });

  it('read a child of whom the list does not say it yet: its row is of an earlier release', async () => {
    const { manager, open, send, stores } = await offers(['09:30', '11:00']);
    await (await open()).press();
    await send(2, { answer: 'DECLINED' });
    const { list } = stores.indexes;
    stores.indexes.list = async (...asked) =>
      (await list(...asked)).map((row) => ({ ...row, more: { ...row.more, kept: undefined } }));
    const { body } = await manager.get(AT);
    expect(body).toContain(passedOverWords.TO_RING);
  });

  it('stand below the offers that are out, of which a page shows some and leads to the others', async () => {
    const { manager, stores } = await lists(Array.from({ length: OFFERS_A_PAGE + 2 }, () => ({ ...HOME, band: 2 })));
    const before = { now: '2026-09-02T09:00:00.000Z', policyVersion: 1 };
    for (let n = 0; n < OFFERS_A_PAGE + 2; n += 1) {
      const slot = { id: `v${n}`, ...HOME, locality: 'Taunton', day: 'MONDAY', at: '10:00' };
      const waits = newSupport(childOf(n), entryOf(n, { ...HOME, band: 2 }), before);
      const made = offerMade(waits, before, { id: `O${n}`, slot, by: MACHINE });
      if (made) await stores.supports.createSupport(made);
    }
    const first = await manager.get(AT);
    const after = /after=(\w+)/.exec(first.body)?.[1] ?? '';
    const second = await manager.get(AT, { after });
    const shown = (body: string) => [...body.matchAll(/records\/(\w+)\/offer"/g)].map(([, reference]) => reference);
    expect([shown(first.body).length, shown(second.body).length]).toEqual([OFFERS_A_PAGE, 2]);
    expect(new Set([...shown(first.body), ...shown(second.body)]).size).toBe(OFFERS_A_PAGE + 2);
    for (const { body } of [first, second]) expect(body).toContain(offersWords.outOf(OFFERS_A_PAGE + 2));
  });

  it('say so when there are none', async () => {
    const { manager } = await lists(waiting);
    expect((await manager.get(AT)).body).toContain(offersWords.noneFree);
  });
});

describe('an offer that a manager confirms', () => {
  it('stands at the top of the record, with the place on the list, each with its page', async () => {
    const { manager, open } = await offers();
    await (await open()).press();
    const { body } = await manager.get(`/staff/records/${childOf(2)}`);
    const step = (at: string, said: string) =>
      expect(body).toContain(`href="/staff/records/${childOf(2)}/${at}">${said}`);
    step('place', nextStepWords.place('3rd', 'Home visiting, Taunton', '21 September 2026'));
    step('offer', nextStepWords.offer(offersWords.noDeadline));
  });

  it('is made once however often it is pressed (twice), and the place is no longer free', async () => {
    const { open, support, manager } = await offers();
    const { press } = await open();
    expect([(await press()).status, (await press()).status]).toEqual([303, 303]);
    expect((await support(2))?.offers).toMatchObject([{ by: { kind: 'PERSON' }, slot: { at: '09:30' } }]);
    const { body } = await manager.get(AT);
    expect(body).toContain(offersWords.noneFree);
    expect(body).toContain(offersWords.noDeadline);
  });

  it('of a place that someone else has offered meanwhile tells so, and nothing changes (late)', async () => {
    const { open, support, slotAt, manager } = await offers();
    const [mine, other] = [await open(), await open()];
    await other.press();
    const late = await mine.press({ reference: childOf(3) });
    expect([late.status, late.body.includes(offersWords.goneWhy)]).toEqual([409, true]);
    expect(await support(3)).toBeUndefined();
    expect((await manager.get(slotAt())).status).toBe(404);
  });

  it('is not made where the list has changed since the page was opened: the next child is shown (out of order)', async () => {
    const { open, support, change } = await offers();
    const { press } = await open();
    await change(1, 'band', { band: '1' });
    const answer = await press();
    expect([answer.status, answer.body.includes(offersWords.changed)]).toEqual([409, true]);
    expect(hidden(answer, 'reference')).toBe(childOf(1));
    expect(await support(2)).toBeUndefined();
  });

  it.each([0, 1, 3])('is not made for child %i, who is not next, and by no other id (hostile)', async (n) => {
    const { open, support } = await offers();
    const { press } = await open();
    expect((await press({ reference: childOf(n) })).status).toBe(409);
    expect((await press({ offer: '../x' })).status).toBe(404);
    expect(await support(n)).toBeUndefined();
  });
});

describe('the answer of a family that staff record', () => {
  it.each(['ACCEPTED', 'LATER', 'DECLINED'] as const)('%s stands with who recorded it, and is shown', async (what) => {
    const { open, send, support, manager } = await offers();
    await (await open()).press();
    expect((await send(2, { answer: what, text: 'Said by phone' })).status).toBe(303);
    expect((await support(2))?.offers.at(-1)?.answer).toMatchObject({ what, way: 'STAFF', by: { kind: 'PERSON' } });
    const { body } = await manager.get(childAt(2));
    expect(body).toContain(answeredWords.get(what));
  });

  it('is asked for where nothing was selected, and what was typed stays (malformed)', async () => {
    const { open, send, support } = await offers();
    await (await open()).press();
    const answer = await send(2, { text: 'They want mornings' });
    expect(answer.status).toBe(422);
    for (const said of [offersWords.choose, 'They want mornings']) expect(answer.body).toContain(said);
    expect((await support(2))?.offers.at(-1)?.answer).toBeUndefined();
  });

  it('that comes after another is kept, and the one that was first counts (late)', async () => {
    const { open, send, support } = await offers();
    await (await open()).press();
    const offer = (await support(2))?.offers.at(-1)?.id ?? '';
    await send(2, { answer: 'ACCEPTED' });
    const late = await send(2, { offer, answer: 'DECLINED' });
    expect([late.status, late.body.includes(offersWords.late)]).toEqual([409, true]);
    expect((await support(2))?.status).toBe('ACCEPTED');
  });

  it('asks for a call: the page says that the place is kept, and that the call is about this offer', async () => {
    const { open, send, manager } = await offers();
    await (await open()).press();
    await send(2, { answer: 'CALL_ME' });
    const { body } = await manager.get(childAt(2));
    for (const said of [offersWords.callAsked, offersWords.toRingFirst]) expect(body).toContain(said);
    expect(body).not.toContain(offersWords.toRing);
  });

  it('leads to the task of the call while that is open, by one press, and no more once it is done', async () => {
    const { open, send, manager, stores, support, clock } = await offers();
    await (await open()).press();
    await send(2, { answer: 'CALL_ME' });
    const owed = await support(2);
    const asked = { ...ringFamily, cause: 'RING1CALLME', why: 'CALL_ME' };
    const todo = todoAsked(asked, childOf(2), clock.now(), defaultPolicy);
    expect([owed && ringTodoId(owed), (await manager.get(childAt(2))).body.includes(offersWords.openRing)]).toEqual([
      todo.id,
      false,
    ]);
    await stores.todos.createTodo(todo);
    const { body } = await manager.get(childAt(2));
    expect(body).toContain(`name="open" value="${todo.id}"`);
    const opened = await manager.post('/staff', { csrf: hidden(await manager.get(childAt(2)), 'csrf'), open: todo.id });
    expect(opened.headers.location?.endsWith(`/triage/tasks/${todo.id}`)).toBe(true);
    const done = todoDone(todo, clock.now(), MACHINE);
    if (done) await stores.todos.saveTodo(done);
    expect((await manager.get(childAt(2))).body).not.toContain(offersWords.openRing);
  });
});

describe('the day on which support in a group began', () => {
  it('takes the child off the list, once (twice)', async () => {
    const { open, send, support, manager } = await groupOffers();
    await (await open()).press();
    await send(2, { answer: 'ACCEPTED' });
    expect((await send(2, { change: 'START', ...on('24') })).status).toBe(303);
    expect(await support(2)).toMatchObject({ status: 'STARTED', list: null, started: { on: '2026-09-24' } });
    expect((await manager.get(childAt(2))).body).toContain(offersWords.started('24 September 2026'));
    expect((await send(2, { change: 'START', ...on('24') })).status).toBe(409);
  });

  it.each([
    ['DATE_MISSING', on('', '', '')],
    ['DATE_IN_FUTURE', on('25')],
    ['DATE_TOO_EARLY', on('1')],
  ] as const)('%s is said, and nothing changes (malformed)', async (fault, typed) => {
    const { open, send, support } = await groupOffers();
    await (await open()).press();
    await send(2, { answer: 'ACCEPTED' });
    const answer = await send(2, { change: 'START', ...typed });
    expect([answer.status, answer.body.includes(String(startFaultWords[fault]))]).toEqual([422, true]);
    expect((await support(2))?.status).toBe('ACCEPTED');
  });

  it('needs an accepted offer (out of order)', async () => {
    const { open, send, support } = await groupOffers();
    await (await open()).press();
    expect((await send(2, { change: 'START', ...on('24') })).status).toBe(409);
    expect((await support(2))?.status).toBe('OFFERED');
  });

  it('is not entered by hand for home visits: the first session that is recorded is the start (hostile)', async () => {
    const { open, send, support, manager } = await offers();
    await (await open()).press();
    await send(2, { answer: 'ACCEPTED' });
    const { body } = await manager.get(childAt(2));
    expect([body.includes(offersWords.startTitle), body.includes(offersWords.startsItself)]).toEqual([false, true]);
    expect((await send(2, { change: 'START', ...on('24') })).status).toBe(409);
    expect((await support(2))?.status).toBe('ACCEPTED');
  });
});

describe('the offer of one child', () => {
  it('says that there is none, and of an unknown reference nothing (malformed)', async () => {
    const { manager } = await offers();
    expect((await manager.get(childAt(0))).body).toContain(offersWords.notOffered);
    expect((await manager.get('/staff/records/NOTAREFEREN/offer')).status).toBe(404);
  });
});

describe('the place of a child with an offer', () => {
  const placeAt = `/staff/records/${childOf(2)}/place`;

  it('says how the offer stands, to triagers too, and leads a manager to it', async () => {
    const { open, send, manager, enter } = await offers();
    await (await open()).press();
    expect((await manager.get(placeAt)).body).toContain(offersWords.noDeadline);
    await send(2, { answer: 'ACCEPTED' });
    const answered = answeredWords.get('ACCEPTED');
    const [seen, read] = [await manager.get(placeAt), await (await enter('triage-1@example.org')).get(placeAt)];
    for (const { body } of [seen, read]) expect(body).toContain(answered);
    expect([seen, read].map(({ body }) => body.includes(childAt(2)))).toEqual([true, false]);
  });

  it('says of an offer that reached the family until when they can answer', async () => {
    const { open, stores, clock, support, manager } = await offers();
    await (await open()).press();
    const made = await support(2);
    if (!made) throw new Error('The support is there.');
    const reached = made.offers.map((offer) => ({ ...offer, reachedAt: clock.now() }));
    await stores.supports.saveSupport({ ...made, version: made.version + 1, offers: reached });
    expect((await manager.get(placeAt)).body).toMatch(/They have until \d+ [A-Z][a-z]+ 2026/);
  });
});
