import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { flatten, ofType, type Resources, synthesised } from './synthesised.ts';

const statementSchema = z.object({
  Effect: z.literal('Allow'),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.unknown(),
  Condition: z.unknown().optional(),
});
const policySchema = z.object({
  Roles: z.array(z.object({ Ref: z.string() })),
  PolicyDocument: z.object({ Statement: z.array(statementSchema) }),
});

const root = fileURLToPath(new URL('../..', import.meta.url));
const resources = synthesised({ baseUrl: undefined });
const policies = ofType(resources, 'AWS::IAM::Policy').map(([, { Properties }]) => policySchema.parse(Properties));

/** All that the role of this function or state machine may do, one `action on resource` a line. */
function rightsOf(id: string, roleProperty = 'Role'): string[] {
  const role = flatten(resources[id]?.Properties[roleProperty]);
  return policies
    .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === role))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) =>
      [Action].flat().flatMap((action) => [Resource].flat().map((resource) => `${action} on ${flatten(resource)}`)),
    )
    .map((right) =>
      right.replaceAll(/([A-Za-z]+Log)[0-9A-F]{8}|MailConfigurationSet[0-9A-F]{8}/g, (name) => name.slice(0, -8)),
    )
    .filter((right) => !right.startsWith('kms:'))
    .sort();
}

const RECORDS = ['dynamodb:GetItem on RecordsTable', 'dynamodb:PutItem on RecordsTable'];
const MAIL = [
  'ses:SendEmail on arn::ses:::configuration-set/MailConfigurationSet',
  'ses:SendEmail on arn::ses:::identity/portage.example.org',
];
const MISSING = ['s3:ListBucket on EvidenceBucket'];
const RECEIVE = [...MISSING, 's3:GetObject on EvidenceBucket/evidence/*', 's3:PutObject on EvidenceBucket/evidence/*'];
const INSPECT = [
  ...MISSING,
  's3:GetObject on EvidenceBucket/evidence/*',
  's3:GetObjectVersion on EvidenceBucket/evidence/*',
  's3:GetObjectTagging on EvidenceBucket/evidence/*',
  's3:GetObjectVersionTagging on EvidenceBucket/evidence/*',
];
const OPEN = INSPECT.filter((right) => !right.startsWith('s3:GetObject on'));
const PAGES = ['shown', 'pages'].flatMap((folder) =>
  ['GetObject', 'PutObject'].map((action) => `s3:${action} on EvidenceBucket/${folder}/*`),
);
const FORGET = ['s3:ListBucketVersions on EvidenceBucket', 's3:DeleteObjectVersion on EvidenceBucket/evidence/*'];
const READ_ALL = ['dynamodb:GetItem on RecordsTable', 'dynamodb:Scan on RecordsTable'];
const SEAL = [
  's3:ListBucketVersions on SealsBucket',
  's3:GetObjectVersion on SealsBucket/seals/*',
  's3:PutObject on SealsBucket/seals/*',
];
const PACK = ['s3:PutObject on PacksBucket/packs/*', 'secretsmanager:GetSecretValue on PackPassphraseSecret'];
const ERASE = [
  'dynamodb:DeleteItem on RecordsTable',
  's3:ListBucketVersions on EvidenceBucket',
  ...['evidence', 'pages', 'shown'].map((folder) => `s3:DeleteObjectVersion on EvidenceBucket/${folder}/*`),
  's3:ListBucketVersions on SealsBucket',
  's3:PutObject on SealsBucket/erased/*',
];
/** What pages on the internet read is not the key of the claims. */
const MAILBOXES = 'secretsmanager:GetSecretValue on MailboxKeySecret';
const START = ['states:StartExecution on ReferralWorkflow'];
const WATCH = [
  'states:DescribeExecution on arn::states:::execution:ReferralWorkflow:*',
  'states:SendTaskSuccess on ReferralWorkflow',
];
const START_SUPPORT = ['states:StartExecution on SupportWorkflow'];
const WATCH_SUPPORT = [
  'states:DescribeExecution on arn::states:::execution:SupportWorkflow:*',
  'states:SendTaskSuccess on SupportWorkflow',
];
const CONTROL = ['ReferralWorkflow', 'SupportWorkflow'].flatMap((machine) => [
  ...['DescribeExecution', 'StopExecution'].map((action) => `states:${action} on arn::states:::execution:${machine}:*`),
  `states:SendTaskHeartbeat on ${machine}`,
]);
const WORK = ['dynamodb:Query on RecordsTable/index/work'];
const LIST = 'dynamodb:Query on RecordsTable/index/list';
const WHOLE_LIST = 'dynamodb:Scan on RecordsTable/index/list';
const MANY = ['dynamodb:BatchGetItem on RecordsTable'];
const LOG = ['dynamodb:Query on RecordsTable/index/log'];
const ASKED = ['dynamodb:Query on RecordsTable'];
const DUE = [...WORK, 'dynamodb:Query on RecordsTable/index/due'];
const GIVE_UP = ['sqs:SendMessage on DeadLettersBBF8BAAB'];
const ownLog = (id: string) => [
  ...[`logs:CreateLogStream on ${id}Log`, `logs:PutLogEvents on ${id}Log`],
  // Lambda sends its traces in the role of the function. AWS offers that on * only.
  ...['xray:PutTelemetryRecords on *', 'xray:PutTraceSegments on *'],
];

