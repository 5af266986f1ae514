import { describe, expect, it } from 'vitest';
import { MOST_OUTCOMES } from '#application/plan/plan-command.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { earlierPlansAt, editPlanAt, planAt, printPlanAt } from '#web/staff/plan/address.ts';
import {
  placeToFamily,
  planFaultWords,
  planPrintWords,
  progressInWords,
  planWords as words,
} from '#web/staff/plan/words.ts';
import { visitsAt } from '#web/staff/visits/address.ts';
import { type Browser, hidden } from '../browser.ts';
import { childOf } from './lists-world.ts';
import { visiting } from './visiting-world.ts';

const CHILD = childOf(0);
const [PLAN, EDIT, PRINT] = [planAt(CHILD), editPlanAt(CHILD), printPlanAt(CHILD)];
const typed = {
  writtenWith: 'Her mother',
  ...{ 'what-1': 'Poppy sits on the floor', 'steps-1': 'With a cushion\n\n With one hand' },
  ...{ 'what-2': 'Poppy points', 'steps-2': '' },
  ...{ activities: 'Reach for the rattle', others: 'The nursery helps too' },
};
const first = { ...typed, seen: '0' };
const mother = { name: 'Parent 01 (fictional)', phone: '01632 960101' };
const oneHome = { ...referralExample, family: { parents: [mother] } };

/** The same child, with what a practitioner does with the plan. */
async function planning(referral: object = oneHome) {
  const world = await visiting(referral);
  const { kim, stores } = world;
  const post = async (at: string, fields: Readonly<Record<string, string>>, using: Browser = kim) => {
    const page = await using.get('/staff');
    return using.post(at, { csrf: hidden(page, 'csrf'), ...fields });
  };
  const plan = async () => (await stores.plans.readPlan(CHILD)) ?? expect.fail('There is no plan.');
  return { ...world, post, plan };
}

