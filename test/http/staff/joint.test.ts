import { describe, expect, it } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { dayFaultWords } from '#web/components/entered-on.ts';
import {
  jointAgreedFaultWords,
  jointDecidedFaultWords,
  viewInWords,
  jointWords as words,
} from '#web/staff/joint/words.ts';
import { listAt } from '#web/staff/lists/address.ts';
import { listsWords } from '#web/staff/lists/words.ts';
import { offersWords, passedOverWords } from '#web/staff/offers/words.ts';
import { nextStepWords } from '#web/staff/records/words.ts';
import { SERVICES_AT } from '#web/staff/settings/services/page.ts';
import { serviceWords } from '#web/staff/settings/services/words.ts';
import { hidden } from '../browser.ts';
import { agreement, at, child, decision, jointWorld, PHYSIO, SEND, view } from '../shared/joint-world.ts';

const to = (code: string, field: string) => `${field}-SERVICE-${code}`;

/** The same with one place in a group for Little Treasures in Taunton. */
async function withGroup() {
  const world = await jointWorld();
  const group = { change: 'GROUP', id: 'g1', pathway: 'LITTLE_TREASURES', name: 'Splash', places: '1' } as const;
  const where = { locality: 'Taunton', venue: 'Example Hall', access: 'Ramp', day: 'MONDAY', at: '10:00' } as const;
  await world.deps.changeCapacity({ ...group, ...where, ends: '11:30', from: '2026-09-28', until: '' }, MACHINE);
  return world;
}

describe('the agreement of the parents', () => {
  it('is recorded with who, how and when, by a triager too, and shares the referral', async () => {
    const { enter, open, joint, manager } = await jointWorld();
    expect((await manager.get(`/staff/records/${child}`)).body).toContain(nextStepWords.jointToAgree);
    const triager = await enter('triage-1@example.org');
    const { page, send } = await open(triager);
    for (const said of [words.agreeLead, SEND.name, PHYSIO.name]) expect(page.body).toContain(said);
    expect((await send(agreement)).location).toBe(`${at}?done=yes`);
    expect(await joint()).toMatchObject({ agreed: { place: 0, how: 'PHONE', on: '2026-09-24' } });
    const after = (await open(triager)).page.body;
    expect([after.includes(words.managerOnly), after.includes(words.notOpened)]).toEqual([true, true]);
    expect((await manager.get(`/staff/records/${child}`)).body).toContain(nextStepWords.jointWaits(2));
  });

  it('shares nothing without who, how and when, each named at its question (half-finished)', async () => {
    const { open, joint, mailsTo } = await jointWorld();
    const { send } = await open();
    const answer = await send({ change: 'AGREE', who: 'OTHER', role: 'Social worker' });
    expect(answer.status).toBe(422);
    for (const code of ['NAME_MISSING', 'HOW_MISSING', 'DATE_MISSING'] as const)
      expect(answer.body).toContain(jointAgreedFaultWords[code]);
    expect(answer.body).toContain('value="Social worker"');
    expect([await joint(), mailsTo(SEND.mailbox)]).toEqual([undefined, []]);
  });

  it.each([
    [
      'someone without parental responsibility',
      { parents: [{ ...referralExample.family.parents[0], parentalResponsibility: false }] },
      {},
      'NO_RESPONSIBILITY',
    ],
    [
      'a parent alone where the council looks after the child',
      {},
      { socialCare: { status: 'CHILD_LOOKED_AFTER' } },
      'OTHERS_DECIDE',
    ],
  ] as const)('is not taken from %s (hostile)', async (_who, family, more, code) => {
    const { open, joint } = await jointWorld({ family: { ...referralExample.family, ...family }, ...more });
    const answer = await (await open()).send(agreement);
    expect([answer.status, answer.body.includes(`${jointAgreedFaultWords[code]}`)]).toEqual([422, true]);
    expect(await joint()).toBeUndefined();
  });

  it('is not taken for a day to come, nor for a parent who is not there (malformed)', async () => {
    const { open } = await jointWorld();
    const { send } = await open();
    const late = await send({ ...agreement, 'on-year': '2027' });
    expect(late.body).toContain(dayFaultWords.DATE_IN_FUTURE);
    expect((await send({ ...agreement, who: '9' })).body).toContain(jointAgreedFaultWords.WHO_MISSING);
  });

  it.each([
    ['none', []],
    ['one', [SEND]],
  ])('needs two services in the settings: %s of them is too few (half-finished)', async (_how, set) => {
    const { open, joint } = await jointWorld({}, set);
    const { page, send } = await open();
    expect(page.body).toContain(words.noServices);
    expect(page.body).not.toContain(words.agreeButton);
    const refused = await send(agreement);
    expect([refused.status, refused.body.includes(words.noServices)]).toEqual([409, true]);
    expect(await joint()).toBeUndefined();
  });

  it('is to the services that a manager marks in the settings', async () => {
    const { open, manager, deps } = await jointWorld({}, []);
    const page = await manager.get(SERVICES_AT);
    const own = { csrf: hidden(page, 'csrf'), version: hidden(page, 'version') };
    await manager.post(SERVICES_AT, { ...own, name: SEND.name, mailbox: SEND.mailbox, decides: 'YES' });
    expect((await manager.get(SERVICES_AT)).body).toContain(serviceWords.line(SEND.mailbox, false, true));
    expect((await (await open()).page).body).toContain(SEND.name);
    const version = hidden(await manager.get(SERVICES_AT), 'version');
    await manager.post(SERVICES_AT, { ...own, version, code: SEND.code, name: SEND.name, mailbox: SEND.mailbox });
    expect((await deps.readTeam()).services?.[0]).not.toHaveProperty('decides');
  });

  it('is no longer there after one press, which is said; a second changes nothing (twice)', async () => {
    const { agree, open, joint } = await jointWorld();
    await agree();
    const { send } = await open();
    expect((await send({ change: 'STOP' })).location).toBe(`${at}?done=yes`);
    expect((await send({ change: 'STOP' })).location).toBe(`${at}?done=no`);
    expect((await joint())?.ended?.why).toBe('WITHDRAWN');
    expect((await open()).page.body).toContain(words.again);
  });
});

