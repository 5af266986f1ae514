import { describe, expect, it } from 'vitest';
import { SUPPORT_CLOSED } from '#domain/case/close-support.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { closingReasonSchema } from '#domain/support/closing-reasons.ts';
import { gateFaultWords } from '#web/components/closing-gate.ts';
import { closingAt, reopenAt } from '#web/staff/closing/address.ts';
import {
  closingFaultWords,
  closingReasonWords,
  notReopenedWords,
  reopenFaultWords,
  closingWords as words,
} from '#web/staff/closing/words.ts';
import { placeAt } from '#web/staff/place/address.ts';
import { recordAt } from '#web/staff/records/address.ts';
import { visitsAt } from '#web/staff/visits/address.ts';
import { visitWords } from '#web/staff/visits/words.ts';
import { hidden } from '../browser.ts';
import { childOf, lists } from './lists-world.ts';

const REFERENCE = childOf(0);
const AT = closingAt(REFERENCE);
const by = personActor('kim', 'kim Park', 'Practitioner');
const gate = {
  ...{ 'tried-PHONE': 'yes', 'tried-LETTER': 'yes', met: 'yes', referrerTold: 'yes', visitorTold: 'yes' },
  ...{ safeguarding: 'The health visitor saw the child', gateName: 'Kim Park' },
};
/** The initial visit and all sessions. */
const all = Array.from({ length: defaultPolicy.maxSessions + 1 }, (_, n) => `V${n + 1}`);
const mistake = { reason: 'Another child was meant', told: 'yes' };
const finished = { why: 'FINISHED', report: 'He sits, and points at what he wants' };

/** A child whom Kim visits, with the initial visit and one session that took place; Lou visits others. */
async function visited(visits: readonly string[] = ['V1', 'V2']) {
  const world = await lists([{ pathway: 'HOME_VISITING', band: 1 }]);
  const { deps, stores, clock, read } = world;
  for (const id of ['kim', 'lou']) {
    const mailbox = `${id}@example.org`;
    await deps.changeTeam({ change: 'JOIN', id, name: `${id} Park`, mailbox, roles: ['PRACTITIONER'] }, MACHINE);
  }
  await deps.changeCapacity({ change: 'PRACTITIONER', person: 'kim', locality: 'Taunton' }, MACHINE);
  const slots = { day: 'TUESDAY', at: ['09:30'], from: '2026-09-22', until: '' };
  await deps.changeCapacity({ change: 'SLOTS', person: 'kim', locality: 'Taunton', ...slots }, MACHINE);
  const slot = (await deps.readCapacity()).practitioners[0]?.slots[0]?.id ?? '';
  const offer = 'O00000000000000a1';
  await deps.offerSlot({ slot, reference: REFERENCE, offer }, MACHINE);
  await deps.answerOffer(REFERENCE, { offer, what: 'ACCEPTED', way: 'STAFF', by: MACHINE });
  const today = clock.now().slice(0, 10);
  for (const visit of visits) {
    await deps.planVisit(REFERENCE, { on: today, at: '09:30', where: 'HOME' }, by);
    await deps.recordVisit(REFERENCE, { visit, came: 'ATTENDED_SEEN', note: '' }, by);
  }
  const kim = await world.enter('kim@example.org');
  const send = async (typed: Readonly<Record<string, string>>, using = kim) => {
    const page = await using.get(AT);
    return using.post(AT, { csrf: hidden(page, 'csrf'), ...typed });
  };
  const support = async () => (await stores.supports.readSupport(REFERENCE)) ?? expect.fail('There is no support.');
  /** Everyone has been told. */
  const settle = async () => {
    const theCase = await read(0);
    await stores.cases.saveCase({ ...theCase, version: theCase.version + 1, next: 'DONE', outbox: [] });
  };
  return { ...world, kim, send, support, settle };
}

