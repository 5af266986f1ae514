import { describe, expect, it } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { meetingWords, packWords } from '#web/staff/meetings/words.ts';
import { reference } from '../records.ts';
import { AGENDA, agendaIn, meetingWorld, NEXT, nth, secrets, told } from './meeting-world.ts';
import { triageWorld } from './world.ts';

const EARLY = '2026-09-23T10:00:00.000Z';
const END = '2026-09-24T10:00:00.000Z';
const deferredTo = { on: '2026-09-24', from: '09:30', until: '11:00' };

describe('the agenda of a meeting', () => {
  it('has what was deferred to it first, then the first due, and nothing of a later meeting', async () => {
    const { using } = await meetingWorld([
      { due: END },
      { due: EARLY },
      { due: END, askedAgain: 'DEFERRED', deferredTo },
      { due: '2026-10-06T10:00:00.000Z' },
    ]);
    expect(agendaIn((await using.get('/staff/meetings')).body)).toEqual([nth(2), nth(1), nth(0)]);
    expect(agendaIn((await using.get(`/staff/meetings/${NEXT}`)).body)).toEqual([reference, nth(3)]);
  });

  it('shows flags, what is overdue and how many are to decide, and names no child', async () => {
    const { using, readings } = await meetingWorld([{ due: EARLY, flags: ['AREAS_NOT_ALL_SCORED'] }]);
    const { body } = await using.get(AGENDA);
    for (const said of ['Areas not all scored', '(overdue)', meetingWords.count(1, 1)]) expect(body).toContain(said);
    expect(body).not.toContain(referralExample.child.lastName);
    expect(readings).toEqual([]);
  });

  it('opens a referral without another code, with a reading', async () => {
    const { post, using, readings, mailer } = await meetingWorld([{ due: END }]);
    const mails = mailer.sent.length;
    const opened = await post(AGENDA, { open: `${nth(0)}-T1` });
    expect([opened.status, opened.location]).toEqual([303, `/triage/tasks/${nth(0)}-T1`]);
    expect((await using.get(opened.location)).body).toContain('name="outcome"');
    expect([readings.map(({ what }) => what), mailer.sent.length]).toEqual([['TASK_OPENED', 'RECORD'], mails]);
  });

  it('says that there is no calendar, to a manager with the way to one', async () => {
    const world = await triageWorld();
    const using = await world.signIn();
    const { status, body } = await using.get('/staff/meetings');
    expect([status, body.includes(meetingWords.noCalendar), body.includes(meetingWords.addDates)]).toEqual([
      200,
      true,
      false,
    ]);
  });

  it.each(['2026-09-25', '2026-13-01', 'nothing', `${NEXT}x`])('is not found on %s', async (on) => {
    const { using } = await meetingWorld();
    expect((await using.get(`/staff/meetings/${on}`)).status).toBe(404);
  });
});

describe('the pack of a meeting', () => {
  it('has the agenda and a page a child, each with what the meeting needs to know', async () => {
    const { using } = await meetingWorld([
      { due: END, isPlain: true },
      { due: EARLY, isPlain: true },
    ]);
    const { body } = await using.get(`${AGENDA}/pack`);
    const { child, story } = told;
    for (const said of [nth(0), nth(1), child.lastName, packWords.shred, packWords.areas, story.worrying]) {
      expect(body).toContain(said);
    }
    expect(body.match(/class="app-sheet"/g)).toHaveLength(2);
  });

  it('leaves out addresses, contacts and safety facts, and says whom to ask', async () => {
    const { using } = await meetingWorld([{ due: END }]);
    const { body } = await using.get(`${AGENDA}/pack`);
    expect(body).toContain(packWords.askChair);
    for (const secret of secrets) expect(body).not.toContain(secret);
  });

  it('leaves out of a flagged family what people wrote, and says so', async () => {
    const { using } = await meetingWorld([{ due: END }]);
    const { body } = await using.get(`${AGENDA}/pack`);
    expect(body).toContain(packWords.hidden);
    for (const typed of Object.values(told.story)) expect(body).not.toContain(typed);
  });

  it('has the age by the date of birth that staff corrected', async () => {
    const from = referralExample.child.dob;
    const corrected = { from, on: '2025-05-05', at: '2026-09-23T08:00:00.000Z', by: MACHINE, reason: 'Her red book' };
    const { using } = await meetingWorld([{ due: END, birthDates: [corrected] }]);
    const { body } = await using.get(`${AGENDA}/pack`);
    expect(body).toContain('5 May 2028');
  });

  it('is a reading of each case, by who opened it', async () => {
    const { using, readings } = await meetingWorld([{ due: END }, { due: EARLY }]);
    await using.get(`${AGENDA}/pack`);
    expect(readings.map(({ what }) => what)).toEqual(['PACK', 'PACK']);
    await using.get(`${AGENDA}/pack/${nth(0)}`);
    expect(readings.map(({ what }) => what)).toEqual(['PACK', 'PACK', 'SUMMARY']);
  });

  it('is for an administrator too, who can decide nothing there', async () => {
    const { using, post } = await meetingWorld([{ due: END }], 'ADMINISTRATOR');
    expect((await using.get(`${AGENDA}/pack`)).body).toContain(referralExample.child.lastName);
    const { body } = await using.get(AGENDA);
    expect([body.includes(meetingWords.open), body.includes(meetingWords.savePresent)]).toEqual([false, false]);
    expect((await post(AGENDA, { open: `${nth(0)}-T1` })).status).toBe(403);
    expect((await using.get(`${AGENDA}/minutes/${nth(0)}-T1`)).status).toBe(403);
  });

  it('has no summary of a referral that is not on the agenda', async () => {
    const { using, readings } = await meetingWorld([{ due: END }]);
    expect((await using.get(`${AGENDA}/pack/${reference}`)).status).toBe(404);
    expect(readings).toEqual([]);
  });
});
