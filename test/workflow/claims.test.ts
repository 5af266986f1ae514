import { expect, test } from 'vitest';
import * as z from 'zod';
import { memoryTable } from '#adapters/memory/table.ts';
import { claimKey as keyOfClaim } from '#adapters/records/keys.ts';
import { storesOver } from '#adapters/records/stores.ts';
import { keyedHash } from '#domain/values/hash.ts';
import { bodyOf } from '#test/cases.ts';
import { testRandom } from '#test/http/doubles.ts';
import { otherReference } from '#test/http/records.ts';
import { claimKey, instance } from './instance.ts';
import { caseOf, decideForGood, refer } from './road.ts';

const childSchema = z.looseObject({ child: z.looseObject({ dob: z.string() }) });
const nhsNumber = '9990000018';

/** A service whose claims can be damaged, and one child who is referred to it as often as asked. */
async function service() {
  const table = memoryTable(false);
  const one = instance({ stores: storesOver(table, testRandom()) });
  const { child, ...rest } = childSchema.parse(bodyOf('C01', ['a-document']));
  one.evidence.upload('caller-1', 'a-document');
  const hash = keyedHash(await claimKey(), `${nhsNumber}|${child.dob}`);
  const claim = keyOfClaim(hash);
  return {
    ...{ table, one, claim },
    holder: async () => (await table.get(claim.pk, claim.sk))?.reference,
    refer: async (key: string) => {
      const body = { ...rest, child: { ...child, nhsNumber }, home: { address: '1 Example Road' } };
      const result = await one.submit({ caller: 'caller-1', idempotencyKey: `the-key-${key}`, body });
      if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
      await one.drain();
      return result.reference;
    },
  };
}

const shown = async (one: ReturnType<typeof instance>, reference: string) => (await caseOf(one, reference)).shown;

test('a claim whose case is gone is taken over by the next referral of the child, and holds no one up', async () => {
  const { table, one, claim, holder, refer } = await service();
  await table.put({ ...claim, reference: otherReference });
  const reference = await refer('first');
  expect([await shown(one, reference), await holder()]).toEqual(['IN_TRIAGE', reference]);
});

test('a claim whose case has ended is taken over as well', async () => {
  const { one, holder, refer } = await service();
  const first = await refer('first');
  await decideForGood(one, first, 'DECLINE');
  await one.drain();
  const second = await refer('second');
  expect([await shown(one, second), await holder()]).toEqual(['IN_TRIAGE', second]);
});

test('a case that lost its claim: the next referral of the child is not held, and the team sees that both are alike', async () => {
  const { table, one, claim, holder, refer } = await service();
  const first = await refer('first');
  await table.remove(claim);
  const second = await refer('second');
  expect([await shown(one, first), await shown(one, second)]).toEqual(['IN_TRIAGE', 'IN_TRIAGE']);
  const { child = '' } = (await one.cases.readCheck(second, 1))?.likeness ?? {};
  expect((await one.matches.matchesOf(child)).toSorted()).toEqual([first, second].toSorted());
  // A third one is held again: the claim is back.
  expect([await holder(), await shown(one, await refer('third'))]).toEqual([second, 'HELD_AS_DUPLICATE']);
});

test('a claim that names the open case of another child has a person look, and the other goes on', async () => {
  const { table, one, claim, refer: referAgain } = await service();
  const other = await refer(one, 'C02');
  await table.put({ ...claim, reference: other });
  const reference = await referAgain('first');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'HELD_AS_DUPLICATE', duplicateOf: other });
  expect(await shown(one, other)).toBe('IN_TRIAGE');
});
