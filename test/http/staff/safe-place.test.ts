import { describe, expect, it } from 'vitest';
import { referralExample } from '#web/api/openapi-examples.ts';
import { safePlaceAt } from '#web/staff/safe-place/address.ts';
import { safePlaceFaultWords, safePlaceUndoFaultWords, safePlaceWords as words } from '#web/staff/safe-place/words.ts';
import { movedFaultWords, movedWords } from '#web/staff/todo/moved-words.ts';
import { VISITS_AT, visitsAt } from '#web/staff/visits/address.ts';
import { type Browser, hidden } from '../browser.ts';
import { childOf } from './lists-world.ts';
import { visiting } from './visiting-world.ts';

const REFERENCE = childOf(0);
const AT = safePlaceAt(REFERENCE);
const HOME = '1 Oldhome Lane';
const WHY = 'She called from a new phone on Monday';
const family = {
  parents: [
    { name: 'Ada Mother', email: 'ada@example.org', phone: '01632 960101', parentalResponsibility: true },
    { name: 'Bob Father', email: 'bob@example.org', address: '2 Hishome Road', parentalResponsibility: true },
  ],
};

/** A child whom Kim visits at home every week, and the page on which the move is recorded. */
async function moving() {
  const world = await visiting({
    ...referralExample,
    evidence: [],
    family,
    home: { address: HOME },
    socialCare: { status: 'NONE' },
  });
  const record = async (reason = WHY, using: Browser = world.kim) => {
    const page = await using.get(AT);
    const own = { csrf: hidden(page, 'csrf'), seen: hidden(page, 'seen') };
    const send = () => using.post(AT, { ...own, reason });
    return { page, send, answer: await send() };
  };
  const undo = async (undoReason: string) => {
    const csrf = hidden(await world.manager.get(AT), 'csrf');
    return world.manager.post(`${AT}/undo`, { csrf, undoReason });
  };
  return { ...world, record, undo };
}

describe('a family that moved to a safe place', () => {
  it('is recorded by the practitioner who visits, with one reason, from the page of the visits', async () => {
    const { kim, record, read } = await moving();
    expect((await kim.get(visitsAt(REFERENCE))).body).toContain(`href="${AT}"`);
    const { page, answer } = await record();
    for (const said of [...words.stops, ...words.next]) expect(page.body).toContain(said);
    expect([answer.status, answer.body.includes(words.done), answer.body.includes(WHY)]).toEqual([200, true, true]);
    const { safePlace, noFamilyEmail, familyPages, contacts, history } = await read(0);
    expect([safePlace?.reason, noFamilyEmail?.reason]).toEqual([WHY, WHY]);
    expect(familyPages?.map(({ place, what }) => [place, what])).toEqual([
      [0, 'CLOSED'],
      [1, 'CLOSED'],
    ]);
    expect(contacts?.map(({ place, channel, value }) => [place, channel, value])).toEqual([
      [0, 'POST', ''],
      [1, 'POST', ''],
    ]);
    expect(history.map(({ event }) => event)).toContain('SAFE_PLACE_RECORDED');
  });

  it('sends no one to the home of before: today’s visits and the page of the child say so, and give no address', async () => {
    const { kim, plan, record } = await moving();
    await plan('24');
    for (const at of [VISITS_AT, visitsAt(REFERENCE)]) expect((await kim.get(at)).body).toContain(HOME);
    await record();
    for (const at of [VISITS_AT, visitsAt(REFERENCE)]) {
      const { body } = await kim.get(at);
      expect([at, body.includes(HOME), body.includes('2 Hishome Road'), body.includes(WHY)]).toEqual([
        at,
        false,
        false,
        true,
      ]);
    }
  });

  it('keeps the visits that are planned, and the support goes on', async () => {
    const { plan, record, support, came } = await moving();
    await plan('24');
    await record();
    expect((await came('ATTENDED_SEEN')).status).toBe(303);
    expect((await support()).status).toBe('ACCEPTED');
  });

  it('asks what is known, and keeps nothing before (half-finished)', async () => {
    const { record, read } = await moving();
    const { answer } = await record(' ');
    expect([answer.status, answer.body.includes(safePlaceFaultWords.REASON_MISSING)]).toEqual([422, true]);
    expect((await read(0)).safePlace).toBeUndefined();
  });

  it('is recorded once by a form that is sent twice, and again where they move again (twice)', async () => {
    const { record, read } = await moving();
    const { send } = await record();
    expect((await send()).status).toBe(409);
    expect((await read(0)).history.filter(({ event }) => event === 'SAFE_PLACE_RECORDED')).toHaveLength(1);
    expect((await record('They moved again')).answer.status).toBe(200);
    expect((await read(0)).safePlace?.reason).toBe('They moved again');
  });

  it('is no page of a practitioner who does not visit the child, of an auditor, or of an unknown reference', async () => {
    const { enter, manager } = await moving();
    const lou = await enter('lou@example.org');
    expect([(await lou.get(AT)).status, (await manager.get(safePlaceAt(childOf(7)))).status]).toEqual([403, 404]);
  });

  it('is removed with a reason alone, and emails and pages stay stopped', async () => {
    const { record, undo, read } = await moving();
    await record();
    const without = await undo('');
    expect([without.status, without.body.includes(safePlaceUndoFaultWords.REASON_MISSING)]).toEqual([422, true]);
    expect((await undo('It was another family')).body).toContain(words.undone);
    const { safePlace, noFamilyEmail, familyPages } = await read(0);
    expect([safePlace, noFamilyEmail?.reason]).toEqual([undefined, WHY]);
    expect(familyPages?.map(({ what }) => what)).toEqual(['CLOSED', 'CLOSED']);
  });

  it('of a child who has died asks and saves nothing (late)', async () => {
    const { manager, deps, read, record } = await moving();
    const { send } = await record(' ');
    await deps.recordDeath({ reference: REFERENCE, by: { kind: 'MACHINE' } });
    expect((await manager.get(AT)).headers.location?.endsWith('/died')).toBe(true);
    await send();
    expect((await read(0)).safePlace).toBeUndefined();
  });
});

