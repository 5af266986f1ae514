import { expect, test } from 'vitest';
import { parseDeployConfig } from '#lib/config.ts';
import { STACK_DESCRIPTION } from '#lib/description.ts';
import { exampleConfig } from '#test/infra/synthesised.ts';
import { accountIsReady, accountServes } from '#tools/deploy/account.ts';
import { AwsRefused } from '#tools/deploy/aws-refused.ts';
import { against } from '#tools/deploy/before.ts';
import { patient } from '#tools/deploy/patient.ts';
import type { Call, SignedCall } from '#tools/deploy/signed-call.ts';
import { stackOf } from '#tools/deploy/stack.ts';

type Answer = unknown | AwsRefused;
type Answers = Record<string, Answer>;

/** The operation that a call asks for, in one word. */
function operationOf({ path, post }: Call): string {
  const target = post?.headers['x-amz-target']?.split('.')[1];
  return target ?? new URLSearchParams(post?.body ?? '').get('Action') ?? path;
}

const LAMBDA = '/2016-08-19/account-settings/';
const IDENTITY = '/v2/email/identities/portage.example.org';
const refused = (status: number, code: string) => new AwsRefused('AWS', status, code);
const none = refused(400, 'ValidationError');

/** An account in which a first deployment succeeds. */
const EMPTY: Answers = {
  DescribeStacks: none,
  DescribeStackResources: none,
  '/account': {},
  ListWebACLs: { WebACLs: [] },
  [LAMBDA]: { AccountLimit: { ConcurrentExecutions: 1000 } },
  '/v2/email/account': { ProductionAccessEnabled: true, SendingEnabled: true },
  [IDENTITY]: { VerifiedForSendingStatus: true },
};

