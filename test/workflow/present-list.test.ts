import { expect, test } from 'vitest';
import { doLists } from '#application/lists/do-lists.ts';
import { doImports } from '#application/lists/import/do-imports.ts';
import type { PlaceCommand } from '#application/lists/place-command.ts';
import { markOf } from '#domain/lists/mark.ts';
import { personActor } from '#domain/people/actor.ts';
import { childSchema } from '#domain/referral/child.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { bodyOf } from '#test/cases.ts';
import { gateAnswers } from '#test/unit/domain/support/gate-sample.ts';
import { soundRow } from '../unit/domain/lists/import/present-sample.ts';
import { instance } from './instance.ts';
import { caseOf, refer } from './road.ts';

const by = personActor('manager_1', 'Sam', 'service manager');

/** A child who came with a present list, a manager who changes the place, and the sweeper after each change. */
async function broughtIn(cells = soundRow) {
  const one = instance();
  const claimKey = async () => 'a key of the test';
  const deps = { ...one, policy: defaultPolicy, now: one.clock.now };
  const lists = doImports({ ...deps, claimKey });
  const { id } = await lists.bringIn([{ row: 2, cells }], by);
  const reference = (await lists.readReport(id))?.rows[0]?.reference ?? '';
  const { changePlace, readEntry } = doLists(deps);
  const change = async (typed: PlaceCommand) => {
    const entry = await readEntry(reference);
    const result = await changePlace({ ...typed, seen: entry ? markOf(entry) : '' });
    for (let n = 0; n < 3; n += 1) {
      one.clock.advanceMinutes(10);
      await one.sweep();
      await one.drain();
    }
    return result.kind;
  };
  const release = async () => {
    await lists.signImport(id, { compared: 'yes', reason: 'As agreed' }, by);
    await lists.releaseImport(id, by);
  };
  const because = { reference, by, seen: '', reason: 'As the family asked' };
  const removal = {
    what: 'REMOVE',
    ...because,
    gate: gateAnswers,
    why: 'MOVED_AWAY',
    how: 'BY_PHONE',
    who: 'Sam',
    on: '2026-09-24',
  } as const;
  return { one, reference, change, release, because, removal };
}

test('a place that is changed before the file is released is told to no one, then or later', async () => {
  const { one, reference, change, release, because } = await broughtIn();
  expect(await change({ what: 'HOLD', ...because, on: '' })).toBe('DONE');
  await release();
  one.clock.advanceMinutes(60 * 24 * 3);
  await one.sweep();
  expect([one.mail, await one.todos.todosOf(reference)]).toEqual([[], []]);
});

test('a child who is taken off before the file is released ends without a word to anyone', async () => {
  const { one, reference, change, removal } = await broughtIn();
  expect(await change(removal)).toBe('DONE');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'CLOSED', list: null, next: 'DONE', parked: null });
  expect(one.mail).toEqual([]);
});

test('once the file is released, the family hears of a change by email, and no referrer is looked for', async () => {
  const { one, reference, change, release, because } = await broughtIn();
  await release();
  expect(one.mail).toEqual([]);
  expect(await change({ what: 'HOLD', ...because, on: '' })).toBe('DONE');
  expect(one.mail.map(({ to }) => to)).toEqual(['alex@example.org']);
  expect((await caseOf(one, reference)).history.map(({ event }) => event)).not.toContain('NOTICE_NEEDS_A_PERSON');
});

test('a child who is taken off after the release ends like any other', async () => {
  const { one, reference, change, release, removal } = await broughtIn();
  await release();
  expect(await change(removal)).toBe('DONE');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'CLOSED', list: null, next: 'DONE', parked: null });
});

test('a referral of the same child that comes later is held beside the one from the list', async () => {
  const { nhsNumber, dob } = childSchema.parse(bodyOf('C01', []).child);
  const { one, reference } = await broughtIn({ ...soundRow, nhs_number: nhsNumber ?? '', date_of_birth: dob });
  const later = await refer(one, 'C01');
  await one.drain();
  expect(await caseOf(one, later)).toMatchObject({ status: 'HELD_AS_DUPLICATE', duplicateOf: reference });
});
