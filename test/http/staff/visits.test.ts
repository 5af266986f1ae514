import { describe, expect, it } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import { AGREEMENT_VERSION, homeVisitingAgreement } from '#domain/service/agreement.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { slotGivenUp } from '#domain/support/resume.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { CAPACITY_AT } from '#web/staff/settings/capacity/address.ts';
import { capacityFaultWords } from '#web/staff/settings/capacity/words.ts';
import { extensionFaultWords, extensionRefusalWords } from '#web/staff/todo/extension-words.ts';
import { missedWords } from '#web/staff/todo/missed-words.ts';
import { AGREEMENT_AT, VISITS_AT, visitsAt } from '#web/staff/visits/address.ts';
import { outcomeInWords, visitFaultWords, visitRefusalWords, visitWords as words } from '#web/staff/visits/words.ts';
import { hidden } from '../browser.ts';
import { childOf } from './lists-world.ts';
import { visiting } from './visiting-world.ts';

const AT = visitsAt(childOf(0));

describe('the visits of a practitioner', () => {
  it('show a child to plan, then the visit of today with who, where and how to keep safe', async () => {
    const { kim, plan } = await visiting();
    expect((await kim.get(VISITS_AT)).body).toContain(words.toPlan);
    expect((await plan('24')).status).toBe(303);
    const { body } = await kim.get(VISITS_AT);
    for (const said of [words.today('24 September 2026'), words.initial, words.watchesNoOne, words.noNumber])
      expect(body).toContain(said);
    expect(body).not.toContain(words.noneToday);
  });

  it('give the lone-working number of the council once the service manager has entered it', async () => {
    const { kim, manager } = await visiting();
    const settings = await manager.get(CAPACITY_AT);
    const own = { csrf: hidden(settings, 'csrf'), version: hidden(settings, 'version'), change: 'LONE_WORKING' };
    const empty = await manager.post(CAPACITY_AT, { ...own, phone: ' ' });
    expect([empty.status, empty.body.includes(String(capacityFaultWords.PHONE_MISSING))]).toEqual([422, true]);
    expect((await manager.post(CAPACITY_AT, { ...own, phone: '01632 960 123' })).status).toBe(303);
    expect((await kim.get(VISITS_AT)).body).toContain(words.alone('01632 960 123'));
    expect((await manager.get(CAPACITY_AT)).body).toContain('name="phone" type="text" value="01632 960 123"');
  });

  it('show a visit whose time has passed first, and none of another practitioner', async () => {
    const { plan, enter, midday } = await visiting();
    await plan('24');
    await midday('2026-09-25');
    const [own, other] = [await enter('kim@example.org'), await enter('lou@example.org')];
    expect((await own.get(VISITS_AT)).body).toContain(words.toRecord);
    expect((await other.get(VISITS_AT)).body).not.toContain(childOf(0));
    expect((await other.get(AT)).status).toBe(403);
  });
});

