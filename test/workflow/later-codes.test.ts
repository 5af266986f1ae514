import { expect, test } from 'vitest';
import { holdsLater, LATER, writeCode } from '#test/kit/later-codes.ts';
import { LATER_VERSION } from '#test/kit/later-item.ts';
import { besideLater, driveAll, standings } from './later-drive.ts';
import { caseOf, decideForGood, refer } from './road.ts';

const concluding = /^(OUTCOME|NOT_ACCEPTED|RETURNED|REDIRECTED|OUT_OF_SCOPE|FAMILY_LETTER|TEAM_LISTED)/;

/** Notices that tell someone how a referral ended. */
async function concludedOf({ notices }: ReturnType<typeof besideLater>['one'], reference: string): Promise<number> {
  return (await notices.noticesOf(reference)).filter(({ kind }) => concluding.test(kind)).length;
}

/** Codes that stay whatever the case does next. */
const kept = ['machine', 'history.-1.by.kind', 'history.-1.by.of', 'history.-1.event', 'outbox'];
const values: Readonly<Record<string, unknown>> = {
  outbox: [{ kind: LATER }],
};
const rows = [
  ...Object.keys(standings).flatMap((standing) => kept.map((path) => [standing, path] as const)),
  ['received', 'next'],
  ['received', 'suspicion'],
  ['in triage', 'next'],
  ['in triage', 'task.kind'],
  ['in triage', 'askedAgain'],
  ['held as suspicious', 'next'],
  ['held as suspicious', 'task.kind'],
  ['asked of the referrer', 'next'],
  ['asked of the referrer', 'ask.why'],
  ['asked of the referrer', 'task.kind'],
  ['asked of the referrer', 'decisions.-1.kind'],
  ['answered', 'added.-1.type'],
  ['answered', 'answers.-1.evidence.-1.type'],
  ['decided', 'task.decision.outcome'],
  ['decided', 'task.decision.by.kind'],
  ['decided', 'task.kind'],
  ['listed', 'status'],
  ['listed', 'outcome'],
  ['listed', 'list.pathway'],
  ['listed', 'decisions.-1.outcome'],
] as const;

test.each(rows)('a case %s with a later code at %s passes every step and sweep unharmed', async (standing, path) => {
  const { one, table } = besideLater();
  const reference = (await standings[standing]?.(one)) ?? '';
  const before = await concludedOf(one, reference);
  await writeCode(table, { pk: `REF#${reference}`, sk: 'CASE' }, path, values[path]);
  expect(await driveAll(one, reference)).toEqual([]);
  expect(holdsLater(await table.get(`REF#${reference}`, 'CASE'))).toBe(true);
  expect(await concludedOf(one, reference)).toBe(before);
});

test.each(['kind', 'to', 'state'])(
  'a notice with a later code as its %s is neither sent nor given up',
  async (name) => {
    const { one, table } = besideLater();
    const reference = await refer(one, 'C01');
    const key = { pk: `REF#${reference}`, sk: 'NOTICE#ACKNOWLEDGEMENT-REFERRER' };
    if (name !== 'state') await writeCode(table, key, 'state', 'CLAIMED');
    const stored = await table.get(key.pk, key.sk);
    await table.put({ ...stored, ...key, dueKey: 'NOTICE', dueAt: one.clock.now() });
    await writeCode(table, key, name);
    const mailed = one.mail.length;
    for (let time = 0; time < 5; time += 1) {
      one.clock.advanceMinutes(61);
      await one.sweep();
    }
    expect(await table.get(key.pk, key.sk)).toMatchObject({ attempts: 1, [name]: LATER });
    expect(one.mail.slice(mailed)).toEqual([]);
  },
);

/** A referral that functions of a later release have accepted, its body changed by this. */
async function acceptedLater(change: (body: Record<string, unknown>) => object, v = LATER_VERSION) {
  const { one, table } = besideLater((item) => {
    return { ...item, v, body: JSON.stringify(change(JSON.parse(String(item.body)))) };
  });
  const reference = (await standings.received?.(one)) ?? '';
  const key = { pk: `REF#${reference}`, sk: 'REFERRAL' };
  await one.drain();
  return { one, table, reference, key };
}

test('a referral with fields of a later release is checked, decided and listed, and keeps them', async () => {
  const { one, table, reference, key } = await acceptedLater((body) => ({
    ...body,
    later: LATER,
    child: { ...Object(body.child), later: { code: LATER } },
  }));
  await decideForGood(one, reference, 'INVITE_GROUP');
  expect((await caseOf(one, reference)).shown).toBe('ON_WAITING_LIST');
  expect(String((await table.get(key.pk, key.sk))?.body).split(LATER)).toHaveLength(3);
});

test('one with evidence of a type that only a later release knows waits for its functions, and is never returned', async () => {
  const evidence = [{ type: LATER, title: 'A film', evidenceId: 'evidence-1' }];
  const { one, reference } = await acceptedLater((body) => ({ ...body, evidence }));
  expect(await driveAll(one, reference)).toEqual([]);
  const theCase = await caseOf(one, reference);
  expect(theCase).toMatchObject({ status: 'RECEIVED', next: 'VALIDATE', outcome: null, checks: 0 });
  const parkings = theCase.history.filter((event) => event.event === 'PARKED');
  expect(parkings[0]).toMatchObject({ why: 'DEFINITION_TOO_OLD' });
  expect(one.mail).toEqual([]);
});