/** A move that Kim recorded, with what a service manager is asked to do about it. */
async function asked() {
  const world = await moving();
  await world.record();
  const { stores, manager } = world;
  const todos = async () => (await stores.todos.todosOf(REFERENCE)).filter(({ kind }) => kind === 'LOOK_AT_SAFE_PLACE');
  const open = async () => {
    const todo = (await todos()).find(({ done }) => !done);
    const today = await manager.get('/staff');
    const opened = await manager.post('/staff', { csrf: hidden(today, 'csrf'), open: todo?.id ?? '' });
    const at = new URL(opened.headers.location ?? '', 'http://localhost').pathname;
    const page = await manager.get(at);
    const enter = (reason: string) => manager.post(at, { csrf: hidden(page, 'csrf'), taskId: todo?.id ?? '', reason });
    return { page, enter };
  };
  return { ...world, todos, open };
}

describe('what a service manager is asked once a family has moved to a safe place', () => {
  it('is due on the same working day, for the service managers, with no place or town in it', async () => {
    const { todos, clock } = await asked();
    expect(await todos()).toMatchObject([{ for: 'ROLE:SERVICE_MANAGER', why: 'SAFE_PLACE', due: clock.now() }]);
  });

  it('is a page with what was recorded, what is planned and what to make sure of', async () => {
    const { plan, open } = await asked();
    await plan('24');
    const { page } = await open();
    for (const said of [movedWords.title(REFERENCE), WHY, movedWords.next('24 September 2026'), ...movedWords.steps])
      expect(page.body).toContain(said);
  });

  it('is entered once with what they decided, and who recorded it reads that a manager looked (twice)', async () => {
    const { open, kim, read, todos } = await asked();
    expect((await kim.get(AT)).body).toContain(words.notLooked);
    const { enter } = await open();
    const without = await enter(' ');
    expect([without.status, without.body.includes(String(movedFaultWords.REASON_MISSING))]).toEqual([422, true]);
    expect([(await enter('Kim calls her on Friday')).status, (await enter('Once more')).status]).toEqual([303, 409]);
    const { history } = await read(0);
    expect(history.flatMap((one) => (one.event === 'SAFE_PLACE_LOOKED_AT' ? [one.text] : []))).toEqual([
      'Kim calls her on Friday',
    ]);
    expect((await todos()).map(({ done }) => done?.by.kind)).toEqual(['PERSON']);
    expect((await kim.get(AT)).body).not.toContain(words.notLooked);
  });

  it('ends by itself where the record is removed, and is asked anew where they move again (late)', async () => {
    const { record, undo, todos, clock } = await asked();
    clock.advanceMinutes(1);
    await record('They moved again');
    expect((await todos()).map(({ done }) => done?.why)).toEqual(['NOT_ASKED', undefined]);
    await undo('It was another family');
    expect((await todos()).map(({ done }) => done?.why)).toEqual(['NOT_ASKED', 'NOT_ASKED']);
  });
});