describe('recording a visit', () => {
  it('keeps it, plans the next for the weekday that the family accepted, and says when', async () => {
    const { plan, came, support, kim } = await visiting();
    await plan('24');
    expect((await came('ATTENDED_SEEN', 'Stacked three cups')).status).toBe(303);
    expect((await support()).block?.visits).toMatchObject([
      { kind: 'INITIAL', outcome: { what: 'ATTENDED', childSeen: true, note: 'Stacked three cups' } },
      { kind: 'SESSION', on: '2026-09-29', at: '09:30' },
    ]);
    const { body } = await kim.get(AT, { saved: '1' });
    for (const said of [words.savedNext('29 September 2026 at 9:30am'), words.session(1, 18), 'Stacked three cups'])
      expect(body).toContain(said);
  });

  it('of the first session takes the child off the list and moves them to the visits of the practitioner', async () => {
    const { plan, came, support, midday, enter } = await visiting();
    await plan('24');
    await came('ATTENDED_SEEN');
    await midday('2026-09-29');
    await came('ATTENDED_SEEN');
    expect(await support()).toMatchObject({ status: 'STARTED', list: null, started: { on: '2026-09-29' } });
    expect((await (await enter('kim@example.org')).get(VISITS_AT)).body).toContain(words.session(2, 18));
  });

  it('asks what came of it, and why a child was not seen, and keeps the note (malformed)', async () => {
    const { plan, came, support } = await visiting();
    await plan('24');
    const [nothing, unseen] = [await came('', 'Typed'), await came('ATTENDED_UNSEEN')];
    expect([nothing.status, nothing.body.includes(String(visitFaultWords.CAME_MISSING))]).toEqual([422, true]);
    expect(nothing.body).toContain('value="Typed"');
    expect([unseen.status, unseen.body.includes(String(visitFaultWords.NOTE_MISSING))]).toEqual([422, true]);
    expect((await support()).block?.visits[0]?.outcome).toBeUndefined();
  });

  it('a second time changes nothing, says so, and shows what stands (twice)', async () => {
    const { plan, came, support, send } = await visiting();
    await plan('24');
    await came('MISSED');
    const again = await send({ change: 'RECORD', visit: 'V1', came: 'ATTENDED_SEEN', note: '' });
    expect([again.status, again.body.includes(visitRefusalWords.ALREADY)]).toEqual([409, true]);
    expect(again.body).toContain(outcomeInWords('NO_ACCESS'));
    expect((await support()).block?.visits[0]?.outcome?.what).toBe('NO_ACCESS');
  });

  it('before its day is refused, and moving it there first is not (out of order)', async () => {
    const { plan, came, support } = await visiting();
    await plan('29');
    const early = await came('ATTENDED_SEEN');
    expect([early.status, early.body.includes(visitRefusalWords.NOT_YET)]).toEqual([409, true]);
    await plan('24');
    expect((await came('ATTENDED_SEEN')).status).toBe(303);
    expect((await support()).block?.visits[0]).toMatchObject({ on: '2026-09-24', outcome: { what: 'ATTENDED' } });
  });

  it('by someone who is not named is refused, and a practitioner names no one (hostile)', async () => {
    const { enter, send, support, kim, plan } = await visiting();
    await plan('24');
    const lou = await enter('lou@example.org');
    const csrf = hidden(await lou.get(VISITS_AT), 'csrf');
    expect((await lou.post(AT, { csrf, change: 'RECORD', visit: 'V1', came: 'ATTENDED_SEEN' })).status).toBe(403);
    await send({ change: 'NAME', person: 'lou' }, kim);
    expect((await support()).block).toMatchObject({ practitioner: 'kim', visits: [{ id: 'V1' }] });
  });
});