const RIGHTS: [id: string, rights: string[]][] = [
  ['ValidateReferral', [...RECORDS, MAILBOXES]],
  ['CheckReferral', [...RECORDS, ...MAIL, ...INSPECT, 'secretsmanager:GetSecretValue on ClaimKeySecret']],
  ['OpenTask', [...RECORDS, ...MAIL]],
  ['RemindPeople', [...RECORDS, ...MAIL]],
  ['ListChild', RECORDS],
  ['TellPeople', [...RECORDS, ...MAIL]],
  ['ParkCase', RECORDS],
  ['FollowSupport', [...RECORDS, ...MAIL]],
  ['OpenOffer', [...RECORDS, ...MAIL]],
  ['TellOfOffer', [...RECORDS, ...MAIL]],
  ['ServeApi', [...RECORDS, ...MAIL, ...RECEIVE, ...START]],
  [
    'ServeStaff',
    [
      ...RECORDS,
      ...ASKED,
      ...WORK,
      LIST,
      ...LOG,
      ...MAIL,
      ...OPEN,
      ...PAGES,
      ...['s3:GetObject on EvidenceBucket/mail/read/*', 's3:PutObject on EvidenceBucket/mail/in/*'],
      'secretsmanager:GetSecretValue on ClaimKeySecret',
      'secretsmanager:GetSecretValue on SignInSecret',
    ],
  ],
  ['ServePublic', [...RECORDS, ...MAIL, ...new Set([...RECEIVE, ...INSPECT]), ...START]],
  ['ServeFamily', [...RECORDS, LIST]],
  [
    'ServeConsole',
    [
      ...[...RECORDS, ...ASKED, ...DUE, ...LOG],
      ...['ReferralWorkflow', 'SupportWorkflow'].map(
        (machine) => `states:GetExecutionHistory on arn::states:::execution:${machine}:*`,
      ),
    ],
  ],
  ['ServeReferral', [...RECORDS, ...ASKED, ...MAIL, ...new Set([...RECEIVE, ...INSPECT]), MAILBOXES]],
  [
    'Sweep',
    [
      'dynamodb:BatchGetItem on RecordsTable',
      ...RECORDS,
      ...DUE,
      LIST,
      ...LOG,
      ...FORGET,
      ...MAIL,
      ...START,
      ...WATCH,
      ...START_SUPPORT,
      ...WATCH_SUPPORT,
      ...GIVE_UP,
    ],
  ],
  ['RecordMailEvent', [...RECORDS, ...GIVE_UP]],
  [
    'TakeMail',
    [
      ...[...RECORDS, ...WORK, ...FORGET, ...GIVE_UP],
      // Once among files, once among emails.
      's3:ListBucketVersions on EvidenceBucket',
      ...['in', 'read'].map((folder) => `s3:DeleteObjectVersion on EvidenceBucket/mail/${folder}/*`),
      ...['s3:GetObject on EvidenceBucket/mail/in/*', 's3:PutObject on EvidenceBucket/mail/read/*'],
      's3:PutObject on EvidenceBucket/evidence/*',
    ],
  ],
  // Without a canary it may do nothing.
  ['WalkCanary', GIVE_UP],
  ['RestartCase', RECORDS],
  ['BalanceLists', [...RECORDS, ...ASKED, ...MANY, 'dynamodb:Scan on RecordsTable', WHOLE_LIST, ...GIVE_UP]],
  ['LookAtLists', [...RECORDS, ...MANY, ...WORK, LIST, WHOLE_LIST, ...GIVE_UP]],
  ['EraseRecords', [...RECORDS, ...ASKED, ...MANY, 'dynamodb:Scan on RecordsTable', ...ERASE, ...GIVE_UP]],
  [
    'ReconcileRecords',
    [...RECORDS, 'dynamodb:Scan on RecordsTable', 's3:ListBucketVersions on EvidenceBucket', ...CONTROL, ...GIVE_UP],
  ],
  ['SealHistories', [...READ_ALL, ...SEAL, ...GIVE_UP]],
  ['WritePack', [...RECORDS, ...WORK, LIST, ...PACK, ...GIVE_UP]],
];

