import { expect, test } from 'vitest';
import { leaveTeam } from '#application/access/leave-team.ts';
import { writeTeam } from '#application/access/write-team.ts';
import type { Case } from '#domain/case/case.ts';
import { joined } from '#domain/people/change.ts';
import { seededId } from '#domain/people/seed.ts';
import { moment } from '#test/unit/domain/people/sample.ts';
import { caseWith, manager, reference, taskOf, triager1, triager2 } from '../notices/sample.ts';
import { world } from '../notices/world.ts';

const [one, two] = [seededId('triage-1@example.org'), seededId('triage-2@example.org')];
const asked = { ...taskOf('TRIAGE'), recipients: [triager1, triager2, manager] };
const inTriage = caseWith({ status: 'IN_TRIAGE', next: 'TRIAGE', outbox: [], tasks: 1, task: asked });
const newcomer = { id: 'n1', name: 'Nat', mailbox: 'nat@example.org', roles: ['TRIAGER'] } as const;

async function opened(theCase: Case = inTriage) {
  const { deps, send, post, stores } = await world(theCase);
  await send('TASK_OPENED');
  const recipients = async () => (await stores.cases.readCase(reference))?.task?.recipients;
  const joins = () => writeTeam(deps)((team) => joined(team, moment, newcomer));
  return { recipients, joins, leave: leaveTeam(deps), sentTo: () => post.sent.map(({ to }) => to) };
}

test('whoever joined since is asked about an open task when a colleague who was asked leaves', async () => {
  const { leave, joins, recipients, sentTo } = await opened();
  await joins();
  await leave({ id: one }, moment.by);
  expect(sentTo()).toEqual(['triage-1@example.org', 'triage-2@example.org', 'nat@example.org']);
  expect(await recipients()).toEqual([triager2, 'PERSON:n1', manager]);
});

test('the service manager is asked about an open task when the last triager leaves', async () => {
  const { leave, recipients, sentTo } = await opened();
  await leave({ id: one }, moment.by);
  expect(sentTo()).toHaveLength(2);
  await leave({ id: two }, moment.by);
  expect(sentTo().slice(2)).toEqual(['manager@example.org']);
  expect(await recipients()).toEqual([manager]);
});

test('a task that is decided is left as it is (late)', async () => {
  const by = { kind: 'PERSON', id: one, name: 'R', role: 'P' } as const;
  const times = { decidedAt: '2026-09-24T09:00:00.000Z', effectiveAt: '2026-09-24T09:05:00.000Z' };
  const decision = { outcome: 'DECLINE', reason: 'Too old', by, ...times };
  const { leave, joins, recipients, sentTo } = await opened({ ...inTriage, task: { ...asked, decision } });
  await joins();
  await leave({ id: one }, moment.by);
  expect(sentTo()).toHaveLength(2);
  expect(await recipients()).toEqual(asked.recipients);
});

test('the last one who may decide cannot leave, and no one is written to', async () => {
  const { leave, sentTo } = await opened();
  await leave({ id: one }, moment.by);
  await leave({ id: two }, moment.by);
  const before = sentTo().length;
  expect(await leave({ id: seededId('manager@example.org') }, moment.by)).toEqual({ refused: 'LAST_TO_DECIDE' });
  expect(sentTo()).toHaveLength(before);
});

test('no one is named: no one leaves (half-finished)', async () => {
  const { leave } = await opened();
  expect(await leave({ id: ' ' }, moment.by)).toEqual({
    problems: [{ code: 'ID_MISSING', path: 'id', rule: 'missing', params: {} }],
  });
});
