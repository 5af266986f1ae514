import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { personActor } from '#domain/people/actor.ts';
import type { Role } from '#domain/people/person.ts';
import { listed } from '#test/unit/application/notices/sample.ts';
import { keepScriptIntegrity } from '#web/keep/script.ts';
import { ASSESSMENTS_AT, assessmentAt } from '#web/staff/assessments/address.ts';
import {
  assessmentFaultWords,
  assessmentRefusalWords,
  assessmentWords,
  missedInWords,
  warningWords,
} from '#web/staff/assessments/words.ts';
import { recordAt } from '#web/staff/records/address.ts';
import { nextStepWords } from '#web/staff/records/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { lists } from './lists-world.ts';
import { triageWorld } from './world.ts';

const by = personActor('robin', 'Robin Gate', 'service manager');
const AT = assessmentAt(reference);
const onList: Case = { ...listed('INITIAL_ASSESSMENT'), reference };
const day = (d: string, m: string) => ({ 'on-day': d, 'on-month': m, 'on-year': '2026' });
const booking = { change: 'BOOK', person: 'kim', ...day('6', '10'), at: '10am', place: 'HOME' };
const done = { change: 'DONE', outcome: 'HOME_VISITING', band: '1', settingHours: '7.5' };

/** Someone with this role beside two practitioners, where a child waits for an initial assessment. */
async function assessing(role: Role = 'SERVICE_MANAGER', id = 'pat', theCase: Case = onList) {
  const world = await triageWorld({ theCase });
  const { deps, newBrowser, lastCode } = world;
  for (const [one, roles] of [
    ['kim', 'PRACTITIONER'],
    ['lou', 'PRACTITIONER'],
    ['pat', role],
  ] as const) {
    const mailbox = `${one}@example.org`;
    await deps.changeTeam({ change: 'JOIN', id: one, name: `${one} Park`, mailbox, roles: [roles] }, by);
  }
  const enter = async (who: string) => {
    const using = newBrowser();
    const mailbox = `${who}@example.org`;
    const asked = await using.post('/staff/sign-in', { mailbox });
    await using.post('/staff/sign-in/code', { mailbox, asker: hidden(asked, 'asker'), code: lastCode() });
    const post = async (typed: object) => {
      const page = await using.get(AT);
      return using.post(AT, { csrf: hidden(page, 'csrf'), seen: hidden(page, 'seen'), ...typed });
    };
    return { using, post };
  };
  const midday = (on: string) =>
    world.clock.advanceMinutes((Date.parse(`${on}T12:00:00.000Z`) - Date.parse(deps.now())) / 60_000);
  return { ...world, ...(await enter(id)), enter, midday };
}

describe.each<Role>(['SERVICE_MANAGER', 'ADMINISTRATOR'])('as %s', (role) => {
  it('finds who is to be booked, books a visit in one press, and sees it in this week', async () => {
    const { using, post } = await assessing(role);
    expect((await using.get(ASSESSMENTS_AT)).body).toContain(assessmentWords.toBook);
    expect((await post(booking)).status).toBe(303);
    const { body } = await using.get(ASSESSMENTS_AT);
    expect(body).toContain('6 October 2026 at 10am, kim Park');
    expect(body).not.toContain(assessmentWords.toBook);
  });

  it('shows 10 of those to book in an area, and all of them by one link', async () => {
    const { manager } = await lists(Array.from({ length: 12 }, () => ({})));
    const first = await manager.get(ASSESSMENTS_AT);
    expect(first.body).toContain(`${ASSESSMENTS_AT}?area=Taunton">${assessmentWords.more(2)}`);
    const toBook = ({ body }: { body: string }) => body.split(`>${assessmentWords.book}<`).length - 1;
    expect([toBook(first), toBook(await manager.get(ASSESSMENTS_AT, { area: 'Taunton' }))]).toEqual([10, 12]);
  });

  it('moves and cancels what is booked', async () => {
    const { post, stores } = await assessing(role);
    await post(booking);
    await post({ ...booking, ...day('13', '10'), place: 'ELSEWHERE', where: 'Family hub' });
    expect((await stores.cases.readCase(reference))?.assessment?.visit).toMatchObject({
      on: '2026-10-13',
      where: 'Family hub',
    });
    expect((await post({ change: 'CANCEL', reason: 'Rain' })).status).toBe(303);
    expect((await stores.cases.readCase(reference))?.assessment?.visit).toBeUndefined();
  });
});

describe('a practitioner', () => {
  it('sees the visits that they are booked for and no others, and can read that record', async () => {
    const { post, enter } = await assessing();
    await post(booking);
    const [kim, lou] = [await enter('kim'), await enter('lou')];
    expect((await kim.using.get(ASSESSMENTS_AT)).body).toContain(reference);
    expect([(await kim.using.get(AT)).status, (await kim.using.get(recordAt(reference))).status]).toEqual([200, 200]);
    const next = nextStepWords.booked('6 October 2026 at 10am', 'kim Park');
    expect((await kim.using.get(recordAt(reference))).body).toContain(`href="${AT}">${next}`);
    expect((await lou.using.get(ASSESSMENTS_AT)).body).not.toContain(reference);
    expect([(await lou.using.get(AT)).status, (await lou.using.get(recordAt(reference))).status]).toEqual([403, 403]);
    expect((await kim.using.get('/staff/triage')).status).toBe(403);
  });

  it('records on the day that it was done, in one form', async () => {
    const { post, enter, midday, stores } = await assessing();
    await post(booking);
    midday('2026-10-06');
    const kim = await enter('kim');
    expect((await kim.post(done)).status).toBe(303);
    expect(await stores.cases.readCase(reference)).toMatchObject({
      ...{ list: { pathway: 'HOME_VISITING', band: 1 }, settingHoursNow: 7.5 },
      assessment: { done: { outcome: 'HOME_VISITING', by: { id: 'kim' } } },
    });
    expect((await kim.using.get(AT)).body).toContain(assessmentWords.done);
  });

  it('records that no one let them in, and the missed visit is shown', async () => {
    const { post, enter, midday } = await assessing();
    await post(booking);
    midday('2026-10-06');
    const kim = await enter('kim');
    await kim.post({ change: 'MISSED', why: 'NO_ACCESS' });
    expect((await kim.using.get(AT)).body).toContain(missedInWords('NO_ACCESS'));
  });
});