describe('the page on which a support is closed', () => {
  it('closes it once, and then says who closed it, why, and what the report says', async () => {
    const { kim, send, support, read } = await visited(all);
    const stale = await kim.get(AT);
    const answer = await send(finished);
    expect([answer.status, answer.headers.location]).toEqual([303, expect.stringContaining(`${AT}?done=yes`)]);
    const again = await kim.post(AT, { csrf: hidden(stale, 'csrf'), ...finished, why: 'MOVED_AWAY' });

    expect(again.status).toBe(409);
    expect((await support()).ended).toMatchObject({ why: 'FINISHED', by: { id: 'kim' } });
    expect(await read(0)).toMatchObject({ status: 'CLOSED', outcome: SUPPORT_CLOSED, closed: { why: 'FINISHED' } });
    const { body } = await kim.get(AT, { done: 'yes' });
    for (const said of [words.done, closingReasonWords.FINISHED, finished.report]) expect(body).toContain(said);
    expect((await kim.get(visitsAt(REFERENCE))).body).toContain(words.seeClosed);
  });

  it.each([
    [{}, ['CLOSING_WHY_MISSING', 'REPORT_MISSING']],
    [{ why: 'DIED', report: ' ' }, ['CLOSING_WHY_MISSING', 'REPORT_MISSING']],
    [{ ...finished, report: 'x'.repeat(4001) }, []],
    [{ ...finished, report: ' ' }, ['SESSIONS_LEFT', 'REPORT_MISSING']],
    [{ ...finished, why: 'NO_CONTACT' }, Object.keys(gateFaultWords).filter((code) => /MISSING/.test(code))],
    [{ ...finished, ...gate, why: 'NO_REPLY', 'tried-LETTER': '' }, ['CHANNELS_MISSING']],
    [{ ...finished, ...gate, why: 'WAS_NOT_BROUGHT', visitorTold: '' }, ['VISITOR_MISSING']],
  ])('says what is missing, keeps what was typed and closes nothing (half-finished): %o', async (typed, codes) => {
    const { send, support } = await visited();
    const { status, body } = await send(typed);
    expect(status).toBe(422);
    const said: Readonly<Record<string, unknown>> = { ...closingFaultWords, ...gateFaultWords };
    for (const code of codes) expect(body).toContain(said[code]);
    if ('safeguarding' in typed) expect(body).toContain(typed.safeguarding);
    expect((await support()).status).toBe('STARTED');
  });

  it.each(closingReasonSchema.options)('takes the reason %s, with everything that the gate asks for', async (why) => {
    const { send, support } = await visited(why === 'FINISHED' ? all : ['V1', 'V2']);
    expect((await send({ ...finished, ...gate, why })).status).toBe(303);
    expect((await support()).ended).toMatchObject({ why });
  });

  it('takes no child whose sessions did not all take place as finished (early), and asks for another reason', async () => {
    const { send, support } = await visited(all.slice(0, -1));
    const { status, body } = await send(finished);
    expect([status, body.includes(String(closingFaultWords.SESSIONS_LEFT))]).toEqual([422, true]);
    expect((await support()).status).toBe('STARTED');
    expect((await send({ ...finished, why: 'ENDED_EARLIER' })).status).toBe(303);
    expect((await support()).ended).toMatchObject({ why: 'ENDED_EARLIER' });
  });

  it('opens for a manager and for who visits the child, and for no other colleague', async () => {
    const { enter, manager } = await visited();
    const lou = await enter('lou@example.org');
    expect([(await manager.get(AT)).status, (await lou.get(AT)).status]).toEqual([200, 403]);
    expect((await manager.get(recordAt(REFERENCE))).body).toContain(words.link);
  });

  it('says who ends the wait of a child whose sessions have not begun: the manager with a link, or ask them (early)', async () => {
    const { kim, manager } = await visited(['V1']);
    const [asVisitor, asManager] = [(await kim.get(AT)).body, (await manager.get(AT)).body];
    expect([asVisitor.includes(words.askManager), asVisitor.includes(placeAt(REFERENCE))]).toEqual([true, false]);
    expect([asManager.includes(words.notStartedListed), asManager.includes(placeAt(REFERENCE))]).toEqual([true, true]);
  });

  it('offers a manager, and no one else, to reopen what was closed by mistake, and says that support goes on', async () => {
    const { kim, manager, send, support, settle } = await visited();
    await send({ ...finished, why: 'MOVED_AWAY' });
    await settle();
    expect((await kim.get(AT)).body).not.toContain(words.reopenTitle);
    const csrf = hidden(await kim.get(AT), 'csrf');
    expect((await kim.post(reopenAt(REFERENCE), { csrf, ...mistake })).status).toBe(403);
    const page = await manager.get(AT);
    expect(page.body).toContain(words.reopenTitle);
    const own = hidden(page, 'csrf');
    const empty = await manager.post(reopenAt(REFERENCE), { csrf: own, reason: 'Typed', told: '' });
    expect([empty.status, empty.body.includes(String(reopenFaultWords.TOLD_MISSING))]).toEqual([422, true]);
    expect(empty.body).toContain('Typed');
    const reopened = await manager.post(reopenAt(REFERENCE), { csrf: own, ...mistake });
    expect(reopened.location).toBe(`${visitsAt(REFERENCE)}?saved=1&form=reopen`);
    const visits = await manager.get(visitsAt(REFERENCE), { saved: '1', form: 'reopen' });
    expect([visits.body.includes(words.reopened), visits.body.includes(visitWords.planTitle)]).toEqual([true, true]);
    expect((await support()).status).toBe('STARTED');
    const twice = await manager.post(reopenAt(REFERENCE), { csrf: own, ...mistake });
    expect([twice.status, twice.body.includes(notReopenedWords.NOT_CLOSED)]).toEqual([409, true]);
  });

  it('says that people are still being told, and keeps the reason (early)', async () => {
    const { manager, send } = await visited();
    await send({ ...finished, why: 'MOVED_AWAY' });
    const page = await manager.get(AT);
    const answer = await manager.post(reopenAt(REFERENCE), { csrf: hidden(page, 'csrf'), ...mistake });
    expect([answer.status, answer.body.includes(notReopenedWords.STILL_TELLING)]).toEqual([409, true]);
    expect(answer.body).toContain(mistake.reason);
  });

  it('is no page of a child who was never offered anything (early)', async () => {
    const { manager } = await lists([{ pathway: 'HOME_VISITING', band: 1 }]);
    expect((await manager.get(AT)).status).toBe(404);
  });
});