test('every function is in the table of rights', () => {
  const functions = ofType(resources, 'AWS::Lambda::Function').map(([id]) => id);

  expect(RIGHTS.map(([id]) => id).sort()).toEqual(functions.sort());
});

test.each(RIGHTS)('%s may do exactly this', (id, rights) => {
  expect(rightsOf(id)).toEqual([...rights, ...ownLog(id)].sort());
});

test.each([
  [
    'ReferralWorkflow',
    ['CheckReferral', 'ListChild', 'OpenTask', 'ParkCase', 'RemindPeople', 'TellPeople', 'ValidateReferral'],
  ],
  ['SupportWorkflow', ['FollowSupport', 'OpenOffer', 'ParkCase', 'TellOfOffer']],
])('%s may invoke its steps alone, log and trace', (machine, steps) => {
  const invocations = rightsOf(machine, 'RoleArn').filter((right) => right.startsWith('lambda:'));
  const others = rightsOf(machine, 'RoleArn').filter((right) => !right.startsWith('lambda:'));

  expect(invocations).toEqual(steps.map((id) => `lambda:InvokeFunction on ${id}`));
  expect(others.filter((right) => !/^(logs|xray):\w+ on \*$/.test(right))).toEqual([]);
});

test('the key is used through one service at a time, never directly', () => {
  const uses = policies
    .filter(({ Roles }) => Roles.some(({ Ref }) => !Ref.startsWith('EvidenceScanRole')))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .filter(({ Action }) => [Action].flat().some((action) => action.startsWith('kms:')));

  expect(uses.length).toBeGreaterThan(0);
  for (const use of uses) expect(use).toMatchObject({ Resource: { 'Fn::GetAtt': ['ServiceKey', 'Arn'] } });
});

test('who only reads files may not use the key to store any', () => {
  const throughS3 = (id: string) => {
    const role = flatten(resources[id]?.Properties.Role);
    return policies
      .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === role))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter((statement) => JSON.stringify(statement.Condition ?? '').includes('"s3.'))
      .flatMap(({ Action }) => Action);
  };

  expect(throughS3('CheckReferral')).toEqual(['kms:Decrypt']);
  // It keeps pages as they were sent, which it alone reads.
  expect(throughS3('ServeStaff').sort()).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
  expect(throughS3('ServeApi').sort()).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
});