describe('what a practitioner types on a phone', () => {
  const over = (body: string) => /data-keep="DONE" data-keep-over="(\w+)"/.exec(body)?.[1];

  it('is kept until the page that follows names the form that was saved', async () => {
    const { post, enter, midday } = await assessing();
    await post(booking);
    midday('2026-10-06');
    const kim = await enter('kim');
    const page = await kim.using.get(AT);
    expect(page.body).toContain(keepScriptIntegrity);
    expect(over(page.body)).toMatch(/^[0-9a-f]{16}$/);
    expect((await kim.post(done)).location).toBe(`${AT}?form=DONE`);
    expect((await kim.using.get(AT, { form: 'DONE' })).body).toContain('data-keep-saved="DONE"');
  });

  it('goes into no form about another visit (late)', async () => {
    const { post, enter, midday } = await assessing();
    const asKim = async () => over((await (await enter('kim')).using.get(AT)).body);
    await post(booking);
    midday('2026-10-06');
    const before = await asKim();
    await (await enter('kim')).post({ change: 'MISSED', why: 'NO_ACCESS' });
    await (await enter('pat')).post({ ...booking, ...day('7', '10') });
    midday('2026-10-07');
    const after = await asKim();
    expect([before, after]).not.toContain(undefined);
    expect(after).not.toBe(before);
  });
});

describe('what is wrong', () => {
  it.each<[string, object, unknown]>([
    ['no practitioner', { ...booking, person: '' }, assessmentFaultWords.PERSON_MISSING],
    ['someone who visits no one', { ...booking, person: 'pat' }, assessmentFaultWords.PERSON_MISSING],
    ['a date that there is not', { ...booking, ...day('31', '9') }, assessmentFaultWords.DATE_UNREAL],
    ['no time', { ...booking, at: 'late' }, assessmentFaultWords.TIME_UNREADABLE],
    [
      'another place without its name',
      { ...booking, place: 'ELSEWHERE', where: '' },
      assessmentFaultWords.WHERE_MISSING,
    ],
  ])('%s is said, nothing is booked, and what was typed is kept', async (_, typed, said) => {
    const { post, stores } = await assessing();
    const { status, body } = await post(typed);
    expect([status, body.includes(String(said)), body.includes('value="6"') || body.includes('value="31"')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await stores.cases.readCase(reference))?.assessment).toBeUndefined();
  });

  it.each<[string, object, string]>([
    ['a visit in the past (late)', { ...booking, ...day('1', '9') }, assessmentRefusalWords.IN_PAST.message],
    [
      'a visit that someone booked meanwhile (out of order)',
      { ...booking, seen: '7' },
      assessmentRefusalWords.OVERTAKEN.message,
    ],
    ['an outcome without a visit (early)', done, assessmentRefusalWords.NONE.message],
  ])('%s is refused, and what was typed is kept', async (_, typed, said) => {
    const { post, stores } = await assessing();
    const { status, body } = await post(typed);
    expect([status, body.includes(said)]).toEqual([409, true]);
    expect((await stores.cases.readCase(reference))?.assessment).toBeUndefined();
  });

  it.each<[string, object, unknown]>([
    ['no outcome', { ...done, outcome: '' }, assessmentFaultWords.OUTCOME_MISSING],
    ['hours that are none', { ...done, settingHours: 'some' }, assessmentFaultWords.HOURS_UNREADABLE],
    ['more hours than a week has', { ...done, settingHours: '169' }, assessmentFaultWords.HOURS_UNREADABLE],
    ['an answer about sharing', { ...done, outcome: 'ADVISORY_TEACHER' }, assessmentFaultWords.AGREED_MISSING],
    ['what happened', { change: 'MISSED' }, assessmentFaultWords.WHY_UNKNOWN],
  ])('%s missing is said, and nothing is recorded', async (_, typed, said) => {
    const { post, midday, enter, stores } = await assessing();
    await post(booking);
    midday('2026-10-06');
    const { status, body } = await (await enter('pat')).post(typed);
    expect([status, body.includes(String(said))]).toEqual([422, true]);
    expect((await stores.cases.readCase(reference))?.assessment?.visit?.n).toBe(1);
  });

  it('a day of leave is warned of, and can be booked all the same', async () => {
    const { deps, post, stores } = await assessing();
    await deps.changeTeam({ change: 'LEAVE', id: 'kim', leave: [{ from: '2026-10-06', to: '2026-10-06' }] }, by);
    const warned = await post(booking);
    expect([warned.status, warned.body.includes(warningWords.ON_LEAVE)]).toEqual([409, true]);
    expect((await post({ ...booking, anyway: '1' })).status).toBe(303);
    expect((await stores.cases.readCase(reference))?.assessment?.visit?.on).toBe('2026-10-06');
  });

  it('a child who has died is shown without a form', async () => {
    const { using, deps } = await assessing();
    await deps.recordDeath({ reference, by });
    const { body } = await using.get(AT);
    expect(body).toContain(assessmentWords.notWaiting);
    expect(body).not.toContain(assessmentWords.bookButton);
  });
});