describe('the home visiting agreement', () => {
  const gone = { agreedWith: 'Her mother', strengths: 'She smiles at faces', needs: 'Sitting up' };

  it('is recorded with the initial visit: the version, the day, with whom and by whom, beside strengths and needs', async () => {
    const { plan, came, support, kim } = await visiting();
    expect((await kim.get(AT)).body).toContain(words.notAgreed);
    await plan('24');
    expect((await kim.get(AT)).body).toContain(words.agreedHint(AGREEMENT_VERSION));
    expect((await came('ATTENDED_SEEN', 'A note', gone)).status).toBe(303);
    const { block, history } = await support();
    expect(block?.agreement).toMatchObject({ version: 1, with: 'Her mother', on: '2026-09-24', by: { id: 'kim' } });
    expect(block?.noted).toMatchObject({ strengths: gone.strengths, needs: gone.needs, by: { id: 'kim' } });
    const names = history.map(({ event }) => event).slice(-4);
    expect(names).toEqual(['VISIT_RECORDED', 'AGREEMENT_GONE_THROUGH', 'STRENGTHS_NOTED', 'NEEDS_NOTED']);
    const { body } = await kim.get(AT);
    for (const said of ['Her mother', gone.strengths, gone.needs]) expect(body).toContain(said);
    expect(body).not.toContain(words.notAgreed);
  });

  it('that no one has recorded after the initial visit is asked for in the list of visits, until it is', async () => {
    const { plan, came, send, kim } = await visiting();
    const isAsked = async () => (await kim.get(VISITS_AT)).body.includes(words.agreeNext);
    await plan('24');
    expect(await isAsked()).toBe(false);
    await came('ATTENDED_SEEN');
    expect(await isAsked()).toBe(true);
    await send({ change: 'NOTE', ...gone, seen: '' });
    expect(await isAsked()).toBe(false);
  });

  it('of a visit that did not take place is refused, and everything typed is kept (malformed)', async () => {
    const { plan, came, support } = await visiting();
    await plan('24');
    const answer = await came('FAMILY_CANCELLED', 'A note', { ...gone, needs: 'x'.repeat(2001) });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(String(visitFaultWords.AGREED_UNMET));
    for (const typed of ['value="Her mother"', gone.strengths, 'x'.repeat(2001)]) expect(answer.body).toContain(typed);
    expect((await support()).block).not.toHaveProperty('agreement');
  });

  it('is gone through later where it was not, and each change of strengths and needs is an event', async () => {
    const { plan, came, support, send } = await visiting();
    await plan('24');
    await came('ATTENDED_SEEN');
    const noted = { change: 'NOTE', ...gone, seen: '' };
    expect((await send(noted)).status).toBe(303);
    const { noted: first } = (await support()).block ?? {};
    const more = { ...noted, agreedWith: '', needs: 'Standing', seen: first?.at ?? '' };
    expect((await send(more)).status).toBe(303);
    const { block, history } = await support();
    expect([block?.agreement?.with, block?.noted?.needs]).toEqual(['Her mother', 'Standing']);
    expect(history.filter(({ event }) => event === 'NEEDS_NOTED').map(({ text }) => text)).toEqual([
      gone.needs,
      'Standing',
    ]);
  });

  it('and what was noted meanwhile stay as they are, and the page says so and keeps what was typed (late)', async () => {
    const { plan, came, support, send } = await visiting();
    await plan('24');
    await came('ATTENDED_SEEN');
    await send({ change: 'NOTE', ...gone, agreedWith: '', seen: '' });
    const late = await send({ change: 'NOTE', agreedWith: '', strengths: '', needs: 'Typed late', seen: '' });
    expect([late.status, late.body.includes(visitRefusalWords.CHANGED)]).toEqual([409, true]);
    for (const said of ['Typed late', gone.strengths]) expect(late.body).toContain(said);
    expect((await support()).block?.noted?.needs).toBe(gone.needs);
  });

  it('is printed with the words of the service, and names no child', async () => {
    const { kim, plan } = await visiting();
    await plan('24');
    const { status, body } = await kim.get(AGREEMENT_AT);
    expect(status).toBe(200);
    for (const said of homeVisitingAgreement(defaultPolicy).both) expect(body).toContain(said);
    expect(body).not.toContain(childOf(0));
  });
});

describe('further sessions', () => {
  const askFor = { change: 'EXTEND', sessions: '4', reason: 'She has begun to walk' };

  it('are asked for with a reason once weekly sessions have begun, and no second time before a decision', async () => {
    const { plan, came, send, midday, support, kim } = await visiting();
    await plan('24');
    await came('ATTENDED_SEEN');
    expect((await kim.get(AT)).body).not.toContain(words.extendTitle);
    await midday('2026-09-29');
    await came('ATTENDED_SEEN');
    const empty = await send({ ...askFor, sessions: '7', reason: '' });
    expect(empty.status).toBe(422);
    for (const fault of ['SESSIONS_UNREADABLE', 'REASON_MISSING'] as const)
      expect(empty.body).toContain(String(extensionFaultWords[fault]));
    expect((await send(askFor)).status).toBe(303);
    expect((await support()).block?.extensions).toMatchObject([{ id: 'X1', sessions: 4 }]);
    const again = await send(askFor);
    const { ASKED_ALREADY } = extensionRefusalWords(defaultPolicy);
    expect([again.status, again.body.includes(ASKED_ALREADY)]).toEqual([409, true]);
    expect((await support()).block?.extensions).toHaveLength(1);
  });
});

