import { expect, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { joined, left } from '#domain/people/change.ts';
import { differences } from '#domain/people/differences.ts';
import { seededId, seededTeam } from '#domain/people/seed.ts';
import type { Team } from '#domain/people/team.ts';
import { parseDeployConfig } from '#lib/config.ts';
import { exampleConfig } from '#test/infra/synthesised.ts';
import { made, moment } from '#test/unit/domain/people/sample.ts';
import { compareTeam } from '#tools/deploy/team.ts';

const outputs = { BaseUrl: 'https://referrals.example.org', TableName: 'Records', Region: 'eu-west-2' };
const configured = {
  triagers: ['triage-1@example.org', 'triage-2@example.org'],
  serviceManager: 'manager@example.org',
  dutyMailbox: 'duty@example.org',
  advisoryTeacherMailbox: 'advisory@example.org',
};
const newcomer = { id: 'n1', name: 'Nat', mailbox: 'nat@example.org', roles: ['TRIAGER'] } as const;

const config = parseDeployConfig(JSON.stringify(exampleConfig), 'a test');

/** What is said after a deployment of the example, of a service with these versions of the team. */
async function said(...versions: Team[]): Promise<readonly string[]> {
  const { team } = createMemoryStores();
  for (const version of versions) await team.saveTeam(version);
  return compareTeam({ config, open: () => team })(outputs);
}

test('a deployment says where the team record and the configuration differ', async () => {
  const first = made(joined(seededTeam(configured), moment, newcomer));
  const second = made(left(first, moment, seededId('triage-1@example.org')));
  const differing = differences(second, configured);
  expect(differing).toHaveLength(2);
  expect(await said(first, second)).toEqual(differing);
});

test('a deployment says that they agree, or that no one has changed the team', async () => {
  const back = made(joined(seededTeam(configured), moment, { ...newcomer, roles: [] }));
  expect(await said(back)).toEqual(['The team record and the configuration name the same people and mailboxes.']);
  expect(await said()).toEqual(['The team is the one that the configuration names: no one has changed it here.']);
});
