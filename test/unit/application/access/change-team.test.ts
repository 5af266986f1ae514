import { expect, test } from 'vitest';
import { changeTeam } from '#application/access/change-team.ts';
import type { TeamCommand } from '#application/access/team-command.ts';
import { seededId } from '#domain/people/seed.ts';
import { moment } from '#test/unit/domain/people/sample.ts';
import { caseWith } from '../notices/sample.ts';
import { world } from '../notices/world.ts';

const one = seededId('triage-1@example.org');
const two = seededId('triage-2@example.org');

async function changing() {
  const { deps } = await world(caseWith({}));
  const change = changeTeam(deps);
  /** The person that this change is about, once it is made. */
  const made = async (typed: Extract<TeamCommand, { id: string }>) => {
    const team = await change(typed, moment.by);
    return 'people' in team ? team.people.find(({ id }) => id === typed.id.trim()) : team;
  };
  return { change, made };
}

test('each change is made, with what was typed trimmed', async () => {
  const { made } = await changing();
  expect(
    await made({ change: 'JOIN', id: ' n1 ', name: ' Nat ', mailbox: '<nat@example.org>', roles: ['TRIAGER'] }),
  ).toMatchObject({
    ...{ id: 'n1', name: 'Nat', mailbox: 'nat@example.org', roles: ['TRIAGER'] },
  });
  expect(await made({ change: 'MAILBOX', id: one, mailbox: ' new@example.org ' })).toMatchObject({
    mailbox: 'new@example.org',
  });
  expect(await made({ change: 'ROLES', id: one, roles: ['AUDITOR'] })).toMatchObject({ roles: ['AUDITOR'] });
  const leave = [{ from: '2026-10-01', to: '2026-10-01' }];
  expect(await made({ change: 'LEAVE', id: one, leave })).toMatchObject({ leave });
  expect(await made({ change: 'DEPUTY', id: one, deputy: two })).toMatchObject({ deputy: two });
});

test.each<[string, TeamCommand, string[]]>([
  [
    'nothing at all (half-finished)',
    { change: 'JOIN', id: '', name: ' ', mailbox: '', roles: [] },
    ['id ID_MISSING', 'name NAME_MISSING', 'mailbox EMAIL_MISSING'],
  ],
  [
    'what cannot be read (malformed)',
    { change: 'JOIN', id: 'n1', name: 'N\u0007', mailbox: 'nobody', roles: ['KING'] },
    ['name NAME_UNPRINTABLE', 'mailbox EMAIL_UNREADABLE', 'roles[0] ROLE_UNKNOWN'],
  ],
  [
    'a name too long (hostile)',
    { change: 'JOIN', id: 'n1', name: 'x'.repeat(121), mailbox: 'n@example.org', roles: [] },
    ['name NAME_TOO_LONG'],
  ],
  [
    'leave on no day, and leave that ends before it starts',
    {
      change: 'LEAVE',
      id: 'n1',
      leave: [
        { from: '2026-02-30', to: '' },
        { from: '2026-10-02', to: '2026-10-01' },
      ],
    },
    ['leave[0].from DATE_UNREAL', 'leave[0].to DATE_UNREAL', 'leave[1].to LEAVE_REVERSED'],
  ],
  ['no deputy (half-finished)', { change: 'DEPUTY', id: 'n1', deputy: ' ' }, ['deputy DEPUTY_MISSING']],
])('is refused: %s', async (_what, typed, faults) => {
  const { change } = await changing();
  const result = await change(typed, moment.by);
  expect('problems' in result && result.problems.map(({ path, code }) => `${path} ${code}`)).toEqual(faults);
});

test('what the team as it is does not allow is refused when it is written', async () => {
  const { change } = await changing();
  expect(await change({ change: 'MAILBOX', id: one, mailbox: 'triage-2@example.org' }, moment.by)).toEqual({
    refused: 'MAILBOX_TAKEN',
  });
});
