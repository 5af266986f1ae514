import { describe, expect, it } from 'vitest';
import { readFamily } from '#application/read-family.ts';
import { remindOfTodo } from '#application/todos/remind-of-todo.ts';
import { whyTodoIsOver } from '#domain/case/todo-over.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { actorCode, MACHINE } from '#domain/people/actor.ts';
import { joined, left } from '#domain/people/change.ts';
import { personCode } from '#domain/people/code.ts';
import { seededId } from '#domain/people/seed.ts';
import { wayTo } from '#domain/safe-contact/way-to.ts';
import { moment } from '#test/unit/domain/people/sample.ts';
import { channelFaultWords, confirmWords, refuseFaultWords, safeContactWords } from '#web/staff/safe-contact/words.ts';
import { reference } from '../records.ts';
import { SECOND, safe, safeWorld } from './safe-world.ts';

type World = Awaited<ReturnType<typeof safeWorld>>;

const printer = {
  id: seededId('print@example.org'),
  name: 'Pat Printer',
  mailbox: 'print@example.org',
  roles: ['ADMINISTRATOR'],
} as const;

/** Everyone leaves but who records the safe way. */
async function leaveAlone({ change }: World) {
  for (const mailbox of [SECOND, 'manager@example.org']) await change((team) => left(team, moment, seededId(mailbox)));
}

/** Where an email to the first adult goes now. */
async function emailTo({ stores, deps, theCase }: World) {
  const stored = await stores.referrals.readReferral(reference);
  return wayTo(0, 'EMAIL', await readFamily(deps, await theCase(), addresseesOf(stored?.body)));
}