describe('a visit that the family missed', () => {
  /** What staff are asked to look at, by why. */
  const toLook = async ({ stores }: Awaited<ReturnType<typeof visiting>>) =>
    (await stores.todos.todosOf(childOf(0))).filter(({ kind }) => kind === 'LOOK_AT_MISSED');

  it('is looked at from the second on, and what was found stands in the history of the child', async () => {
    const world = await visiting();
    const { plan, came, midday, deps, support } = world;
    await plan('24');
    await came('MISSED');
    expect(await toLook(world)).toEqual([]);
    await midday('2026-09-29');
    await came('MISSED');
    const [todo, more] = await toLook(world);
    if (!todo) throw new Error('No one is asked to look.');
    expect([todo.why, todo.due, more]).toEqual(['MISSED_TWICE', '2026-09-29T12:00:00.000Z', undefined]);
    expect(await deps.lookAtMissed(todo, MACHINE, { reason: '' })).toMatchObject({ kind: 'INVALID' });
    const reason = 'I spoke with her mother: both are well';
    expect(await deps.lookAtMissed(todo, MACHINE, { reason })).toEqual({ kind: 'DONE' });
    expect((await support()).history.at(-1)).toMatchObject({ event: 'MISSED_LOOKED_AT', missed: 'V2', text: reason });
    expect(await deps.lookAtMissed(todo, MACHINE, { reason })).toEqual({ kind: 'ALREADY' });
  });

  it('is looked at by a person the same working day where there is a safety flag', async () => {
    const world = await visiting({ ...referralExample, socialCare: { status: 'CHILD_IN_NEED' } });
    await world.plan('24');
    await world.came('MISSED');
    const [todo] = await toLook(world);
    expect([todo?.why, todo?.due]).toEqual(['SAFETY_FLAG', todo?.openedAt]);
    const page = await world.manager.get('/staff');
    expect(page.body).toContain(missedWords.title(childOf(0)));
  });
});

