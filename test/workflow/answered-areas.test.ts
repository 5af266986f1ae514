import { describe, expect, test } from 'vitest';
import { referrerActor } from '#domain/people/actor.ts';
import { instance } from './instance.ts';
import { caseOf, decideForGood, refer } from './road.ts';

type Instance = ReturnType<typeof instance>;

const area = (name: 'locomotor' | 'manipulative' | 'visual' | 'cognitive', developmentalAgeMonths: number) => ({
  area: name,
  developmentalAgeMonths,
  tool: 'SOGS',
  assessedOn: '2026-10-01',
});

/** The team asks for more, and this comes eleven days later. */
async function answered(areas: readonly ReturnType<typeof area>[], more: { text?: string } = {}) {
  const one = instance({ at: '2026-09-24T08:00:00.000Z' });
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'REQUEST_INFORMATION');
  one.clock.advanceMinutes(11 * 24 * 60);
  await answer(one, reference, areas, more.text);
  return { one, reference };
}

async function answer(one: Instance, reference: string, areas: readonly ReturnType<typeof area>[], text = '') {
  const taskId = (await caseOf(one, reference)).task?.id ?? 'none';
  const result = await one.answer({ reference, taskId, by: referrerActor(), text, evidence: [], areas: [...areas] });
  await one.sweep();
  return result;
}

const checkOf = async (one: Instance, reference: string) =>
  one.cases.readCheck(reference, (await caseOf(one, reference)).checks);

const locomotorIn = (check: Awaited<ReturnType<typeof checkOf>>) =>
  [check?.computed.areas].flat().filter((one) => JSON.stringify(one).includes('"locomotor"'));

describe('ages that a referrer answers', () => {
  test('are checked with the referral, each at the age on its own day, and people decide', async () => {
    const { one, reference } = await answered([area('locomotor', 20)]);
    const theCase = await caseOf(one, reference);
    expect(theCase).toMatchObject({ shown: 'IN_TRIAGE', askedAgain: 'ANSWERED', checks: 2, ask: expect.anything() });
    expect(locomotorIn(await checkOf(one, reference))).toEqual([
      expect.objectContaining({ developmentalAgeMonths: 20, chronologicalAgeMonths: 24.7, meets: false }),
    ]);
  });

  test('leave the referral as it was sent', async () => {
    const { one, reference } = await answered([area('locomotor', 20)]);
    const sent = JSON.stringify((await one.referrals.readReferral(reference))?.body);
    expect(sent).toContain('"area":"locomotor","developmentalAgeMonths":12');
    expect(sent).not.toContain('2026-10-01');
  });

  test('stand in the answer with its day, and the newest of each area counts (twice)', async () => {
    const { one, reference } = await answered([area('locomotor', 20), area('visual', 9)]);
    await decideForGood(one, reference, 'REQUEST_INFORMATION');
    await answer(one, reference, [area('locomotor', 11), area('cognitive', 10)]);
    const { answers, newestAreas = [] } = await caseOf(one, reference);
    expect(answers.map(({ areas }) => areas?.map(({ developmentalAgeMonths }) => developmentalAgeMonths))).toEqual([
      [20, 9],
      [11, 10],
    ]);
    expect(newestAreas.map((newest) => [newest.area, newest.developmentalAgeMonths])).toEqual([
      ['visual', 9],
      ['locomotor', 11],
      ['cognitive', 10],
    ]);
    expect(locomotorIn(await checkOf(one, reference))).toMatchObject([{ developmentalAgeMonths: 11, meets: true }]);
  });

  test('never end or hold a referral that people have begun to look at, whatever the rules say then', async () => {
    const { one, reference } = await answered(
      (['locomotor', 'manipulative', 'visual', 'cognitive'] as const).map((name) => area(name, 30)),
    );
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', outcome: null });
  });

  test('are kept once where the same form is sent twice', async () => {
    const one = instance({ at: '2026-09-24T08:00:00.000Z' });
    const reference = await refer(one, 'C01');
    await decideForGood(one, reference, 'REQUEST_INFORMATION');
    one.clock.advanceMinutes(11 * 24 * 60);
    const taskId = (await caseOf(one, reference)).task?.id ?? 'none';
    const command = {
      ...{ reference, taskId, by: referrerActor(), text: 'As asked', evidence: [] },
      areas: [area('locomotor', 20)],
    };
    expect([await one.answer(command), await one.answer(command)]).toEqual([
      { kind: 'ANSWERED' },
      { kind: 'ANSWERED' },
    ]);
    expect((await caseOf(one, reference)).answers).toHaveLength(1);
  });
});

test('words alone are checked again too, as of the day of the referral', async () => {
  const { one, reference } = await answered([], { text: 'She plays alone' });
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', checks: 2 });
  const [first, again] = await Promise.all([one.cases.readCheck(reference, 1), one.cases.readCheck(reference, 2)]);
  expect(again?.computed).toEqual(first?.computed);
});
