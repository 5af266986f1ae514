import { describe, expect, it } from 'vitest';
import { meetingWords, minuteFaultWords, minuteWords } from '#web/staff/meetings/words.ts';
import { todayWords } from '#web/staff/today/words.ts';
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