describe('a safe way to contact someone', () => {
  it('opens nothing when one person has recorded it, and its channel once a second person has confirmed it', async () => {
    const world = await safeWorld();
    expect((await world.record()).body).toContain(safeContactWords.done);
    expect(await emailTo(world)).toEqual({ forAPerson: 'SAFE_WAYS_TO_READ' });
    const { page, press } = await world.open(SECOND);
    for (const said of ['Ada Mother', 'ada@example.org', safe.reason, '24 December 2026'])
      expect(page.body).toContain(said);
    expect((await press()).status).toBe(303);
    expect(await emailTo(world)).toEqual({ address: 'ada@example.org' });
    expect((await world.theCase()).history.slice(-2).map(({ event }) => event)).toEqual([
      'SAFE_CHANNEL_RECORDED',
      'SAFE_CHANNEL_CONFIRMED',
    ]);
  });

  it('is never used once a second person found that it is not safe, and goes back to who recorded it', async () => {
    const world = await safeWorld();
    await world.record();
    const { page, press, id } = await world.open(SECOND);
    expect(page.body).toContain(confirmWords.refuse);
    const blank = await press({ refuse: '1', reason: ' ' });
    expect([blank.status, blank.body.includes(refuseFaultWords.REASON_MISSING)]).toEqual([422, true]);
    expect((await press({ refuse: '1', reason: 'He reads her email' })).status).toBe(303);
    await press();
    expect(await emailTo(world)).toEqual({ forAPerson: 'SAFE_WAYS_TO_READ' });
    const theCase = await world.theCase();
    expect(theCase.history.at(-1)).toMatchObject({ event: 'SAFE_CHANNEL_REFUSED', text: 'He reads her email' });
    const [first, back] = (await world.stores.todos.todosOf(reference)).filter(
      ({ kind }) => kind === 'CONFIRM_CHANNEL',
    );
    expect([first?.id, first?.done !== undefined]).toEqual([id, true]);
    expect([back?.for, back?.why, back?.done]).toEqual([
      actorCode(theCase.safeChannels?.[0]?.by ?? expect.fail('No one recorded it.')),
      'REFUSED',
      undefined,
    ]);
    expect(back && whyTodoIsOver(back, theCase)).toBeUndefined();
    const { page: read } = await world.open('triage-1@example.org');
    for (const said of [confirmWords.back, 'He reads her email']) expect(read.body).toContain(said);
  });

  it('asks each colleague who decides, and not who recorded it', async () => {
    const { stores, record } = await safeWorld();
    await record();
    const told = (await stores.notices.noticesOf(reference)).filter(({ kind }) => kind === 'TEAM_CONFIRM_CHANNEL');
    expect(told.map(({ to, heldUntil }) => [to.startsWith('PERSON:'), heldUntil !== undefined])).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  it('is confirmed by who prints letters where no one else decides, in a session of their own', async () => {
    const world = await safeWorld();
    await leaveAlone(world);
    await world.change((team) => joined(team, moment, printer));
    expect((await world.record()).body).toContain(safeContactWords.done);
    const told = (await world.stores.notices.noticesOf(reference)).filter(
      ({ kind }) => kind === 'TEAM_CONFIRM_CHANNEL',
    );
    expect(told.map(({ to }) => to)).toEqual([personCode(printer)]);
    const { press } = await world.open(printer.mailbox);
    expect((await press()).status).toBe(303);
    expect(await emailTo(world)).toEqual({ address: 'ada@example.org' });
  });

  it('is recorded by a team of one, whose page says that someone must join before it can be confirmed', async () => {
    const world = await safeWorld();
    const page = async () => (await world.using.get(`${world.task}/safe-contact`)).body;
    expect(await page()).not.toContain(safeContactWords.alone);
    await leaveAlone(world);
    expect(await page()).toContain(safeContactWords.alone);
    expect((await world.record()).body).toContain(safeContactWords.doneAlone);
    expect(await emailTo(world)).toEqual({ forAPerson: 'SAFE_WAYS_TO_READ' });
    await world.change((team) => joined(team, moment, { ...printer, roles: ['TRIAGER'] }));
    await (await world.open(printer.mailbox)).press();
    expect(await emailTo(world)).toEqual({ address: 'ada@example.org' });
  });

  it('stands on the page for today of a colleague until it is confirmed', async () => {
    const world = await safeWorld();
    await world.record();
    const today = async () => (await (await world.signIn(world.second)).get('/staff')).body;
    expect(await today()).toContain(confirmWords.title(reference));
    await (await world.open(SECOND)).press();
    expect(await today()).not.toContain(confirmWords.title(reference));
  });

  it('is not confirmed by who recorded it, in any session (hostile)', async () => {
    const world = await safeWorld();
    await world.record();
    const { page, press } = await world.open('triage-1@example.org');
    expect(page.body).toContain(confirmWords.own);
    expect(page.body).not.toContain(confirmWords.button);
    const answer = await press();
    expect([answer.status, answer.body.includes(confirmWords.own)]).toEqual([422, true]);
    expect(await emailTo(world)).toEqual({ forAPerson: 'SAFE_WAYS_TO_READ' });
  });

  it('is confirmed once (twice)', async () => {
    const world = await safeWorld();
    await world.record();
    const { press } = await world.open(SECOND);
    await press();
    expect((await press()).status).toBe(409);
    expect((await world.theCase()).history.filter(({ event }) => event === 'SAFE_CHANNEL_CONFIRMED')).toHaveLength(1);
  });

  it.each([
    [
      'contact details',
      (world: World) =>
        world.changeContact({ parent: '1', channel: 'EMAIL', value: 'b@example.org', reason: 'He said' }),
    ],
    [
      'who may be told',
      (world: World) => world.mayHear({ 'agreed-0': 'yes', 'told-0': 'yes', hearReason: 'She said' }),
    ],
    ['another way', (world: World) => world.record({ channel: 'TELEPHONE' })],
  ])('cannot be confirmed, and no longer holds, after %s are new', async (_what, change) => {
    const before = await safeWorld();
    await before.record();
    const { press, id } = await before.open(SECOND);
    await change(before);
    expect((await press()).status).toBe(409);
    expect((await before.stores.todos.readTodo(reference, id))?.done?.by).toEqual(MACHINE);
    expect((await before.theCase()).safeChannels?.[0]?.confirmed).toBeUndefined();
    const after = await safeWorld();
    await after.record();
    await (await after.open(SECOND)).press();
    await change(after);
    expect(await emailTo(after)).not.toHaveProperty('address');
  });

  it('says that there is nothing to confirm once something has changed, and reminds no one', async () => {
    const world = await safeWorld();
    await world.record();
    await world.mayHear({ 'agreed-0': 'yes', 'told-0': 'yes', hearReason: 'She said' });
    const { page, id } = await world.open(SECOND);
    expect([page.body.includes(confirmWords.gone), page.body.includes(confirmWords.close)]).toEqual([true, true]);
    world.clock.advanceMinutes(7 * 24 * 60);
    const sent = world.mailer.sent.length;
    await remindOfTodo(world.deps)(reference, id);
    expect([world.mailer.sent.length, (await world.stores.todos.readTodo(reference, id))?.done?.why]).toEqual([
      sent,
      'CHANGED',
    ]);
  });

  it('no longer holds the day after its last, and the page says so', async () => {
    const world = await safeWorld();
    await world.record({ 'on-day': '24', 'on-month': '9' });
    await (await world.open(SECOND)).press();
    expect(await emailTo(world)).toEqual({ address: 'ada@example.org' });
    world.clock.advanceMinutes(24 * 60);
    expect(await emailTo(world)).toEqual({ forAPerson: 'SAFE_WAYS_TO_READ' });
  });

  it.each([
    ['who it is about', { parent: '' }, channelFaultWords.PARENT_MISSING],
    ['an adult of this referral (hostile)', { parent: '7' }, channelFaultWords.PARENT_MISSING],
    ['a way', { channel: 'constructor' }, channelFaultWords.CHANNEL_MISSING],
    ['details for that way', { parent: '1', channel: 'TELEPHONE' }, channelFaultWords.CHANNEL_UNKNOWN],
    ['a day', { 'on-day': '', 'on-month': '', 'on-year': '' }, channelFaultWords.DATE_MISSING],
    ['a day to come', { 'on-month': '8' }, channelFaultWords.DATE_PAST],
    ['a day within three months', { 'on-day': '25' }, channelFaultWords.DATE_TOO_LATE],
    ['a reason', { reason: ' ' }, channelFaultWords.REASON_MISSING],
  ])('is asked again without %s, and records nothing', async (_what, changes, words) => {
    const world = await safeWorld();
    const { status, body } = await world.record(changes);
    expect([status, body.includes(words)]).toEqual([422, true]);
    expect((await world.theCase()).safeChannels).toBeUndefined();
    expect(await world.stores.todos.todosOf(reference)).toEqual([]);
  });

  it('is no email while our team has stopped them', async () => {
    const world = await safeWorld();
    await world.using.post(`${world.task}/no-email`, { ...world.own, reason: 'He reads it' });
    expect((await world.record()).body).toContain(channelFaultWords.EMAIL_STOPPED);
    expect((await world.record({ channel: 'TELEPHONE' })).status).toBe(200);
  });

  it('is recorded by no forged form (hostile)', async () => {
    const world = await safeWorld();
    expect((await world.using.post(`${world.task}/safe-contact`, { ...safe, csrf: 'x', taskId: '' })).status).toBe(403);
    expect((await world.theCase()).safeChannels).toBeUndefined();
  });
});