test('files, emails and seals are each listed among their own only, and only what sweeps, erases or takes emails in deletes any', () => {
  const statements = policies.flatMap(({ Roles, PolicyDocument }) =>
    PolicyDocument.Statement.map((statement) => ({ roles: Roles.map(({ Ref }) => Ref), ...statement })),
  );
  const about = (word: string) =>
    statements.filter(({ Action }) => [Action].flat().some((action) => action.startsWith(`s3:${word}`)));

  expect(about('ListBucketVersions').map(({ Condition }) => Condition)).toEqual([
    { StringLike: { 's3:prefix': 'evidence/*' } },
    { StringLike: { 's3:prefix': 'evidence/*' } },
    { StringLike: { 's3:prefix': 'mail/*' } },
    { StringLike: { 's3:prefix': 'evidence/*' } },
    { StringLike: { 's3:prefix': ['evidence/*', 'pages/*', 'shown/*'] } },
    { StringLike: { 's3:prefix': 'erased/*' } },
    { StringLike: { 's3:prefix': ['seals/*', 'erased/*'] } },
  ]);
  expect([...new Set(about('Delete').flatMap(({ roles }) => roles))]).toEqual(
    [resources.Sweep, resources.TakeMail, resources.EraseRecords].map((one) => flatten(one?.Properties.Role)),
  );
});

const bucketPolicySchema = z.object({
  Bucket: z.object({ Ref: z.string() }),
  PolicyDocument: z.object({ Statement: z.array(z.looseObject({ Effect: z.string(), Condition: z.unknown() })) }),
});

/** What the policy of the evidence bucket refuses beside plain HTTP. */
const refusedByTag = (template: Resources) =>
  ofType(template, 'AWS::S3::BucketPolicy')
    .map(([, { Properties }]) => bucketPolicySchema.parse(Properties))
    .filter(({ Bucket }) => Bucket.Ref === 'EvidenceBucket')
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .filter(({ Effect, Condition }) => Effect === 'Deny' && !JSON.stringify(Condition).includes('SecureTransport'));

test('who opens files for people may read none that the scanner has not found clean; who checks them may', () => {
  expect(refusedByTag(resources)).toEqual([
    {
      Effect: 'Deny',
      Principal: { AWS: { 'Fn::GetAtt': [flatten(resources.ServeStaff?.Properties.Role), 'Arn'] } },
      Action: ['s3:GetObject', 's3:GetObjectVersion'],
      Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['EvidenceBucket', 'Arn'] }, '/evidence/*']] },
      Condition: { StringNotEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' } },
    },
  ]);
});

test('where nothing scans, no verdict is waited for', () => {
  expect(refusedByTag(synthesised({ malwareScan: 'none' }))).toEqual([]);
});

test('files are opened for people by staff pages, and by the form for who sent them', () => {
  const opening = globSync('{web,application}/**/*.ts', { cwd: root })
    .filter((file) => /\.downloadUrl\(/.test(readFileSync(join(root, file), 'utf8')))
    .map((file) => file.split('/').slice(0, 2).join('/'));

  // The form reads the first bytes of a file before it is scanned, so the bucket cannot refuse it. Its own code opens to the
  // sender only what was scanned clean.
  expect([...new Set(opening)].sort()).toEqual(['web/form', 'web/staff']);
});

test('no role of ours may tag a file, so only the scanner finds one clean', () => {
  const tagging = policies
    .filter(({ PolicyDocument }) => JSON.stringify(PolicyDocument).includes('Tagging"'))
    .filter(({ PolicyDocument }) => /s3:(Put|Delete)Object\w*Tagging/.test(JSON.stringify(PolicyDocument)))
    .flatMap(({ Roles }) => Roles.map(({ Ref }) => Ref));

  expect(tagging).toEqual([expect.stringMatching(/^EvidenceScanRole/)]);
});

const keyPolicySchema = z.object({
  KeyPolicy: z.object({ Statement: z.array(z.looseObject({ Action: z.unknown(), Principal: z.unknown() })) }),
});

test('only the function that seals may make a MAC: the account cannot leave it to another role', () => {
  const { KeyPolicy } = keyPolicySchema.parse(resources.SealKey?.Properties);
  const making = KeyPolicy.Statement.filter(({ Action }) => /\*|GenerateMac/.test(JSON.stringify(Action)));

  expect(making).toEqual([
    {
      Effect: 'Allow',
      Principal: { AWS: { 'Fn::GetAtt': [flatten(resources.SealHistories?.Properties.Role), 'Arn'] } },
      Action: 'kms:GenerateMac',
      Resource: '*',
    },
  ]);
});

test('no function may verify a MAC, and what seals may change no record', () => {
  const actions = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(({ Action }) => Action));

  expect(actions.filter((action) => /Mac$/.test(action))).toEqual([]);
  expect(rightsOf('SealHistories').filter((right) => /dynamodb:(Put|Update|Delete|Batch)/.test(right))).toEqual([]);
});

