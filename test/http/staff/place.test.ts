import { describe, expect, it } from 'vitest';
import { handToSupport } from '#application/support/hand-to-support.ts';
import { assessmentBooked } from '#domain/case/book-assessment.ts';
import { TAKEN_OFF } from '#domain/case/change-entry.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import { gateFaultWords, gateWords } from '#web/components/closing-gate.ts';
import { eventInWords } from '#web/components/record/event-words.ts';
import { supportForFamily } from '#web/family/page/support-words.ts';
import { becameWords, leftWhys, placeFaultWords, placeWords } from '#web/staff/place/words.ts';
import { gateFields } from './gate-fields.ts';
import { childOf, entryOf, lists } from './lists-world.ts';

const date = (day: string, month: string, year: string) => ({ 'on-day': day, 'on-month': month, 'on-year': year });
const placeOf = (n: number) => `/staff/records/${childOf(n)}/place`;
const waiting = [
  { band: 1, targetOn: '2027-03-24' },
  { band: 2, broadAreas: 3 },
] as const;
const removal = { why: 'MOVED_AWAY', how: 'BY_PHONE', ...date('22', '9', '2026'), who: 'Sam Field' };

/** Children who wait, the nth with an open offer. */
async function offeredTo(n: number) {
  const world = await lists(waiting);
  const { stores, read, deps } = world;
  const moment = { now: '2026-09-24T09:00:00.000Z', policyVersion: 1 };
  const { list } = await read(n);
  const slot = { id: 'v1', pathway: 'HOME_VISITING', locality: 'Taunton', day: 'MONDAY', at: '10:00' };
  const by = { kind: 'MACHINE' } as const;
  const made = list && offerMade(newSupport(childOf(n), list, moment), moment, { id: 'O1', slot, by });
  if (made) await stores.supports.createSupport(made);
  await handToSupport({ ...deps, ...stores, now: deps.now, policy: defaultPolicy })(childOf(n));
  return world;
}

describe('the place of a child', () => {
  it('is explained with how many wait, and said for the family without any other child', async () => {
    const { manager } = await lists(waiting);
    const { body } = await manager.get(placeOf(1));
    expect(body).toContain('2nd of 2: band 2 (three broad areas); one child in band 1 is before.');
    expect(body).toContain('Your child is 2nd of 2 on our list for a first visit at home in Taunton.');
    expect(body).not.toContain(childOf(0));
  });

  it('of a child on no list says so, and of an unknown reference nothing (malformed)', async () => {
    const { manager, change } = await lists(waiting);
    await change(1, 'remove', removal);
    const { body } = await manager.get(placeOf(1));
    expect(body).toContain(placeWords.notListed);
    expect(body).toContain(leftWhys.MOVED_AWAY);
    expect(body).toContain('Sam Field contacted the family by phone on 22 September 2026.');
    expect((await manager.get('/staff/records/NOTAREFEREN/place')).status).toBe(404);
  });

  it('is read by triagers, who can change nothing', async () => {
    const { enter } = await lists(waiting);
    const triager = await enter('triage-1@example.org');
    expect((await triager.get(placeOf(1))).body).not.toContain(placeWords.change);
    expect((await triager.get(`${placeOf(1)}/band`)).status).toBe(403);
  });
});

