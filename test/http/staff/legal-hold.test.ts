import { describe, expect, it } from 'vitest';
import { CHILD_HAS_DIED } from '#domain/case/death.ts';
import { brokenAt } from '#domain/process/history.ts';
import { legalHoldAt } from '#web/staff/legal-hold/address.ts';
import { legalHoldFaultWords, legalHoldLiftFaultWords, legalHoldWords as words } from '#web/staff/legal-hold/words.ts';
import { recordAt } from '#web/staff/records/address.ts';
import { hidden } from '../browser.ts';
import { childOf } from './lists-world.ts';
import { visiting } from './visiting-world.ts';

const REFERENCE = childOf(0);
const AT = legalHoldAt(REFERENCE);
const WHY = 'Inquest, coroner’s reference 1234';

/** A child whom Kim visits, and a service manager who may hold the record. */
async function holding() {
  const world = await visiting();
  const { manager } = world;
  const fields = async () => {
    const page = await manager.get(AT);
    return { csrf: hidden(page, 'csrf'), seen: hidden(page, 'seen') };
  };
  const set = async (reason = WHY) => manager.post(AT, { ...(await fields()), reason });
  const lift = async (liftReason: string) => manager.post(`${AT}/lift`, { ...(await fields()), liftReason });
  const theCase = () => world.read(0);
  return { ...world, fields, set, lift, theCase };
}

describe('a legal hold', () => {
  it('is set by a service manager with a reason, from the record, where it then stands', async () => {
    const { manager, set, theCase } = await holding();
    expect((await manager.get(recordAt(REFERENCE))).body).toContain(`href="${AT}"`);
    const { status, body } = await set();
    expect([status, body.includes(words.done), body.includes(WHY)]).toEqual([200, true, true]);
    expect((await manager.get(recordAt(REFERENCE))).body).toContain(words.standing);
    const { legalHold, history } = await theCase();
    expect(legalHold).toMatchObject({ reason: WHY, by: { kind: 'PERSON' } });
    expect(history.at(-1)).toMatchObject({ event: 'LEGAL_HOLD_SET', text: WHY, by: { kind: 'PERSON' } });
    expect(brokenAt(history)).toBeUndefined();
  });

  it('is lifted with a reason alone, which stays in the history', async () => {
    const { manager, set, lift, theCase } = await holding();
    await set();
    const without = await lift(' ');
    expect([without.status, without.body.includes(legalHoldLiftFaultWords.REASON_MISSING)]).toEqual([422, true]);
    expect((await lift('The inquest has ended')).body).toContain(words.lifted);
    const { legalHold, history } = await theCase();
    expect([legalHold, history.at(-1)?.text]).toEqual([undefined, 'The inquest has ended']);
    expect((await manager.get(recordAt(REFERENCE))).body).not.toContain(words.standing);
  });

  it('asks why, and holds nothing before (half-finished)', async () => {
    const { set, theCase } = await holding();
    const { status, body } = await set('');
    expect([status, body.includes(legalHoldFaultWords.REASON_MISSING)]).toEqual([422, true]);
    expect((await theCase()).legalHold).toBeUndefined();
  });

  it('is set once by a form that is sent twice, and no old form lifts a newer hold (twice, late)', async () => {
    const { manager, fields, set, theCase } = await holding();
    const before = await fields();
    await set();
    expect((await manager.post(AT, { ...before, reason: WHY })).status).toBe(409);
    expect((await manager.post(`${AT}/lift`, { ...before, liftReason: 'Old' })).status).toBe(409);
    const { legalHold, history } = await theCase();
    expect(legalHold?.reason).toBe(WHY);
    expect(history.filter(({ event }) => event === 'LEGAL_HOLD_SET')).toHaveLength(1);
  });

  it('is no page of a practitioner, and there is none of an unknown reference', async () => {
    const { kim, manager } = await holding();
    expect([(await kim.get(AT)).status, (await manager.get(legalHoldAt(childOf(7)))).status]).toEqual([403, 404]);
  });

  it('of a child who has died is the service’s, and a service manager can lift that too', async () => {
    const { manager, deps, lift, theCase } = await holding();
    await deps.recordDeath({ reference: REFERENCE, by: { kind: 'MACHINE' } });
    expect((await theCase()).legalHold?.why).toBe(CHILD_HAS_DIED);
    expect((await manager.get(AT)).body).toContain('because the child has died');
    await lift('Everyone was told, and nothing is open');
    expect((await theCase()).legalHold).toBeUndefined();
  });

  it('that someone set stays with its reason when a death is recorded and undone', async () => {
    const { deps, set, theCase } = await holding();
    await set();
    const by = { kind: 'MACHINE' } as const;
    await deps.recordDeath({ reference: REFERENCE, by });
    expect((await theCase()).legalHold?.reason).toBe(WHY);
    await deps.undoDeath({ reference: REFERENCE, by, reason: 'Another child' });
    expect((await theCase()).legalHold?.reason).toBe(WHY);
  });
});