test('only what works on everyone may read the whole table, what seals puts a seal, and what erases takes an item out', () => {
  const able = (what: RegExp) => RIGHTS.flatMap(([id]) => (rightsOf(id).some((right) => what.test(right)) ? id : []));

  expect(able(/^dynamodb:Scan on RecordsTable$/)).toEqual([
    'BalanceLists',
    'EraseRecords',
    'ReconcileRecords',
    'SealHistories',
  ]);
  expect(able(/PutObject on SealsBucket\/seals/)).toEqual(['SealHistories']);
  expect(able(/PutObject on SealsBucket\/erased|dynamodb:(Delete|Update)/)).toEqual(['EraseRecords']);
});

test('only work on everyone reads an index whole, and only that and the sweeper many items at once', () => {
  const able = (what: RegExp) => RIGHTS.flatMap(([id]) => (rightsOf(id).some((right) => what.test(right)) ? id : []));

  expect(able(/^dynamodb:Scan on RecordsTable\/index/)).toEqual(['BalanceLists', 'LookAtLists']);
  expect(able(/^dynamodb:Batch/)).toEqual(['Sweep', 'BalanceLists', 'LookAtLists', 'EraseRecords']);
});

test('CloudWatch uses the key for the alarms of this account only', () => {
  const { KeyPolicy } = z
    .object({ KeyPolicy: z.object({ Statement: z.array(z.looseObject({ Principal: z.unknown() })) }) })
    .parse(resources.ServiceKey?.Properties);
  const ofServices = KeyPolicy.Statement.filter(({ Principal }) => JSON.stringify(Principal).includes('Service'));

  expect(ofServices).toMatchObject([
    {
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    },
  ]);
});

test('mail goes out under the configured sender only', () => {
  const sending = JSON.stringify(resources).match(/"ses:FromAddress":"[^"]+"/g) ?? [];

  expect(new Set(sending)).toEqual(new Set(['"ses:FromAddress":"no-reply@portage.example.org"']));
});

test('adapters ask AWS for nothing that the table of rights does not know', () => {
  const adapters = join(root, 'adapters');
  const asked = globSync('**/*.ts', { cwd: adapters })
    .map((file) => readFileSync(join(adapters, file), 'utf8'))
    .flatMap((code) => [...code.matchAll(/new (\w+)Command\(/g)].map((match) => match[1]));

  expect([...new Set(asked)].sort()).toEqual([
    'BatchGet',
    'Delete',
    'DeleteObject',
    'DescribeExecution',
    'GenerateMac',
    'Get',
    'GetExecutionHistory',
    'GetObject',
    'GetObjectTagging',
    'GetSecretValue',
    'HeadObject',
    'ListObjectVersions',
    'Put',
    'PutObject',
    'Query',
    'Scan',
    'SendEmail',
    'SendTaskHeartbeat',
    'SendTaskSuccess',
    'StartExecution',
    'StopExecution',
    'VerifyMac',
  ]);
});
