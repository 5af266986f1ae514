import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { birthDateFaultWords, birthDateWords, changeWords } from '#web/staff/birth-date/words.ts';
import { hidden } from '../browser.ts';
import { checkedCase, reference, storedCheck, withTask } from '../records.ts';
import { taskId, triageWorld } from './world.ts';

const task = `/triage/tasks/${taskId}`;
const address = `${task}/birth-date`;
const boxes = (on: string) => {
  const [year = '', month = '', day = ''] = on.split('-');
  return { 'on-day': day, 'on-month': month, 'on-year': year };
};
/** Two months older than the referral says, and over 3 on the day of the referral. */
const OLDER = '2024-07-10';
const OVER_3 = '2022-09-10';

/** A triager with the page open. */
async function opened(theCase: Case = withTask(checkedCase('TRIAGE'), 'TRIAGE'), check = storedCheck()) {
  const world = await triageWorld({ theCase, check });
  const using = await world.signIn();
  const own = { csrf: hidden(await using.get(address), 'csrf'), taskId };
  return {
    ...{ ...world, using, own },
    correct: (on: string, reason = 'Her red book') => using.post(address, { ...own, ...boxes(on), reason }),
    theCase: () => world.stores.cases.readCase(reference),
    referral: async () => (await world.stores.referrals.readReferral(reference))?.body,
  };
}

describe('a wrong date of birth', () => {
  it('is corrected with a reason: who, when, from what to what, and the referral stays as it was sent', async () => {
    const { correct, theCase, referral, using } = await opened();
    const before = await referral();
    const { status, body } = await correct(OLDER);
    expect([status, body.includes(birthDateWords.done)]).toEqual([200, true]);
    expect(await theCase()).toMatchObject({
      birthDates: [{ on: OLDER, reason: 'Her red book', by: { kind: 'PERSON' } }],
      task: { id: taskId },
    });
    expect((await theCase())?.history.at(-1)?.event).toBe('BIRTH_DATE_CORRECTED');
    expect(await referral()).toEqual(before);
    expect((await using.get(task)).body).toContain('Her red book');
  });

  it('is reached from the record, and its page is a reading', async () => {
    const { using, readings } = await opened();
    expect((await using.get(task)).body).toContain(`href="${address}"`);
    expect(readings.map(({ what }) => what)).toContain('BIRTH_DATE');
  });

  it('is corrected again, and both corrections stand', async () => {
    const { correct, theCase } = await opened();
    await correct(OLDER);
    await correct('2024-08-10', 'Her mother');
    const said = (await theCase())?.birthDates?.map(({ from, on }) => [from, on]);
    expect(said?.at(-1)).toEqual([OLDER, '2024-08-10']);
    expect(said).toHaveLength(2);
  });

  it('is not recorded twice (twice)', async () => {
    const { correct, theCase } = await opened();
    await correct(OLDER);
    const { status, body } = await correct(OLDER);
    expect([status, body.includes(birthDateWords.same)]).toEqual([409, true]);
    expect((await theCase())?.birthDates).toHaveLength(1);
  });

  it.each([
    ['is missing', '', 'Her red book', birthDateFaultWords.DATE_MISSING],
    ['is after the referral', '2027-01-01', 'Her red book', birthDateFaultWords.DATE_AFTER_REFERRAL],
    ['is in a year that no one means', '1924-09-10', 'Her red book', birthDateFaultWords.DATE_YEAR],
    ['has no reason', OLDER, ' ', birthDateFaultWords.REASON_MISSING],
  ])('that %s is asked for again with what was typed, and nothing is recorded', async (_how, on, reason, words) => {
    const { correct, theCase } = await opened();
    const { status, body } = await correct(on, reason);
    expect([status, body.includes(words)]).toEqual([422, true]);
    expect(body).toContain(reason.trim());
    expect((await theCase())?.birthDates).toBeUndefined();
  });

  it('that is no real day marks the box to correct (malformed)', async () => {
    const { using, own } = await opened();
    const fields = { 'on-day': '31', 'on-month': '2', 'on-year': '2024', reason: 'Her red book' };
    const { status, body } = await using.post(address, { ...own, ...fields });
    expect([status, body.includes('href="#on-day"')]).toEqual([422, true]);
  });
});

describe('the age rules after a correction', () => {
  it('come to the same result, and say so', async () => {
    const { correct } = await opened();
    expect((await correct('2024-09-11')).body).toMatch(new RegExp(`${changeWords.NONE}|${changeWords.DIFFERENT}`));
  });

  it('say that the child was too old, while the team still decides', async () => {
    const { correct, theCase, using } = await opened();
    expect((await correct(OVER_3)).body).toContain(changeWords.NOW_TOO_OLD);
    expect(await theCase()).toMatchObject({ status: 'IN_TRIAGE', task: { id: taskId } });
    const { body } = await using.get(task);
    expect(body).toContain(changeWords.NOW_TOO_OLD);
    expect(body).toContain('name="outcome"');
  });

  it('say where another date of the referral does not fit any more', async () => {
    const { correct } = await opened();
    expect((await correct('2026-09-23')).body).toContain(changeWords.UNREADABLE);
  });
});

it('who opened no link corrects nothing (hostile)', async () => {
  const { newBrowser, stores } = await triageWorld();
  await newBrowser().post(address, { csrf: 'x', taskId, ...boxes(OLDER), reason: 'Forged' });
  expect((await stores.cases.readCase(reference))?.birthDates).toBeUndefined();
});

it('a forged form corrects nothing (hostile)', async () => {
  const { using, theCase } = await opened();
  const { status } = await using.post(address, { csrf: 'x', taskId, ...boxes(OLDER), reason: 'Forged' });
  expect([status, (await theCase())?.birthDates]).toEqual([403, undefined]);
});