describe('the plan of a child', () => {
  it('is written with the family, and read with the sessions so far', async () => {
    const { kim, post, plan } = await planning();
    expect((await kim.get(PLAN)).body).toContain(words.noPlan);
    expect((await post(EDIT, first)).status).toBe(303);
    expect(await plan()).toMatchObject({
      edition: 1,
      outcomes: [
        { id: 'O1', steps: ['With a cushion', 'With one hand'], progress: 'NOT_YET' },
        { id: 'O2', steps: [] },
      ],
    });
    const { body } = await kim.get(PLAN);
    for (const said of ['Poppy points', 'With one hand', typed.activities, typed.others, words.sessions(0, 18)])
      expect(body).toContain(said);
    expect((await kim.get(visitsAt(CHILD))).body).toContain(`${PLAN}"`);
  });

  it('comes back with all that was typed and each fault at its box (malformed)', async () => {
    const { post, stores } = await planning();
    const wrong = { ...first, writtenWith: '', 'what-1': '', 'what-2': 'x'.repeat(301), activities: 'y'.repeat(2001) };
    const { status, body } = await post(EDIT, wrong);
    expect(status).toBe(422);
    for (const said of [planFaultWords.WITH_MISSING, planFaultWords.WHAT_MISSING]) expect(body).toContain(String(said));
    const at = ['#writtenWith', '#what-1', '#what-2', '#activities'].map((id) => body.indexOf(`href="${id}"`));
    expect(at.every((place) => place > 0)).toBe(true);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    for (const kept of ['With a cushion', 'x'.repeat(301), 'y'.repeat(2001)]) expect(body).toContain(kept);
    expect(await stores.plans.readPlan(CHILD)).toBeUndefined();
  });

  it('needs an outcome, and has no more than people can hold on to (malformed)', async () => {
    const { post } = await planning();
    const none = await post(EDIT, { ...first, 'what-1': '', 'steps-1': '', 'what-2': '' });
    expect([none.status, none.body.includes(String(planFaultWords.OUTCOMES_MISSING))]).toEqual([422, true]);
    const many = Object.fromEntries(
      Array.from({ length: 9 }, (_, n) => [`what-${n + 1}`, `Outcome of number ${n + 1}`]),
    );
    expect((await post(EDIT, { ...first, ...many })).status).toBe(303);
    const { body } = await post(EDIT, { ...first, 'steps-1': Array.from({ length: 9 }, () => 'A step').join('\n') });
    expect(body).toContain('href="#steps-1"');
    expect(body).not.toContain(`what-${MOST_OUTCOMES + 1}"`);
  });

  it('that a colleague changed meanwhile is not written over: the later one reads theirs and loses nothing (late)', async () => {
    const { post, plan, manager } = await planning();
    await post(EDIT, first);
    const ids = { 'id-1': 'O1', 'id-2': 'O2', seen: '1' };
    await post(EDIT, { ...typed, ...ids, activities: 'Theirs: roll the ball' }, manager);
    const late = await post(EDIT, { ...typed, ...ids, activities: 'Mine: sing together' });
    expect(late.status).toBe(409);
    for (const said of [words.changedEdit, 'Theirs: roll the ball', 'Mine: sing together'])
      expect(late.body).toContain(said);
    expect((await plan()).activities).toBe('Theirs: roll the ball');
    const seen = hidden(late, 'seen');
    expect((await post(EDIT, { ...typed, ...ids, seen, activities: 'Both' })).status).toBe(303);
    expect((await plan()).activities).toBe('Both');
  });

  it('keeps what it said before, the latest first', async () => {
    const { kim, post } = await planning();
    await post(EDIT, first);
    expect((await kim.get(PLAN)).body).not.toContain(words.earlier);
    await post(EDIT, { ...typed, 'id-1': 'O1', 'id-2': 'O2', seen: '1', activities: 'Roll the ball' });
    await post(EDIT, { ...typed, 'id-1': 'O1', 'id-2': 'O2', seen: '2', activities: 'Walk' });
    const { body } = await kim.get(earlierPlansAt(CHILD));
    expect(body.indexOf('Roll the ball')).toBeLessThan(body.indexOf(typed.activities));
    expect([body.includes('Roll the ball'), body.includes('Walk')]).toEqual([true, false]);
  });

  it('that is sent again is saved once (twice)', async () => {
    const { post, plan } = await planning();
    expect([(await post(EDIT, first)).status, (await post(EDIT, first)).status]).toEqual([303, 303]);
    expect((await plan()).history).toHaveLength(1);
  });

  it('is closed to a practitioner who does not visit, and writes nothing of theirs (hostile)', async () => {
    const { enter, post, stores } = await planning();
    const lou = await enter('lou@example.org');
    expect((await lou.get(PLAN)).status).toBe(403);
    expect((await post(EDIT, first, lou)).status).toBe(403);
    expect(await stores.plans.readPlan(CHILD)).toBeUndefined();
  });

  it('is read and changed no more once support has ended, and what was typed is shown (late)', async () => {
    const { post, plan, kim, support, stores } = await planning();
    await post(EDIT, first);
    const before = await support();
    await stores.supports.saveSupport({ ...before, version: before.version + 1, status: 'ENDED' });
    const late = await post(EDIT, { ...first, seen: '1', activities: 'Typed late' });
    expect([late.status, late.body.includes('Typed late')]).toEqual([409, true]);
    expect((await post(PLAN, { 'progress-O1': 'MOSTLY', 'seen-O1': 'NOT_YET' })).status).toBe(409);
    expect((await post(PRINT, { adult: '0' })).status).toBe(303);
    expect(await plan()).toMatchObject({ activities: typed.activities, outcomes: [{ progress: 'NOT_YET' }, {}] });
    expect((await kim.get(PLAN)).body).toContain(words.over);
  });

  it('is a reading of the record each time that it is shown', async () => {
    const { kim, readings } = await planning();
    const before = readings.length;
    for (const at of [PLAN, EDIT, PRINT, earlierPlansAt(CHILD)]) await kim.get(at);
    expect(readings.slice(before).map(({ what }) => what)).toEqual(['RECORD', 'RECORD', 'RECORD', 'RECORD']);
  });
});

describe('progress', () => {
  it('is noted by two presses, and is an event by its person', async () => {
    const { post, plan, kim } = await planning();
    await post(EDIT, first);
    const now = { 'progress-O1': 'MOSTLY', 'seen-O1': 'NOT_YET', 'progress-O2': 'NOT_YET', 'seen-O2': 'NOT_YET' };
    expect((await post(PLAN, now)).status).toBe(303);
    const { outcomes, history, edition } = await plan();
    expect([outcomes.map(({ progress }) => progress), edition]).toEqual([['MOSTLY', 'NOT_YET'], 1]);
    expect(history.at(-1)).toMatchObject({ event: 'PROGRESS_NOTED', outcome: 'O1', by: { id: 'kim' } });
    expect((await kim.get(PLAN)).body).toContain('value="MOSTLY" id="progress-O1-3" checked');
  });

  it('that a colleague noted meanwhile stays, and the page says so and keeps what was selected (late)', async () => {
    const { post, plan, manager } = await planning();
    await post(EDIT, first);
    await post(PLAN, { 'progress-O1': 'REACHED', 'seen-O1': 'NOT_YET' }, manager);
    const late = await post(PLAN, { 'progress-O1': 'A_LITTLE', 'seen-O1': 'NOT_YET' });
    expect([late.status, late.body.includes(words.changedProgress)]).toEqual([409, true]);
    expect(late.body).toContain('value="A_LITTLE" id="progress-O1-2" checked');
    expect((await plan()).outcomes[0]?.progress).toBe('REACHED');
  });

  it('that no page offers changes nothing (hostile)', async () => {
    const { post, plan } = await planning();
    await post(EDIT, first);
    await post(PLAN, { 'progress-O1': 'constructor', 'seen-O1': 'NOT_YET', 'progress-__proto__': 'MOSTLY' });
    expect((await plan()).outcomes.map(({ progress }) => progress)).toEqual(['NOT_YET', 'NOT_YET']);
  });
});

