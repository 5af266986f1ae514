import { expect, it } from 'vitest';
import { keyedHash } from '#domain/values/hash.ts';
import { bodyOf, workedCase } from '#test/cases.ts';
import { testMailboxKey } from '#test/http/doubles.ts';
import { type Fault, instance } from './instance.ts';
import { decideForGood } from './road.ts';

const REFERRER = 'referrer01@example.org';
const TEAM = 'hv-team@example.org';

/** A referral by both mailboxes, as far as its workflow can go, and what each mailbox finds. */
async function referred({ isSuspect = false, fault }: { isSuspect?: boolean; fault?: Fault } = {}) {
  const one = instance(fault ? { fault } : {});
  one.evidence.upload('form', 'evidence-1');
  const body = bodyOf('C01', ['evidence-1']);
  const referrer = { ...Object(workedCase('C01').referrer), email: REFERRER, teamEmail: TEAM };
  const given = { caller: 'form', idempotencyKey: 'draft-1-1', body: { ...body, referrer }, isSuspect };
  const result = await one.submit(given);
  if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
  await one.drain();
  const listOf = async (mailbox: string) => {
    const { rows } = await one.listFollowed({ mailbox, show: 'ALL' });
    return rows.map(({ theCase }) => theCase.reference);
  };
  const hash = keyedHash(await testMailboxKey(), REFERRER);
  return { one, reference: result.reference, listOf, stored: () => one.followed.followedBy(hash, 10) };
}

it('finds a referral by the mailbox of its referrer and of their team once its workflow has begun', async () => {
  const { one, reference, listOf } = await referred();
  for (const mailbox of [REFERRER, TEAM]) {
    expect(await listOf(mailbox)).toEqual([reference]);
    expect(await one.hasReferrals(mailbox)).toBe(true);
  }
  expect(await listOf('someone@example.org')).toEqual([]);
  expect(await one.hasReferrals('someone@example.org')).toBe(false);
});

it('notes it once, however often the first step runs (twice), and without an address', async () => {
  const { one, reference, stored } = await referred();
  await one.invoke('validate-referral', { referralId: reference });
  expect(await stored()).toMatchObject([{ reference }]);
  expect(JSON.stringify(await stored())).not.toMatch(/@|example/);
});

it('notes it in the next try where the first step died (a crash)', async () => {
  let deaths = 0;
  const fault: Fault = (name) => {
    if (name !== 'validate-referral' || deaths > 0) return undefined;
    deaths += 1;
    return new Error('died');
  };
  const { one, reference, listOf } = await referred({ fault });
  one.clock.advanceMinutes(1);
  await one.drain();
  expect([deaths, await listOf(TEAM)]).toEqual([1, [reference]]);
});

it('writes to no mailbox on account of a suspicious referral until a person has cleared it', async () => {
  const { one, reference, listOf } = await referred({ isSuspect: true });
  expect([await listOf(REFERRER), await one.hasReferrals(REFERRER)]).toEqual([[reference], false]);
  await decideForGood(one, reference, 'GENUINE_REFERRAL');
  expect([await listOf(REFERRER), await one.hasReferrals(REFERRER)]).toEqual([[reference], true]);
});
