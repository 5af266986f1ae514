import { describe, expect, it } from 'vitest';
import { CHASE_WORKING_DAYS } from '#domain/case/shared.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { NEW_LINK } from '#web/access/dead-link.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { sharedWords, viewFaultWords, viewWords } from '#web/shared/words.ts';
import { jointWords } from '#web/staff/joint/words.ts';
import { hidden } from '../browser.ts';
import { agreement, child, decision, jointWorld, PHYSIO, SEND, view } from './joint-world.ts';

const DAY = 24 * 60;
/** The button of a dead link. */
const press = { [NEW_LINK.field]: 'yes' };

describe('a service that decides with us', () => {
  it('gets a link once the parents agree, and none before', async () => {
    const { mailsTo, agree } = await jointWorld();
    expect([...mailsTo(SEND.mailbox), ...mailsTo(PHYSIO.mailbox)]).toEqual([]);
    await agree();
    for (const { mailbox } of [SEND, PHYSIO]) {
      expect(mailsTo(mailbox)).toHaveLength(1);
      expect(mailsTo(mailbox)[0]?.text).not.toContain(referralExample.child.firstName);
    }
  });

  it('reads the referral, and says its view with a name and a role', async () => {
    const { agree, enterService, record, say, joint } = await jointWorld();
    await agree();
    const using = await enterService(PHYSIO);
    const page = await using.get(record);
    expect(page.body).toContain(sharedWords.agreedJoint);
    expect(page.body).not.toContain(sharedWords.agreed);
    expect((await joint())?.services.map(({ openedAt }) => openedAt !== undefined)).toEqual([false, true]);
    expect((await say(using)).status).toBe(303);
    const after = await using.get(record);
    expect(after.body).toContain(viewWords.thanks);
    expect(after.body).not.toContain(viewWords.button);
    expect((await joint())?.services[1]?.view).toMatchObject(view);
  });

  it('is told what is missing, and keeps what was typed (half-finished)', async () => {
    const { agree, enterService, say, joint } = await jointWorld();
    await agree();
    const answer = await say(await enterService(SEND), { what: '', reason: 'Not sure', name: '', role: 'Teacher' });
    expect(answer.status).toBe(422);
    for (const said of [viewFaultWords.VIEW_MISSING, viewFaultWords.NAME_MISSING, 'Not sure', 'value="Teacher"'])
      expect(answer.body).toContain(said);
    expect((await joint())?.services.map((one) => one.view)).toEqual([undefined, undefined]);
  });

  it('says its view once (twice), and never for the other (hostile)', async () => {
    const { agree, enterService, record, joint } = await jointWorld();
    await agree();
    const using = await enterService(SEND);
    const own = { csrf: hidden(await using.get(record), 'csrf'), ...view };
    expect((await using.post(`${record}/view`, { ...own, service: `SERVICE:${PHYSIO.code}` })).status).toBe(404);
    const mine = { ...own, service: `SERVICE:${SEND.code}` };
    await using.post(`${record}/view`, mine);
    expect((await using.post(`${record}/view`, { ...mine, what: 'TALK' })).status).toBe(303);
    expect((await using.post(`${record}/view`, { ...mine, csrf: 'forged' })).status).toBe(403);
    const [send, physio] = (await joint())?.services ?? [];
    expect([send?.view?.what, physio?.view]).toEqual(['AGREE', undefined]);
  });

  it('changes its view until the decision: both stand in the history, and the managers hear of it', async () => {
    const { agree, enterService, say, joint, follow, stores, mailsTo, clock } = await jointWorld();
    await agree();
    const physio = await enterService(PHYSIO);
    await say(await enterService(SEND));
    await say(physio);
    await follow();
    const before = mailsTo('manager@example.org').length;
    clock.advanceMinutes(1);
    const changed = { ...view, what: 'NOT_THIS_CHILD', reason: 'She is afraid of water now' };
    expect((await say(physio, changed)).status).toBe(303);
    await follow();
    expect((await joint())?.services[1]?.view).toMatchObject({ what: 'NOT_THIS_CHILD' });
    const history = (await stores.cases.readCase(child))?.history ?? [];
    expect(history.flatMap((one) => (one.event === 'JOINT_VIEW_GIVEN' ? [one.text] : []))).toContain(changed.reason);
    expect(history.filter(({ event }) => event === 'JOINT_VIEW_GIVEN')).toHaveLength(3);
    expect(mailsTo('manager@example.org')).toHaveLength(before + 1);
  });

  it('that changed its view while the manager typed the decision has it refused, with what was typed (race)', async () => {
    const { agree, enterService, say, open, joint, clock } = await jointWorld();
    await agree();
    const physio = await enterService(PHYSIO);
    await say(await enterService(SEND));
    await say(physio);
    const form = await open();
    clock.advanceMinutes(1);
    await say(physio, { ...view, what: 'NOT_THIS_CHILD' });
    const refused = await form.decide(decision);
    expect([
      refused.status,
      refused.body.includes(jointWords.viewChanged),
      refused.body.includes(decision.reason),
    ]).toEqual([409, true, true]);
    expect((await joint())?.decision).toBeUndefined();
    expect((await (await open()).decide(decision)).status).toBe(303);
  });

  it('reads no place, number or typed word of a family whose contact is unsafe', async () => {
    const parents = [{ name: 'Ada Mother', phone: '01632 960101', safeContact: 'Ring the grandmother only' }];
    const { agree, enterService, record } = await jointWorld({ family: { parents } });
    await agree();
    const { body } = await (await enterService(PHYSIO)).get(record);
    for (const said of [sharedWords.hidden, viewWords.title]) expect(body).toContain(said);
    for (const kept of ['01632 960101', 'Ring the grandmother only']) expect(body).not.toContain(kept);
  });

  it('is reminded once, and the managers hear which answers are missing (late)', async () => {
    const { agree, enterService, say, follow, clock, mailsTo } = await jointWorld();
    await agree();
    await say(await enterService(SEND));
    const before = mailsTo('manager@example.org').length;
    clock.advanceMinutes((CHASE_WORKING_DAYS + 3) * DAY);
    for (const _time of [1, 2]) await follow();
    expect(mailsTo(PHYSIO.mailbox)).toHaveLength(2);
    expect(mailsTo('manager@example.org')).toHaveLength(before + 1);
    expect(mailsTo(SEND.mailbox).filter(({ text }) => text.includes('/shared/l/'))).toHaveLength(1);
  });

  it('opens nothing once it is decided, in a session or by the link, and hears that its link is closed', async () => {
    const { agree, enterService, say, open, record, newBrowser, tokenOf, mailsTo } = await jointWorld();
    await agree();
    const [send, physio] = [await enterService(SEND), await enterService(PHYSIO)];
    await say(send);
    await say(physio);
    expect((await (await open()).decide(decision)).status).toBe(303);
    expect((await physio.get(record)).status).toBe(404);
    expect((await newBrowser().get(`/shared/l/${tokenOf(SEND.mailbox)}`)).status).toBe(404);
    const last = mailsTo(PHYSIO.mailbox).at(-1)?.text ?? '';
    expect(last).toContain(child);
    expect(last).not.toContain('/shared/l/');
  });

  it('opens nothing once the parents no longer agree, by one press, and no new link brings it back (late)', async () => {
    const { agree, enterService, open, record, newBrowser, tokenOf, mailsTo } = await jointWorld();
    await agree();
    const using = await enterService(PHYSIO);
    const stale = hidden(await using.get(record), 'csrf');
    await (await open()).send({ change: 'STOP' });
    expect((await using.get(record)).status).toBe(404);
    const late = { csrf: stale, service: `SERVICE:${PHYSIO.code}`, ...view };
    expect((await using.post(`${record}/view`, late)).status).toBe(404);
    const before = mailsTo(PHYSIO.mailbox).length;
    await newBrowser().post(`/shared/l/${tokenOf(PHYSIO.mailbox)}`, press);
    expect(mailsTo(PHYSIO.mailbox)).toHaveLength(before);
  });

  it.each(['a case', 'a support'] as const)(
    'opens nothing once %s moved the child to another list, and hears so (late)',
    async (holder) => {
      const { agree, enterService, record, mailsTo, joint, follow, change, handOver } = await jointWorld();
      if (holder === 'a support') await handOver();
      await agree();
      const physio = await enterService(PHYSIO);
      expect((await physio.get(record)).status).toBe(200);
      await change(0, 'move', { pathway: 'PORTAGE_GROUP', locality: 'Taunton' });
      expect((await physio.get(record)).status).toBe(404);
      await follow();
      expect((await joint())?.ended?.why).toBe('LEFT');
      const last = mailsTo(PHYSIO.mailbox).at(-1)?.text ?? '';
      expect([last.includes('no longer waits'), last.includes('/shared/l/')]).toEqual([true, false]);
    },
  );

  it('gets a new link while the referral is shared, at its mailbox of today alone', async () => {
    const { agree, clock, deps, newBrowser, tokenOf, mailsTo } = await jointWorld();
    await agree();
    const token = tokenOf(PHYSIO.mailbox);
    clock.advanceMinutes(400 * DAY);
    expect((await newBrowser().get(`/shared/l/${token}`)).status).toBe(404);
    await newBrowser().post(`/shared/l/${token}`, press);
    expect(mailsTo(PHYSIO.mailbox)).toHaveLength(2);
    const moved = { change: 'SERVICE', ...PHYSIO, mailbox: 'moved@example.org', isOffered: false } as const;
    await deps.changeTeam(moved, MACHINE);
    clock.advanceMinutes(2 * DAY);
    await newBrowser().post(`/shared/l/${token}`, press);
    expect([mailsTo(PHYSIO.mailbox).length, mailsTo('moved@example.org').length]).toEqual([2, 0]);
  });

  it('is asked again after an agreement that follows a withdrawal', async () => {
    const { agree, open, mailsTo } = await jointWorld();
    await agree();
    await (await open()).send({ change: 'STOP' });
    await (await open()).send(agreement);
    expect(mailsTo(SEND.mailbox).filter(({ text }) => text.includes('/shared/l/'))).toHaveLength(2);
  });
});
