import { describe, expect, it } from 'vitest';
import { readFamily } from '#application/read-family.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { wayTo } from '#domain/safe-contact/way-to.ts';
import { mayHearFaultWords, responsibilityWords } from '#web/staff/responsibility/words.ts';
import { reference } from '../records.ts';
import { safeWorld } from './safe-world.ts';

const family = {
  parents: [
    { name: 'Ada Mother', email: 'ada@example.org', address: '1 Example Road' },
    { name: 'Fay Carer', email: 'fay@example.org' },
  ],
};
const council = { agreedName: 'Cal Council', agreedRole: 'Social worker' };
const told = { ...council, 'told-0': 'yes', hearReason: 'The care order' };
const holds = { parent: '0', holds: 'YES', mayEmail: 'yes', reason: 'The care order' };

const lookedAfter = () => safeWorld(family, { socialCare: { status: 'LOOKED_AFTER' } });
const ways = async ({ stores, deps, theCase }: Awaited<ReturnType<typeof safeWorld>>) => {
  const stored = await stores.referrals.readReferral(reference);
  const facts = await readFamily(deps, await theCase(), addresseesOf(stored?.body));
  return [wayTo(0, 'EMAIL', facts), wayTo(0, 'POST', facts)];
};

describe('of a child whom the council looks after', () => {
  it('the page says what is to be recorded', async () => {
    const { using, task } = await lookedAfter();
    expect((await using.get(`${task}/responsibility`)).body).toContain(responsibilityWords.othersDecide);
  });

  it('no email and no letter goes before both parts are recorded, in either order', async () => {
    const held = { forAPerson: 'LOOKED_AFTER' };
    const open = [{ address: 'ada@example.org' }, { address: '1 Example Road' }];
    for (const isFirst of [true, false]) {
      const world = await lookedAfter();
      const responsibility = () => world.using.post(`${world.task}/responsibility`, { ...world.own, ...holds });
      expect(await ways(world)).toEqual([held, held]);
      await (isFirst ? world.mayHear(told) : responsibility());
      expect(await ways(world)).toEqual([held, held]);
      await (isFirst ? responsibility() : world.mayHear(told));
      expect(await ways(world)).toEqual(open);
    }
  });
});

describe('who agreed and who may be told', () => {
  it('is recorded with someone whom the referral does not name, and stands on the record', async () => {
    const { mayHear, theCase, using, task } = await safeWorld(family);
    const { status } = await mayHear({ ...told, toldName: 'Fern Foster', toldRole: 'Foster carer' });
    expect(status).toBe(200);
    expect((await theCase()).mayHear).toMatchObject([
      {
        agreed: [{ name: 'Cal Council', role: 'Social worker' }],
        told: [{ place: 0 }, { name: 'Fern Foster', role: 'Foster carer' }],
      },
    ]);
    const { body } = await using.get(task);
    expect(body).toContain(`${responsibilityWords.whoAgreed}: Cal Council, Social worker`);
    expect(body).toContain(`${responsibilityWords.whoMayHear}: Ada Mother; Fern Foster, Foster carer`);
  });

  it('leaves out no one by accident: what was typed is kept when something is missing', async () => {
    const { mayHear, theCase } = await safeWorld(family);
    const { status, body } = await mayHear({ ...told, agreedRole: '' });
    expect([status, body.includes(mayHearFaultWords.ROLE_MISSING)]).toEqual([422, true]);
    for (const kept of ['value="Cal Council"', 'The care order']) expect(body).toContain(kept);
    expect(body).toMatch(/name="told-0" value="yes" id="told" checked/);
    expect((await theCase()).mayHear).toBeUndefined();
  });

  it.each([
    ['who agreed', { agreedName: '', agreedRole: '' }, mayHearFaultWords.AGREED_MISSING],
    ['adults of this referral (hostile)', { 'told-7': 'yes' }, mayHearFaultWords.TOLD_MISSING],
    ['a name for a role', { toldRole: 'Foster carer' }, mayHearFaultWords.NAME_MISSING],
    ['how we know', { hearReason: '' }, mayHearFaultWords.REASON_MISSING],
  ])('is asked again without %s', async (_what, changes, words) => {
    const { mayHear, theCase } = await safeWorld(family);
    const { status, body } = await mayHear({ ...told, ...changes });
    expect([status, body.includes(words)]).toEqual([422, true]);
    expect((await theCase()).mayHear).toBeUndefined();
  });
});