describe('the decision with other services', () => {
  it('shows what each service says, and is recorded by the manager with a reason and who took part', async () => {
    const { agree, enterService, say, open, joint } = await jointWorld();
    await agree();
    await say(await enterService(SEND), { ...view, what: 'TALK', reason: 'We know her from nursery' });
    await say(await enterService(PHYSIO));
    const { page, decide } = await open();
    for (const said of [viewInWords('TALK'), 'We know her from nursery', viewInWords('AGREE'), view.name])
      expect(page.body).toContain(said);
    expect((await decide(decision)).location).toBe(`${at}?done=yes`);
    expect(await joint()).toMatchObject({ decision: { isYes: true, took: decision.took }, ended: { why: 'DECIDED' } });
    expect((await decide({ ...decision, isYes: 'NO' })).location).toBe(`${at}?done=no`);
    expect((await joint())?.decision?.isYes).toBe(true);
  });

  it('goes on without a service only with a name from it and what was said on the phone', async () => {
    const { agree, enterService, say, open, joint } = await jointWorld();
    await agree();
    await say(await enterService(SEND));
    const { decide } = await open();
    const refused = await decide(decision);
    expect(refused.status).toBe(422);
    for (const said of [jointDecidedFaultWords.PHONED_MISSING, jointDecidedFaultWords.SAID_MISSING, decision.took])
      expect(refused.body).toContain(said);
    const phone = { [to(PHYSIO.code, 'name')]: 'Lee Ash', [to(PHYSIO.code, 'said')]: 'She agrees' };
    expect((await decide({ ...decision, ...phone })).status).toBe(303);
    expect((await joint())?.services[1]?.phoned).toMatchObject({ name: 'Lee Ash', said: 'She agrees' });
  });

  it('is recorded by no triager (hostile), and not before the parents agree (out of order)', async () => {
    const { agree, enter, open, joint } = await jointWorld();
    const early = await (await open()).decide(decision);
    expect([early.location, await joint()]).toEqual([`${at}?done=no`, undefined]);
    await agree();
    const { decide } = await open(await enter('triage-1@example.org'));
    await decide(decision);
    expect((await joint())?.decision).toBeUndefined();
  });
});

describe('a place in Little Treasures', () => {
  it('passes over a child of whom nothing is decided, and says so on the offers and on the list', async () => {
    const { manager } = await withGroup();
    const { body } = await manager.get('/staff/offers/g1-1');
    expect([body.includes(passedOverWords.NOT_DECIDED_JOINTLY), body.includes(offersWords.noNext)]).toEqual([
      true,
      true,
    ]);
    expect((await manager.get(listAt({ pathway: 'LITTLE_TREASURES', locality: 'Taunton' }))).body).toContain(
      listsWords.joint,
    );
  });

  it('goes to the child after a yes, and to no one after a no', async () => {
    const phone = Object.fromEntries(
      [SEND, PHYSIO].flatMap(({ code }) => [
        [to(code, 'name'), 'Lee Ash'],
        [to(code, 'said'), 'She agrees'],
      ]),
    );
    const { agree, open, manager, stores } = await withGroup();
    await agree();
    await (await open()).decide({ ...decision, ...phone, isYes: 'NO' });
    expect((await manager.get('/staff/offers/g1-1')).body).toContain(passedOverWords.NOT_DECIDED_JOINTLY);
    await agree();
    await (await open()).decide({ ...decision, ...phone });
    const form = await manager.get('/staff/offers/g1-1');
    const fields = { csrf: hidden(form, 'csrf'), reference: hidden(form, 'reference'), offer: hidden(form, 'offer') };
    expect((await manager.post('/staff/offers/g1-1', fields)).status).toBe(303);
    expect((await stores.supports.readSupport(child))?.offers).toHaveLength(1);
  });
});