const stack = (status: string, description = STACK_DESCRIPTION) =>
  `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><Outputs><member><Description>of an output</Description>
   <OutputKey>AlarmTopicArn</OutputKey><OutputValue>arn:topic</OutputValue></member></Outputs>
   <Description>${description}</Description><StackStatus>${status}</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

const subscriptions = (...endpoints: [string, string][]) =>
  `<ListSubscriptionsByTopicResponse><Subscriptions>${endpoints
    .map(([to, arn]) => `<member><Endpoint>${to}</Endpoint><SubscriptionArn>${arn}</SubscriptionArn></member>`)
    .join('')}</Subscriptions></ListSubscriptionsByTopicResponse>`;

/** An account with the service in it, as its alarms reach the operator. */
const DEPLOYED: Answers = {
  ...EMPTY,
  DescribeStacks: stack('UPDATE_COMPLETE'),
  ListSubscriptionsByTopic: subscriptions(['operator@example.org', 'arn:confirmed']),
};

function calls(answers: Answers): { call: SignedCall; asked: string[] } {
  const asked: string[] = [];
  const call: SignedCall = async (one) => {
    const operation = operationOf(one);
    asked.push(operation);
    const answer = answers[operation];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { call, asked };
}

interface Given {
  answers: Answers;
  config?: object;
  args?: string[];
  looks?: typeof accountIsReady;
  region?: string;
}

/** What speaks against a deployment to this account, and what was said beside it. */
async function found({ answers, config = {}, args = [], looks = accountIsReady, region = 'eu-west-2' }: Given) {
  const { call, asked } = calls(answers);
  const parsed = parseDeployConfig(JSON.stringify({ ...exampleConfig, ...config }), 'a test');
  const said: string[] = [];
  const given = { call, config: parsed, stack: stackOf(call, parsed.stackName), region: async () => region };
  const all = looks(given);
  const reasons = await against(all, args, (line) => said.push(line));
  return { reasons, said, asked };
}

test.each([
  ['an account that is ready for a first deployment', EMPTY],
  ['an account in which the service runs', DEPLOYED],
])('%s has nothing against it, and nothing is said', async (_kind, answers) => {
  expect(await found({ answers })).toMatchObject({ reasons: [], said: [] });
});

const mailDomain = { mailDomain: { name: 'portage.example.org' }, sesIdentity: undefined };
const role = (name: string) => ({ cloudwatchRoleArn: `arn:aws:iam::111122223333:role/${name}` });

test.each<[string, Answers, object, string]>([
  [
    'a sandbox',
    { '/v2/email/account': { ProductionAccessEnabled: false, SendingEnabled: true } },
    {},
    '--despite-sandbox',
  ],
  [
    'paused email',
    { '/v2/email/account': { ProductionAccessEnabled: true, SendingEnabled: false } },
    {},
    'paused all email',
  ],
  ['a sender that waits to be verified', { [IDENTITY]: { VerifiedForSendingStatus: false } }, {}, '--despite-identity'],
  ['a sender that SES does not know', { [IDENTITY]: refused(404, 'NotFoundException') }, {}, 'portage.example.org'],
  ['a domain of email that SES has from elsewhere', {}, mailDomain, 'Take mailDomain out'],
  ['too few functions', { [LAMBDA]: { AccountLimit: { ConcurrentExecutions: 10 } } }, {}, '--despite-quota'],
  ['no room for a firewall', { ListWebACLs: { WebACLs: Array(100).fill({}) } }, {}, '--despite-firewalls'],
  [
    'a log role of another stack',
    { '/account': role('Other-Role'), DescribeStackResources: '<StackName>Other</StackName>' },
    {},
    'which the stack Other owns',
  ],
  ['a log role that someone made by hand', { '/account': role('gateway-logs') }, {}, 'which no stack owns'],
  ['no log role where one should be', {}, { gatewayLogRole: 'exists' }, 'has no role to write logs by'],
  ['a stack of something else', { DescribeStacks: stack('CREATE_COMPLETE', 'A shop') }, {}, 'Give another stackName'],
  ['a stack that is being changed', { DescribeStacks: stack('UPDATE_IN_PROGRESS') }, {}, '(UPDATE_IN_PROGRESS)'],
  ['a stack whose first deployment failed', { DescribeStacks: stack('ROLLBACK_COMPLETE') }, {}, 'docs/runbook.md'],
])('%s is refused in one line that says what to do', async (_kind, answers, config, words) => {
  const { reasons } = await found({ answers: { ...EMPTY, ...answers }, config });

  expect(reasons).toHaveLength(1);
  expect(reasons[0]).toContain(words);
  expect(reasons[0]).not.toContain('\n');
});

test('everything that speaks against a deployment is said at once', async () => {
  const answers = {
    ...EMPTY,
    [LAMBDA]: { AccountLimit: { ConcurrentExecutions: 10 } },
    DescribeStacks: stack('ROLLBACK_COMPLETE'),
  };

  expect((await found({ answers })).reasons).toHaveLength(2);
});

test.each([
  [
    'its own log role, of the same stack',
    { '/account': role('SmallSteps-ApiLogRole-1'), DescribeStackResources: '<StackName>SmallSteps</StackName>' },
  ],
  ['the log role that its failed first deployment left', { '/account': role('SmallSteps-ApiLogRole12-AB') }],
])('a deployment meets %s', async (_kind, answers) => {
  expect((await found({ answers: { ...EMPTY, ...answers } })).reasons).toEqual([]);
});

test('a domain of email that the stack is to set up, or has, stands in no way before', async () => {
  const unknown = { [IDENTITY]: refused(404, 'NotFoundException') };

  expect((await found({ answers: { ...EMPTY, ...unknown }, config: mailDomain })).reasons).toEqual([]);
  expect((await found({ answers: DEPLOYED, config: mailDomain })).reasons).toEqual([]);
});

test('once it is deployed, that domain has to be verified', async () => {
  const waiting = { [IDENTITY]: { VerifiedForSendingStatus: false } };
  const { reasons } = await found({ answers: { ...DEPLOYED, ...waiting }, config: mailDomain, looks: accountServes });

  expect(reasons).toEqual([expect.stringContaining('SES has not verified the identity portage.example.org')]);
});

test('each recipient of alarms who has not confirmed is named, and no other', async () => {
  const alarmRecipients = ['operator@example.org', 'second@example.org', 'new@example.org'];
  const ListSubscriptionsByTopic = subscriptions(
    ['operator@example.org', 'arn:confirmed'],
    ['second@example.org', 'PendingConfirmation'],
    ['left@example.org', 'PendingConfirmation'],
  );
  const { reasons } = await found({ answers: { ...DEPLOYED, ListSubscriptionsByTopic }, config: { alarmRecipients } });

  expect(reasons).toEqual([expect.stringMatching(/^second@example\.org gets no alarm .* --despite-recipients\.$/)]);
});

test('in a trial, what it does without is not asked for', async () => {
  const sandbox = { '/v2/email/account': { ProductionAccessEnabled: false, SendingEnabled: true } };
  const { reasons, asked } = await found({ answers: { ...EMPTY, ...sandbox }, args: ['--despite-sandbox'] });

  expect(reasons).toEqual([]);
  expect(asked).not.toContain('/v2/email/account');
});

test.each([
  ['a stack that is another', { DescribeStacks: stack('CREATE_COMPLETE', 'A shop') }],
  ['a log role of another', { '/account': role('gateway-logs') }],
])('nothing gets past %s', async (_kind, answers) => {
  const everything = [
    '--despite-quota',
    '--despite-sandbox',
    '--despite-identity',
    '--despite-firewalls',
    '--despite-recipients',
  ];

  expect((await found({ answers: { ...EMPTY, ...answers }, args: everything })).reasons).toHaveLength(1);
});

const OPERATIONS = Object.keys(DEPLOYED).filter((name) => !['DescribeStackResources', 'ListWebACLs'].includes(name));

test.each(OPERATIONS)(
  'where the right to ask %s is refused, one line names it and the others are asked',
  async (name) => {
    const { reasons, said } = await found({ answers: { ...DEPLOYED, [name]: refused(403, 'AccessDenied') } });

    expect(reasons).toEqual([]);
    expect(said.length).toBeGreaterThan(0);
    for (const line of said) expect(line).toMatch(/^We could not look at [^\n]+ has no right to [\w:, ]+\.$/);
  },
);

test('where the right to list firewalls is refused, one line names it', async () => {
  expect((await found({ answers: { ...EMPTY, ListWebACLs: refused(400, 'AccessDeniedException') } })).said).toEqual([
    expect.stringContaining('wafv2:ListWebACLs'),
  ]);
});

test('where AWS has too many questions, it is asked three times, then one line says so', async () => {
  const { call, asked } = calls({ one: refused(400, 'ThrottlingException') });
  const waited: number[] = [];
  const asking = patient(call, async (milliseconds) => waited.push(milliseconds));
  const said: string[] = [];
  const look = async () => [String(await asking({ service: 'lambda', path: 'one' }))];
  const reasons = await against([{ about: 'the quota', look }], [], (line) => said.push(line));

  expect([asked.length, waited.length, reasons]).toEqual([3, 2, []]);
  expect(said).toEqual(['We could not look at the quota: AWS had too many questions, also after three tries.']);
});

test('an answer that comes at the second try counts, and another refusal is not tried again', async () => {
  let tries = 0;
  const flaky: SignedCall = async () => {
    tries += 1;
    if (tries === 1) throw refused(429, 'TooManyRequestsException');
    return 'there';
  };

  expect(await patient(flaky, async () => {})({ service: 'lambda', path: '/' })).toBe('there');
  await expect(
    patient(calls({ '/': refused(403, '') }).call, async () => {})({ service: 'lambda', path: '/' }),
  ).rejects.toThrow('403');
});

const door = { mailDoor: 'on', mailDoorAddress: 'portage@incoming.example.org' };
const ruleSet = (...addresses: string[]) =>
  `<DescribeActiveReceiptRuleSetResponse><Rules><member><Recipients>${addresses
    .map((one) => `<member>${one}</member>`)
    .join('')}</Recipients></member></Rules></DescribeActiveReceiptRuleSetResponse>`;

test('an address for emails is refused where AWS receives no email, in one line, and nowhere else', async () => {
  const zurich = await found({ answers: EMPTY, config: door, region: 'eu-central-2' });

  expect(zurich.reasons).toHaveLength(1);
  expect(zurich.reasons[0]).toContain('AWS receives no email in eu-central-2');
  expect((await found({ answers: EMPTY, region: 'eu-central-2' })).reasons).toEqual([]);
  expect((await found({ answers: EMPTY, config: door })).reasons).toEqual([]);
});

test('a region that the configuration itself says receives email is not refused, and no other is let through by it', async () => {
  const known = { ...door, mailDoorRegion: 'eu-central-2' };

  expect((await found({ answers: EMPTY, config: known, region: 'eu-central-2' })).reasons).toEqual([]);
  expect((await found({ answers: EMPTY, config: known, region: 'af-south-1' })).reasons).toHaveLength(1);
});

test.each([
  ['a rule for the address is active', ruleSet('canary@example.org', 'Portage@incoming.example.org'), 0],
  ['the active rules are for others', ruleSet('enquiries@example.org'), 1],
  ['no set is active', '<DescribeActiveReceiptRuleSetResponse/>', 1],
])('the smoke test knows whether email arrives: %s', async (_kind, answer, faults) => {
  const answers = { ...DEPLOYED, DescribeActiveReceiptRuleSet: answer };
  const { reasons } = await found({ answers, config: door, looks: accountServes });

  expect(reasons).toHaveLength(faults);
  for (const reason of reasons) expect(reason).toContain('portage@incoming.example.org does not arrive');
});
