import { expect, test } from 'vitest';
import { lookAtLists } from '#application/lists/look-at-lists.ts';
import { tellReferrers } from '#application/lists/tell-referrers.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { bodyOf, workedCase } from '#test/cases.ts';
import { testConfig } from '#test/http/service-config.ts';
import { instance } from './instance.ts';
import { caseOf, decideForGood } from './road.ts';
import { answer, offered } from './support/offered.ts';

const FIRST = 'referrer01@example.org';
const OTHER = 'other@example.org';

/** Children of these worked cases on a list since September 2026, each sent from this mailbox. */
async function waiting(children: readonly (readonly [id: string, mailbox: string])[]) {
  const one = instance();
  const references: string[] = [];
  for (const [id, email] of children) {
    const ids = workedCase(id).evidence.map((_item, i) => `${id}-evidence-${i}`);
    for (const evidenceId of ids) one.evidence.upload('caller-1', evidenceId, {});
    const body = { ...bodyOf(id, ids) };
    const sent = await one.submit({
      ...{ caller: 'caller-1', idempotencyKey: `key-of-${id}` },
      body: { ...body, referrer: { name: 'A. Referrer', role: 'HEALTH_VISITOR', email } },
    });
    if (sent.kind !== 'ACCEPTED') throw new Error(JSON.stringify(sent));
    await one.drain();
    await decideForGood(one, sent.reference, 'ACCEPT_INITIAL_ASSESSMENT', 'As the team agreed');
    await one.drain();
    references.push(sent.reference);
  }
  const deps = { ...one, policy: defaultPolicy, now: one.clock.now, log: { info: () => {}, error: () => {} } };
  const tell = tellReferrers(deps);
  /** On this day, in the morning; the sweeper comes after. */
  const tellOn = async (day: string) => {
    one.clock.advanceMinutes((Date.parse(`${day}T05:30:00.000Z`) - Date.parse(one.clock.now())) / 60_000);
    await tell();
    await one.sweep();
  };
  const told = (mailbox: string) =>
    one.mail.filter(({ to, tags }) => to === mailbox && tags.noticeId.startsWith('REFERRER_STILL_WAITING'));
  return { one, deps, references, tellOn, told };
}

test('a referrer gets one email a quarter about all their children, who are named by reference alone', async () => {
  const { references, tellOn, told } = await waiting([
    ['C01', FIRST],
    ['C02', FIRST],
    ['C05', OTHER],
  ]);
  await tellOn('2027-01-04');
  const [email, ...more] = told(FIRST);
  expect(more).toEqual([]);
  expect(references.map((one) => email?.text.includes(one))).toEqual([true, true, false]);
  expect(told(OTHER)).toHaveLength(1);
  await tellOn('2027-04-01');
  expect([told(FIRST).length, told(OTHER).length]).toEqual([2, 2]);
});

test('a second run in the same quarter writes to no one (twice), and a run that was missed is made up for (late)', async () => {
  const { tellOn, told } = await waiting([['C01', FIRST]]);
  await tellOn('2027-01-05');
  await tellOn('2027-01-06');
  await tellOn('2027-01-07');
  expect(told(FIRST)).toHaveLength(1);
});

test('no one is written to later in a quarter, at a weekend, or about a child who was accepted just before', async () => {
  const { tellOn, told } = await waiting([['C01', FIRST]]);
  await tellOn('2026-10-01');
  await tellOn('2026-12-01');
  await tellOn('2027-01-02');
  await tellOn('2027-01-08');
  expect(told(FIRST)).toEqual([]);
});

test('who left the list or died after the run is not named, and where none is left no one is written to (late)', async () => {
  const { one, deps, references, told } = await waiting([
    ['C01', FIRST],
    ['C02', FIRST],
    ['C05', OTHER],
  ]);
  const [first = '', second = '', third = ''] = references;
  one.clock.advanceMinutes((Date.parse('2027-01-04T05:30:00.000Z') - Date.parse(one.clock.now())) / 60_000);
  await tellReferrers(deps)();
  for (const gone of [first, third]) {
    const current = await caseOf(one, gone);
    const { shown: _shown, events: _events, ...theCase } = current;
    await one.cases.saveCase({ ...theCase, status: 'CLOSED', list: null, version: theCase.version + 1 });
  }
  await one.sweep();
  const [email, ...more] = told(FIRST);
  expect([email?.text.includes(first), email?.text.includes(second), more]).toEqual([false, true, []]);
  expect(told(OTHER)).toEqual([]);
});

test('a case that was taken over is told to the colleague who has it now, and to no one else', async () => {
  const { one, references, tellOn, told } = await waiting([
    ['C01', FIRST],
    ['C02', FIRST],
  ]);
  const [first = '', second = ''] = references;
  const { shown: _shown, events: _events, ...theCase } = await caseOf(one, second);
  const handedTo = { id: 'H1', name: 'A. Colleague', role: 'GP', email: OTHER, from: FIRST, at: one.clock.now() };
  await one.cases.saveCase({ ...theCase, handedTo, version: theCase.version + 1 });
  await tellOn('2027-01-04');
  const named = (mailbox: string) =>
    told(mailbox).map(({ text }) => [first, second].filter((one) => text.includes(one)));
  expect([named(FIRST), named(OTHER)]).toEqual([[[first]], [[second]]]);
});

test.each([
  ['ACCEPTED', 0],
  ['LATER', 1],
] as const)('of a family that answered %s to an offer, %s emails about waiting go', async (what, emails) => {
  const one = instance();
  const reference = await offered(one);
  await answer(one, reference, what);
  one.clock.advanceMinutes((Date.parse('2027-01-04T05:30:00.000Z') - Date.parse(one.clock.now())) / 60_000);
  const log = { info: () => {}, error: () => {} };
  const deps = { ...one, config: testConfig, policy: defaultPolicy, now: one.clock.now, log };
  await lookAtLists(deps)();
  await tellReferrers(deps)();
  await one.sweep();
  const ofKind = (kind: string) => one.mail.filter(({ tags }) => tags.noticeId.startsWith(kind));
  expect([ofKind('REFERRER_STILL_WAITING').length, ofKind('FAMILY_CHECK_IN').length]).toEqual([emails, emails]);
});
