import { describe, expect, it } from 'vitest';
import { meetingWords, minuteFaultWords, minuteWords } from '#web/staff/meetings/words.ts';
import { todayWords } from '#web/staff/today/words.ts';
import { hidden } from '../browser.ts';
import { AGENDA, agendaIn, meetingWorld, NEXT, nth, TODAY } from './meeting-world.ts';

const END = '2026-09-24T10:00:00.000Z';
const two = [{ due: END }, { due: '2026-09-23T10:00:00.000Z' }];
const minutesOf = (n: number) => `${AGENDA}/minutes/${nth(n)}-T1`;
const minute = { outcome: 'INVITE_GROUP', band: '2', reason: 'Delay in 2 areas' };

describe('who is at a meeting', () => {
  it('is recorded once, with the agenda of that moment and who recorded it', async () => {
    const { post, using, stores } = await meetingWorld(two);
    expect((await post(AGENDA, { 'here-someone': 'yes', others: 'Kit Health\nJo Nursery, ' })).status).toBe(303);
    expect(await stores.meetings.readSitting(TODAY)).toMatchObject({
      on: TODAY,
      present: ['Sam Someone', 'Kit Health', 'Jo Nursery'],
      agenda: [{ reference: nth(1) }, { reference: nth(0) }],
      history: [{ by: { id: 'someone' } }],
    });
    expect((await using.get(AGENDA)).body).toContain('Sam Someone, Kit Health, Jo Nursery');
  });

  it('stands in the form of each decision of that day', async () => {
    const { post, using } = await meetingWorld(two);
    await post(AGENDA, { 'here-someone': 'yes' });
    for (const n of [0, 1]) {
      const opened = await post(AGENDA, { open: `${nth(n)}-T1` });
      expect((await using.get(opened.location)).body).toMatch(
        /<textarea[^>]*name="present"[^>]*>Sam Someone<.textarea>/,
      );
    }
  });

  it('is asked for when no one was named, and what was typed is kept', async () => {
    const { post, stores } = await meetingWorld(two);
    const { status, body } = await post(AGENDA, { others: ' , ' });
    expect([status, body.includes(meetingWords.nobody), body.includes('href="#here"')]).toEqual([422, true, true]);
    expect(await stores.meetings.readSitting(TODAY)).toBeUndefined();
  });

  it('is not asked for before the day', async () => {
    const { using } = await meetingWorld(two);
    const { body } = await using.get(`/staff/meetings/${NEXT}`);
    expect([body.includes(meetingWords.notYet), body.includes(meetingWords.savePresent)]).toEqual([true, false]);
  });

  it('keeps what was on the agenda there once it is decided', async () => {
    const { post, using, deps, clock } = await meetingWorld(two);
    await post(AGENDA, { 'here-someone': 'yes' });
    const outcome = 'ACCEPT_INITIAL_ASSESSMENT';
    const signed = { deciderName: 'Sam Someone', deciderRole: 'Triager', person: 'someone', reason: '' };
    await deps.recordDecision({ reference: nth(1), taskId: `${nth(1)}-T1`, outcome, ...signed });
    clock.advanceMinutes(1);
    const { body } = await using.get(AGENDA);
    expect([agendaIn(body), body.includes(meetingWords.count(1, 2))]).toEqual([[nth(1), nth(0)], true]);
  });
});

