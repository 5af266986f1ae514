import { expect, test } from 'vitest';
import { parseDeployConfig, serviceConfigJson } from '#lib/config.ts';
import { exampleConfig } from './synthesised.ts';

const parse = (config: unknown) => parseDeployConfig(JSON.stringify(config), 'deploy.json');
const without = (name: string) => Object.fromEntries(Object.entries(exampleConfig).filter(([key]) => key !== name));
const withOne = (name: string, value: unknown) => ({ ...exampleConfig, [name]: value });

test('the example configuration can be deployed', () => {
  expect(parse(exampleConfig)).toMatchObject({ stackName: 'SmallSteps', stage: 'live' });
});

test.each([
  ['emergencyNumbers'],
  ['sender'],
  ['triagers'],
  ['serviceManager'],
  ['dutyMailbox'],
  ['advisoryTeacherMailbox'],
  ['alarmRecipients'],
  ['retention'],
  ['contact'],
  ['serviceName'],
])('a half-finished configuration without %s is refused, because it has no default', (name) => {
  expect(() => parse(without(name))).toThrow(`  ${name}: `);
});

test.each([
  ['alarmRecipients', [], 'alarmRecipients: must name at least one person whom alarms reach'],
  ['alarmRecipients', ['nobody'], 'alarmRecipients.0: Invalid email address'],
  ['triagers', ['triage-1@example.org'], 'triagers: '],
  ['emergencyNumbers', [], 'emergencyNumbers: '],
  ['emergencyNumbers', [{ label: 'Police', number: '999' }], 'emergencyNumbers.0.hours: '],
  ['sender', 'not an address', 'sender: Invalid email address'],
  ['baseUrl', 'http://referrals.example.org', 'baseUrl: must begin with https://'],
  ['baseUrl', 'https://referrals.example.org/', 'baseUrl: must not end in a slash'],
  ['baseUrl', 'referrals.example.org', 'baseUrl: must be an address such as https://referrals.example.org'],
  ['stage', 'Live Stage', 'stage: must be a short word of small letters'],
  ['stackName', '', 'stackName: must be 1 to 128 letters, digits and hyphens, and begin with a letter'],
  ['stackName', '2nd-service', 'stackName: must be 1 to 128 letters'],
  ['stackName', 'small_steps', 'stackName: must be 1 to 128 letters'],
  ['stackName', 'S'.repeat(129), 'stackName: must be 1 to 128 letters'],
  ['malwareScan', 'clamav', 'malwareScan: '],
  ['logRetentionDays', 1, 'logRetentionDays: '],
  ['policy', { evidenceGraceDays: -1 }, 'policy.evidenceGraceDays: '],
  ['policy', { noSuchNumber: 3 }, 'policy: '],
  ['retention', { acceptedUntilAge: 25 }, 'retention.notAcceptedYears: '],
  [
    'retention',
    { acceptedUntilAge: 25, notAcceptedYears: 6, unnamedFileDays: 7, readingYears: 6 },
    'retention.staffYears: ',
  ],
  ['closedOn', ['2026-02-30'], 'closedOn.0: '],
  ['alarmRecipient', 'operator@example.org', '(whole file): Unrecognized key: "alarmRecipient"'],
])('a malformed %s (%j) is refused at its path', (name, value, message) => {
  expect(() => parse(withOne(name, value))).toThrow(message);
});

test('the closing days of the service reach every function', () => {
  expect(JSON.parse(serviceConfigJson(parse(withOne('closedOn', ['2026-12-24']))))).toMatchObject({
    closedOn: ['2026-12-24'],
  });
  expect(parse(without('closedOn')).closedOn).toEqual([]);
});

test.each(['T', 'small-steps-trial', 'S'.repeat(128)])('a stack may be called %s', (stackName) => {
  expect(parse({ ...exampleConfig, stackName }).stackName).toBe(stackName);
});

test('all problems are listed at once', () => {
  const parsing = () => parse({ ...withOne('sender', 'nobody'), stage: '' });

  expect(parsing).toThrow('sender: ');
  expect(parsing).toThrow('stage: ');
});

test('a file that is malformed JSON is refused by its name', () => {
  expect(() => parseDeployConfig('{', 'deploy.json')).toThrow('deploy.json is not JSON');
});

test('functions are not told what only the stack needs', () => {
  expect(Object.keys(JSON.parse(serviceConfigJson(parse(exampleConfig))))).not.toContain('alarmRecipients');
});