describe('a printed plan', () => {
  it('says in plain words what the family hopes for, how far the child is, and when the next visit is', async () => {
    const { post, stores, send } = await planning();
    await send({ change: 'PLAN', 'on-day': '29', 'on-month': '9', 'on-year': '2026', at: '9:30am', where: 'HOME' });
    await post(EDIT, first);
    const { status, body } = await post(PRINT, { adult: '0' });
    expect(status).toBe(200);
    const next = planPrintWords.next('29 September 2026 at 9:30am', placeToFamily('HOME'));
    for (const said of ['Poppy points', typed.activities, typed.others, progressInWords('NOT_YET'), next])
      expect(body).toContain(said);
    expect(body).not.toContain(typed.writtenWith);
    const { history } = (await stores.plans.readPlan(CHILD)) ?? { history: [] };
    expect(history.at(-1)).toMatchObject({ event: 'PLAN_PRINTED', adult: 0, edition: 1, hasPlaces: true });
  });

  it('is for someone: no one selected is asked for, and nothing is shown (malformed)', async () => {
    const { post } = await planning();
    await post(EDIT, first);
    const { status, body } = await post(PRINT, {});
    expect([status, body.includes(planPrintWords.whoMissing), body.includes(typed.activities)]).toEqual([
      422,
      true,
      false,
    ]);
  });

  it('of a family with a flag is read by a person first, and says no place, no time and not what others do', async () => {
    const flagged = {
      ...oneHome,
      family: { parents: [{ ...mother, addressKeptFrom: 'Her father' }] },
    };
    const { post, kim, send } = await planning(flagged);
    await send({ change: 'PLAN', 'on-day': '29', 'on-month': '9', 'on-year': '2026', at: '9:30am', where: 'SETTING' });
    await post(EDIT, first);
    expect((await kim.get(PRINT)).body).toContain(planPrintWords.guarded);
    const unread = await post(PRINT, { adult: '0' });
    expect([unread.status, unread.body.includes(planPrintWords.readMissing)]).toEqual([422, true]);
    const { status, body } = await post(PRINT, { adult: '0', 'isRead-yes': 'yes' });
    expect([status, body.includes(typed.activities)]).toEqual([200, true]);
    for (const hiddenWord of [typed.others, placeToFamily('SETTING'), '29 September 2026'])
      expect(body).not.toContain(hiddenWord);
  });

  it('is not for an adult who must not be contacted, whatever is sent (hostile)', async () => {
    const other = { name: 'The Other', phone: '01632 960102', doNotContact: true };
    const { post, kim } = await planning({ ...oneHome, family: { parents: [mother, other] } });
    await post(EDIT, first);
    expect((await kim.get(PRINT)).body).toContain(planPrintWords.notFor);
    const { status, body } = await post(PRINT, { adult: '1', 'isRead-yes': 'yes' });
    expect([status, body.includes(planPrintWords.refused), body.includes(typed.activities)]).toEqual([
      422,
      true,
      false,
    ]);
  });
});

it('a child in a group has a plan, which those who run groups write', async () => {
  const { post, enter, support, stores } = await planning();
  const { block: _, ...before } = await support();
  const list = before.list && { ...before.list, pathway: 'PORTAGE_GROUP' as const };
  await stores.supports.saveSupport({ ...before, version: before.version + 1, list });
  const lou = await enter('lou@example.org');
  expect((await post(EDIT, first, lou)).status).toBe(303);
  expect((await lou.get(PLAN)).body).toContain(words.inGroup);
  expect((await stores.plans.readPlan(CHILD))?.by).not.toEqual(MACHINE);
});