describe('a minute of one line', () => {
  it('decides nothing, and stands on Today to be written up in two working days', async () => {
    const { post, using, stores } = await meetingWorld(two);
    expect((await post(minutesOf(0), minute)).location).toBe(AGENDA);
    expect((await stores.cases.readCase(nth(0)))?.task?.decision).toBeUndefined();
    expect(await stores.meetings.readMinute(nth(0), `${nth(0)}-T1`)).toMatchObject({ ...minute, band: 2, on: TODAY });
    const { body } = await using.get('/staff');
    expect(body).toContain(todayWords.writeUp(nth(0)));
    expect(body).toContain(todayWords.due('28 September 2026'));
    expect(body.split(`value="${nth(0)}-T1"`)).toHaveLength(2);
  });

  it('is filled in on the page of the decision', async () => {
    const { post, using } = await meetingWorld(two);
    await post(minutesOf(0), minute);
    const opened = await post('/staff', { open: `${nth(0)}-T1` });
    const { body } = await using.get(opened.location);
    expect(body).toMatch(/value="INVITE_GROUP"[^>]*checked/);
    expect(body).toContain(minute.reason);
  });

  it('is gone from Today once it is decided, and back when that is undone', async () => {
    const { post, using, deps, stores } = await meetingWorld(two);
    await post(minutesOf(0), minute);
    const about = { reference: nth(0), taskId: `${nth(0)}-T1` };
    const signed = { deciderName: 'Sam Someone', deciderRole: 'Triager', person: 'someone', reason: '' };
    await deps.recordDecision({ ...about, outcome: 'ACCEPT_INITIAL_ASSESSMENT', ...signed });
    expect((await using.get('/staff')).body).not.toContain(todayWords.writeUp(nth(0)));
    const decision = (await stores.cases.readCase(nth(0)))?.task?.decision;
    if (!decision) throw new Error('Nothing was decided.');
    await deps.undoDecision({ ...about, by: decision.by, mark: undefined });
    expect((await using.get('/staff')).body).toContain(todayWords.writeUp(nth(0)));
  });

  it('leads to the next child that has none, and can be changed', async () => {
    const { post, stores } = await meetingWorld(two);
    expect((await post(minutesOf(1), { ...minute, next: 'yes' })).location).toBe(minutesOf(0));
    expect((await post(minutesOf(0), { ...minute, next: 'yes' })).location).toBe(AGENDA);
    await post(minutesOf(0), { outcome: 'DECLINE', band: '', reason: 'Met in no area' });
    const changed = await stores.meetings.readMinute(nth(0), `${nth(0)}-T1`);
    expect(changed).toMatchObject({ version: 2, outcome: 'DECLINE', reason: 'Met in no area' });
    expect(changed).not.toHaveProperty('band');
    expect(await stores.todos.todosOf(nth(0))).toHaveLength(1);
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['nothing (half-finished)', {}, 'outcome', minuteFaultWords.OUTCOME_UNKNOWN.toString()],
    [
      'an outcome that is none (hostile)',
      { ...minute, outcome: 'X' },
      'outcome',
      minuteFaultWords.OUTCOME_UNKNOWN.toString(),
    ],
    ['no reason', { ...minute, reason: ' ' }, 'reason', minuteFaultWords.REASON_MISSING.toString()],
    ['a band that is none (hostile)', { ...minute, band: '4' }, 'band', minuteFaultWords.BAND_UNKNOWN.toString()],
  ])('refuses %s and keeps what was typed', async (_what, fields, at, message) => {
    const { post, stores } = await meetingWorld(two);
    const { status, body } = await post(minutesOf(0), fields);
    expect([status, body.includes(`href="#${at}"`), body.includes(`id="${at}"`), body.includes(message)]).toEqual([
      422,
      true,
      true,
      true,
    ]);
    expect(await stores.meetings.readMinute(nth(0), `${nth(0)}-T1`)).toBeUndefined();
  });

  it('is not taken of what was decided meanwhile', async () => {
    const { post, deps, stores } = await meetingWorld(two);
    await post(AGENDA, { 'here-someone': 'yes' });
    const signed = { deciderName: 'Sam Someone', deciderRole: 'Triager', person: 'someone', reason: '' };
    const about = { reference: nth(0), taskId: `${nth(0)}-T1` };
    await deps.recordDecision({ ...about, outcome: 'ACCEPT_INITIAL_ASSESSMENT', ...signed });
    const { status, body } = await post(minutesOf(0), minute);
    expect([status, body.includes(minuteWords.closed)]).toEqual([409, true]);
    expect(await stores.meetings.readMinute(nth(0), `${nth(0)}-T1`)).toBeUndefined();
  });
});