describe('as a service manager', () => {
  const told = { told: 'yes' };

  it('names another practitioner, who then has the child among their visits', async () => {
    const { manager, send, enter, plan } = await visiting();
    await plan('24');
    expect((await send({ change: 'NAME', person: 'lou', ...told }, manager)).status).toBe(303);
    expect((await (await enter('lou@example.org')).get(VISITS_AT)).body).toContain(childOf(0));
    const nobody = await send({ change: 'NAME', person: 'nobody', ...told }, manager);
    expect([nobody.status, nobody.body.includes(String(visitFaultWords.PERSON_MISSING))]).toEqual([422, true]);
  });

  /** A child with visits of Kim on Tuesdays in Taunton, and Lou who has a free visit on Thursdays in Yeovil. */
  async function movesTown() {
    const world = await visiting();
    const { deps, stores, support, manager, send, plan, came, midday } = world;
    await deps.changeCapacity({ change: 'PRACTITIONER', person: 'lou', locality: 'Yeovil' }, MACHINE);
    const slots = { day: 'THURSDAY', at: ['11:00'], from: '2026-09-22', until: '' };
    await deps.changeCapacity({ change: 'SLOTS', person: 'lou', locality: 'Yeovil', ...slots }, MACHINE);
    const [kims = '', lous = ''] = (await deps.readCapacity()).practitioners.map((one) => one.slots[0]?.id ?? '');
    await plan('24');
    await came('ATTENDED_SEEN');
    await midday('2026-09-29');
    await came('ATTENDED_SEEN');
    const claimed = async (id: string) => (await stores.slots.readSlot(id))?.claim?.reference;
    const name = async (typed: Readonly<Record<string, string>>) =>
      send({ change: 'NAME', ...typed }, await world.enter('manager@example.org'));
    return { ...world, kims, lous, claimed, name, manager, support };
  }

  it('gives a child who moves town to a colleague there: their visit is taken, the one before is free, the planned one stays', async () => {
    const { kims, lous, claimed, name, support, enter, clock } = await movesTown();
    expect([await claimed(kims), await claimed(lous)]).toEqual([childOf(0), undefined]);
    expect((await name({ person: `lou ${lous}`, ...told })).status).toBe(303);
    expect([await claimed(kims), await claimed(lous)]).toEqual([undefined, childOf(0)]);
    const { block, status, toFree } = await support();
    expect([status, toFree, block?.practitioner, block?.weekly]).toEqual([
      ...['STARTED', undefined, 'lou'],
      { day: 'THURSDAY', at: '11:00' },
    ]);
    expect(block?.visits.at(-1)).toMatchObject({ on: '2026-10-06', at: '09:30' });

    clock.advanceMinutes((Date.parse('2026-10-06T12:00:00.000Z') - Date.parse(clock.now())) / 60_000);
    const lou = await enter('lou@example.org');
    expect((await lou.get(VISITS_AT)).body).toContain(words.today('6 October 2026'));
    const page = await lou.get(AT);
    const visit = /name="visit" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const recorded = { change: 'RECORD', visit, came: 'ATTENDED_SEEN', note: '' };
    expect((await lou.post(AT, { csrf: hidden(page, 'csrf'), ...recorded })).status).toBe(303);
    // The next is on the weekday of Lou, and the old one of Kim is no one's.
    expect((await support()).block?.visits.at(-1)).toMatchObject({ on: '2026-10-15', at: '11:00' });
    expect((await (await enter('kim@example.org')).get(VISITS_AT)).body).not.toContain(childOf(0));
    expect((await support()).history.filter(({ event }) => event === 'PRACTITIONER_NAMED')).toHaveLength(1);
  });

  it('says that the family was told before a colleague takes over, and nothing changes until then (out of order)', async () => {
    const { kims, lous, claimed, name, support } = await movesTown();
    const untold = await name({ person: `lou ${lous}` });
    expect([untold.status, untold.body.includes(String(visitFaultWords.FAMILY_UNTOLD))]).toEqual([422, true]);
    expect([await claimed(kims), await claimed(lous), (await support()).block?.practitioner]).toEqual([
      ...[childOf(0), undefined, 'kim'],
    ]);
  });

  it('is refused a visit that another child has by then, and one that is none of that colleague (late, hostile)', async () => {
    const { kims, lous, claimed, name, support, stores, clock } = await movesTown();
    await stores.slots.claimSlot(lous, { offer: 'O1', reference: childOf(1), at: clock.now() });
    for (const person of [`lou ${lous}`, `lou ${kims}`, 'lou nothing']) {
      const late = await name({ person, ...told });
      expect([person, late.status, late.body.includes(visitRefusalWords.SLOT_TAKEN)]).toEqual([person, 409, true]);
    }
    expect([await claimed(kims), await claimed(lous), (await support()).block?.practitioner]).toEqual([
      ...[childOf(0), childOf(1), 'kim'],
    ]);
  });

  it('sends it twice, and the child has one visit (double press)', async () => {
    const { kims, lous, claimed, name, support } = await movesTown();
    const one = await name({ person: `lou ${lous}`, ...told });
    const version = (await support()).version;
    const again = await name({ person: `lou ${lous}`, ...told });
    expect([one.status, again.status, (await support()).version]).toEqual([303, 409, version]);
    expect([await claimed(kims), await claimed(lous)]).toEqual([undefined, childOf(0)]);
  });

  it('names someone at times to be agreed: the weekly visit is free, and closing by mistake takes none back', async () => {
    const { kims, claimed, name, support, deps, enter } = await movesTown();
    expect((await name({ person: 'lou', ...told })).status).toBe(303);
    expect([await claimed(kims), (await support()).block?.weekly]).toEqual([undefined, undefined]);
    expect((await (await enter('manager@example.org')).get(AT)).body).toContain(words.timesToAgree);
    const gate = { channels: [], met: '', referrerTold: '', visitorTold: '', safeguarding: '', gateName: '' };
    await deps.closeSupport(childOf(0), { why: 'MOVED_AWAY', report: 'She walks', gate }, MACHINE);
    const ended = await support();
    expect(ended.status).toBe('ENDED');
    expect(slotGivenUp(ended, '2027-01-01T00:00:00.000Z')).toBeUndefined();
  });
});