describe('a change of a place', () => {
  it.each([
    ['band', { band: '1' }, { band: 1, order: expect.stringMatching(/^1#2027-03-01#/) }, 'BAND_CHANGED'],
    ['hold', date('1', '12', '2026'), { hold: { until: '2026-12-01' } }, 'LIST_HELD'],
    [
      'move',
      { pathway: 'PORTAGE_GROUP', locality: 'Frome' },
      { pathway: 'PORTAGE_GROUP', locality: 'Frome' },
      'LIST_MOVED',
    ],
    ['date', { which: 'TARGET', ...date('1', '2', '2027') }, { targetOn: '2027-02-01' }, 'DATE_MOVED'],
    [
      'date',
      { which: 'REFERRAL', ...date('1', '8', '2026') },
      { order: expect.stringMatching(/^2#2027-03-01#2026-07-31T23:00/) },
      'DATE_MOVED',
    ],
  ] as const)('%s is kept once with its reason, and the other dates stay', async (action, fields, expected, event) => {
    const { change, read, manager } = await lists(waiting);
    const { answer, send } = await change(1, action, fields);
    expect([answer.status, (await send()).status]).toEqual([303, 303]);
    const { list, history } = await read(1);
    const kept = { acceptedOn: '2026-09-01', broadAreas: 3 };
    expect(list).toMatchObject({ ...kept, ...expected, changed: { what: event } });
    expect(history.filter((one) => one.event === event)).toMatchObject([
      { text: 'As the family asked', by: { kind: 'PERSON' } },
    ]);
    expect((await manager.get(placeOf(1))).body).toContain(eventInWords(event));
  });

  it.each([
    ['band', { band: '1' }, becameWords.band(1)],
    ['hold', date('1', '12', '2026'), becameWords.heldUntil('1 December 2026')],
    ['hold', {}, becameWords.held],
    [
      'move',
      { pathway: 'PORTAGE_GROUP', locality: 'Frome' },
      becameWords.moved('Initial assessment, Taunton', 'Portage group, Frome'),
    ],
    [
      'date',
      { which: 'TARGET', ...date('1', '2', '2027') },
      becameWords.date('Target date', '1 March 2027', '1 February 2027'),
    ],
  ] as const)('%s stands in the history with what the place became: %o', async (action, fields, said) => {
    const { change, manager } = await lists(waiting);
    await change(1, action, fields);
    expect((await manager.get(placeOf(1))).body).toContain(`<br>${said}<br>`);
  });

  it('ends a hold, and the place is as it was before', async () => {
    const { change, read } = await lists(waiting);
    await change(1, 'hold', {});
    await change(1, 'end-hold', {});
    const { list } = await read(1);
    expect(list).toMatchObject(entryOf(1, waiting[1]));
    expect(list?.hold).toBeUndefined();
  });

  it('offers to end a hold while it stands, and no more once it ended by itself (late)', async () => {
    const { change, enter, clock } = await lists(waiting);
    await change(1, 'hold', date('1', '12', '2026'));
    const links = async () => {
      const { body } = await (await enter('manager@example.org')).get(placeOf(1));
      return [body.includes(`${placeOf(1)}/end-hold`), body.includes(`${placeOf(1)}/hold`)];
    };
    expect(await links()).toEqual([true, true]);
    clock.advanceMinutes((Date.parse('2026-12-01T12:00:00.000Z') - Date.parse(clock.now())) / 60_000);
    expect(await links()).toEqual([false, true]);
  });

  it('takes a child off after contact: the case ends, with why, when, how and by whom', async () => {
    const { change, read } = await lists(waiting);
    const { answer, send } = await change(1, 'remove', removal);
    expect([answer.status, (await send()).status]).toEqual([303, 303]);
    const after = await read(1);
    expect(after).toMatchObject({
      status: 'CLOSED',
      outcome: TAKEN_OFF,
      next: 'NOTIFY',
      list: null,
      left: { why: 'MOVED_AWAY' },
    });
    const contact = { on: '2026-09-22', how: 'BY_PHONE', who: 'Sam Field' };
    expect(after.history.filter(({ event }) => event === 'LIST_LEFT')).toMatchObject([{ why: 'MOVED_AWAY', contact }]);
  });

  it.each([
    ['band', { band: '7', reason: ' ' }, ['BAND_MISSING', 'REASON_MISSING']],
    ['hold', { ...date('1', '9', '2026') }, ['DATE_PAST']],
    ['move', { pathway: 'NO_SUCH_LIST', locality: 'London' }, ['PATHWAY_MISSING', 'LOCALITY_MISSING']],
    ['date', { which: 'BIRTH', ...date('1', '2', '1999') }, ['WHICH_MISSING', 'DATE_YEAR']],
    ['date', { which: 'LIST', ...date('1', '2', '2027') }, ['DATE_IN_FUTURE']],
    ['remove', { reason: 'x'.repeat(2001) }, ['WHY_MISSING', 'HOW_MISSING', 'WHO_MISSING', 'DATE_MISSING']],
    ['remove', { ...removal, why: 'DIED' }, ['WHY_MISSING']],
    ['remove', { ...removal, why: 'NOT_REACHED' }, Object.keys(gateFaultWords).filter((code) => /MISSING/.test(code))],
    ['remove', { ...removal, ...gateFields, why: 'NOT_REACHED', 'tried-LETTER': '' }, ['CHANNELS_MISSING']],
  ] as const)(
    '%s that cannot be read says what is wrong and changes nothing (malformed): %o',
    async (action, fields, faults) => {
      const { change, read } = await lists(waiting);
      const before = await read(1);
      const { answer } = await change(1, action, fields);
      expect(answer.status).toBe(422);
      const said: Readonly<Record<string, unknown>> = { ...placeFaultWords, ...gateFaultWords };
      for (const fault of faults) expect(answer.body).toContain(said[fault]);
      expect(await read(1)).toEqual(before);
    },
  );

  it('by who comes too late is not made: they read who did what, and keep their words', async () => {
    const { change, read, manager } = await lists(waiting);
    const { send } = await change(1, 'hold', { reason: ' ' });
    await change(1, 'band', { band: '3' });
    const late = await send();
    expect(late.status).toBe(422);
    const typed = { csrf: '', reason: 'They move house' };
    const form = await manager.get(`${placeOf(1)}/hold`);
    const csrf = /name="csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    const answer = await manager.post(`${placeOf(1)}/hold`, { ...typed, csrf, seen: 'an earlier one' });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain(eventInWords('BAND_CHANGED'));
    expect(answer.body).toContain('They move house');
    expect((await read(1)).list?.hold).toBeUndefined();
  });

  it('on a child who has left is not made: the page says who took them off (late)', async () => {
    const { change, manager } = await lists(waiting);
    const form = await manager.get(`${placeOf(1)}/hold`);
    const own = { csrf: /name="csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '', seen: 'x' };
    await change(1, 'remove', removal);
    const answer = await manager.post(`${placeOf(1)}/hold`, { ...own, reason: 'As asked' });
    expect([answer.status, answer.headers.location?.endsWith(placeOf(1))]).toEqual([303, true]);
  });

  it('lets a child go whom no one could reach only through the gate, and shows who answers for it', async () => {
    const { change, read, manager } = await lists(waiting);
    const { answer } = await change(1, 'remove', { ...removal, ...gateFields, why: 'NOT_REACHED' });
    expect(answer.status).toBe(303);
    expect((await read(1)).history.map(({ event }) => event)).toContain('CLOSING_CHECKED');
    const { body } = await manager.get(placeOf(1));
    for (const said of [gateFields.safeguarding, gateFields.gateName, gateWords.met, gateWords.visitorTold])
      expect(body).toContain(said);
    expect(body).toContain(`${gateWords.tried}: by phone, by letter`);
  });

  it('says all that is missing at once, the gate too, in the order of the form (malformed)', async () => {
    const { change } = await lists(waiting);
    const { answer } = await change(1, 'remove', { why: 'NOT_REACHED', reason: ' ' });
    const [, summary = ''] = /error-summary__list">([\s\S]*?)<\/ul>/.exec(answer.body) ?? [];
    const said = [...summary.matchAll(/href="#([\w-]+)"/g)].map(([, path]) => path);
    const gate = ['channels', 'met', 'referrerTold', 'visitorTold', 'safeguarding', 'gateName'];
    expect(said).toEqual(['how', 'on-day', 'who', ...gate, 'reason']);
  });

  it('to another list shows the assessment that is booked, and says so where it is pressed over (late)', async () => {
    const { change, manager, read, stores } = await lists(waiting);
    const by = { kind: 'MACHINE' } as const;
    const visit = { on: '2026-10-13', at: '10:00', person: 'kim', where: '', seen: 0, by };
    const moment = { now: '2026-09-24T09:00:00.000Z', policyVersion: 1 };
    const theCase = await read(1);
    const booked = assessmentBooked(theCase, moment, visit, defaultPolicy);
    if (!('refused' in booked)) await stores.cases.saveCase({ ...booked, version: theCase.version + 1 });
    const form = await manager.get(`${placeOf(1)}/move`);
    for (const said of ['13 October 2026', placeWords.fits, placeWords.assessmentLink])
      expect(form.body).toContain(said);
    const frome = { pathway: 'INITIAL_ASSESSMENT', locality: 'Frome' };
    const { answer } = await change(1, 'move', frome);
    expect([answer.status, answer.body.includes(placeWords.notMoved.BOOKED)]).toEqual([409, true]);
    const { answer: fits } = await change(1, 'move', { ...frome, booking: '1' });
    expect([fits.status, (await read(1)).list?.locality]).toEqual([303, 'Frome']);
  });

  it('to another list has no form while an offer is open, and the family is told what their own page says', async () => {
    const { manager } = await offeredTo(1);
    const { body } = await manager.get(`${placeOf(1)}/move`);
    expect([body.includes(placeWords.offerOpen), body.includes('name="pathway"')]).toEqual([true, false]);
    const place = await manager.get(placeOf(1));
    expect(place.body).toContain(supportForFamily('OFFERED'));
    expect(place.body).not.toContain('Your child is 2nd of 2');
  });

  it('of a kind that there is not is not found (hostile)', async () => {
    const { manager } = await lists(waiting);
    expect((await manager.get(`${placeOf(1)}/erase`)).status).toBe(404);
  });
});