describe('decisions in sitting', () => {
  const signed = { deciderName: 'Sam Someone', deciderRole: 'triager', reason: 'As discussed' };
  const decideAt = async (
    world: Awaited<ReturnType<typeof meetingWorld>>,
    n: number,
    fields: Record<string, string>,
  ) => {
    const opened = await world.post(AGENDA, { open: `${nth(n)}-T1` });
    const csrf = hidden(await world.using.get(opened.location), 'csrf');
    return world.using.post(opened.location, { csrf, taskId: `${nth(n)}-T1`, ...signed, confirm: '1', ...fields });
  };

  it('follow each other: the result of one leads to the next child, and the last back to the agenda', async () => {
    const world = await meetingWorld(two);
    await world.post(AGENDA, { 'here-someone': 'yes' });
    const first = await decideAt(world, 1, { outcome: 'ACCEPT_INITIAL_ASSESSMENT' });
    const result = await world.using.get(first.location);
    expect([result.body.includes(meetingWords.next(nth(0))), result.body.includes(`value="${nth(0)}-T1"`)]).toEqual([
      true,
      true,
    ]);
    const last = await decideAt(world, 0, { outcome: 'ACCEPT_INITIAL_ASSESSMENT' });
    const { body } = await world.using.get(last.location);
    expect([body.includes(meetingWords.allDone), body.includes(`href="${AGENDA}"`)]).toEqual([true, true]);
  });

  it('name no next child where no one recorded who is there', async () => {
    const world = await meetingWorld(two);
    const first = await decideAt(world, 1, { outcome: 'ACCEPT_INITIAL_ASSESSMENT' });
    expect((await world.using.get(first.location)).body).not.toContain(meetingWords.back);
  });

  it('carry the meeting and who was there', async () => {
    const world = await meetingWorld(two);
    await world.post(AGENDA, { 'here-someone': 'yes' });
    const with_ = { meetingOn: TODAY, present: 'Sam Someone', criterion: 'DELAY' };
    await decideAt(world, 0, { outcome: 'INVITE_GROUP', ...with_ });
    const decision = (await world.stores.cases.readCase(nth(0)))?.task?.decision;
    expect(decision?.meeting).toEqual({ on: TODAY, present: ['Sam Someone'] });
  });

  it.each<[string, Record<string, string>, string]>([
    ['the next meeting where none is named', {}, TODAY],
    ['the meeting that is named', { deferTo: NEXT }, NEXT],
  ])('defer to %s', async (_what, fields, on) => {
    const world = await meetingWorld(two);
    await decideAt(world, 0, { outcome: 'DEFER_TO_MEETING', ...fields });
    const decision = (await world.stores.cases.readCase(nth(0)))?.task?.decision;
    expect(decision?.deferredTo).toEqual({ on, from: '09:30', until: '11:00' });
  });

  it('defer to the one after it while the meeting is on', async () => {
    const world = await meetingWorld(two);
    world.clock.advanceMinutes(20);
    await world.using.get(AGENDA);
    world.clock.advanceMinutes(20);
    await decideAt(world, 0, { outcome: 'DEFER_TO_MEETING' });
    expect((await world.stores.cases.readCase(nth(0)))?.task?.decision?.deferredTo?.on).toBe(NEXT);
  });

  it('defer to no meeting that is over or not there (hostile)', async () => {
    const world = await meetingWorld(two);
    const answer = await decideAt(world, 0, { outcome: 'DEFER_TO_MEETING', deferTo: '2026-09-01' });
    expect([answer.status, answer.body.includes('href="#deferTo"'), answer.body.includes('id="deferTo"')]).toEqual([
      422,
      true,
      true,
    ]);
  });
});
