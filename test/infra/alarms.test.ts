import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { RUNTIME } from '#domain/service/runtime.ts';
import { CONSOLE_AT } from '#web/console/address.ts';
import { flatten, ofType, only, synthesised } from './synthesised.ts';

const baseUrl = 'https://portage.example.org';
const resources = synthesised({
  baseUrl,
  alarmRecipients: ['one@example.org', 'two@example.org'],
  backup: { keepDays: 35 },
  ...{ mailDoor: 'on', mailDoorAddress: 'portage@incoming.example.org' },
  canary: { mailbox: 'canary@incoming.example.org' },
});

const alarmSchema = z.object({
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.unknown()).default([]),
  TreatMissingData: z.string(),
  ComparisonOperator: z.string(),
  Threshold: z.number(),
  MetricName: z.string().optional(),
  Namespace: z.string().optional(),
  Dimensions: z.unknown().optional(),
});
/** It keeps an email back and tells no one anything. */
const isQuiet = (id: string) => id.startsWith('AlarmsNextWorkingDayQuiet');
const alarms = ofType(resources, 'AWS::CloudWatch::Alarm')
  .filter(([id]) => !isQuiet(id))
  .map(([id, { Properties }]): [string, z.infer<typeof alarmSchema>] => [
    id.replace(/^Alarms([A-Za-z]+)[0-9A-F]{8}$/, '$1'),
    alarmSchema.parse(Properties),
  ]);
const digest = only(resources, 'AWS::CloudWatch::CompositeAlarm').Properties;
const silentSchema = z.object({ Metrics: z.array(z.unknown()), EvaluationPeriods: z.int() });
const resourceOf = (name: string) =>
  ofType(resources, 'AWS::CloudWatch::Alarm').find(([id]) => id.startsWith(`Alarms${name}`))?.[1].Properties;
const alarm = (name: string) => alarms.find(([id]) => id === name)?.[1];

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
/** As GitHub makes anchors of headings. */
const anchors = [...runbook.matchAll(/^## (.+)$/gm)].map((match) =>
  (match[1] ?? '').toLowerCase().replaceAll(' ', '-'),
);

test('there is an alarm for everything that can be stuck, late or failed', () => {
  expect(alarms.map(([name]) => name).sort()).toEqual([
    'BackupsMissing',
    'BankHolidaysRunOut',
    'CalendarNotFollowed',
    'CanaryLate',
    'CasesParked',
    'ChildNotLookedAt',
    'ClockWrong',
    'CodesGuessed',
    'DeadLetters',
    'DocumentLost',
    'DoorsThrottled',
    'DutyNotTold',
    'ExecutionsFailed',
    'HistoriesUnsealed',
    'HistoryBroken',
    'ListUnbalanced',
    'ListsNotBalanced',
    'ListsNotLookedAt',
    'MailBouncing',
    'MailCeilingReached',
    'MailComplainedOf',
    'MailNotTaken',
    'MailUnopened',
    'MeetingsRunOut',
    'NoticesUnsettled',
    'OldestUntriaged',
    'OutboxOld',
    'PackNotWritten',
    'RecordDiffers',
    'RecordNotErased',
    'RecordsNotCompared',
    'RecordsNotErased',
    'RequestsBlocked',
    'RollupNotKept',
    'RuntimeEnds',
    'ScansOverdue',
    'ServerErrors',
    'SignInUnreachable',
    'StepsThrottled',
    'StoreErrors',
    'SweepFailing',
    'SweeperSilent',
    'TermsRunOut',
  ]);
});

test.each([
  ...alarms,
  ['the email of a working morning', { AlarmDescription: String(digest.AlarmDescription) }] as const,
])('%s says what it means for people and links to an article that is there', (_name, found) => {
  const [, impact = '', anchor = '', console = ''] =
    /^Impact: (.+) What to do: docs\/runbook\.md#([a-z-]+) Where to look: (\S+)$/.exec(found.AlarmDescription) ?? [];

  expect(impact.length).toBeGreaterThan(30);
  expect(anchors).toContain(anchor);
  expect(console).toBe(`${baseUrl}${CONSOLE_AT}`);
});

test('the console is named by its address also where the stack has none of its own', () => {
  const [description] = ofType(synthesised({}), 'AWS::CloudWatch::Alarm')
    .filter(([id]) => id.startsWith('AlarmsCasesParked'))
    .map(([, { Properties }]) => flatten(Properties.AlarmDescription));
  expect(description).toMatch(/Where to look: https:\/\/\S+\/console$/);
});

test('every article of the runbook belongs to an alarm, to the email of a working morning or to the budget', () => {
  const described = [...alarms.map(([, { AlarmDescription }]) => AlarmDescription), String(digest.AlarmDescription)];
  const linked = described.map((description) => /#([a-z-]+)/.exec(description)?.[1]);

  expect(anchors.filter((anchor) => !linked.includes(anchor))).toEqual(['budget-exceeded']);
  expect(anchors).toContain(/#([a-z-]+)/.exec(String(digest.AlarmDescription))?.[1]);
});

test('at most eight kinds are emailed at once, and the runbook names them', () => {
  const today = alarms.filter(([, { AlarmActions }]) => AlarmActions.length > 0);
  const named = runbook.slice(runbook.indexOf('# Alarms'), runbook.indexOf('## next-working-day'));

  expect(today.map(([name]) => name).sort()).toEqual([
    'DoorsThrottled',
    'DutyNotTold',
    'HistoryBroken',
    'ListUnbalanced',
    'OutboxOld',
    'ServerErrors',
    'SignInUnreachable',
    'SweeperSilent',
  ]);
  for (const [, { AlarmDescription }] of today)
    expect(named).toContain(`\`${/#([a-z-]+)/.exec(AlarmDescription)?.[1]}\``);
});

test('every other alarm is in the one email of a working morning, which is kept back until then', () => {
  const waiting = ofType(resources, 'AWS::CloudWatch::Alarm').filter(
    ([id, { Properties }]) => !isQuiet(id) && Properties.AlarmActions === undefined,
  );
  const [quiet] = ofType(resources, 'AWS::CloudWatch::Alarm').filter(([id]) => isQuiet(id));
  const inDigest = [...JSON.stringify(digest.AlarmRule).matchAll(/"(Alarms\w+)","Arn"/g)].map(([, id]) => id);

  expect(inDigest.sort()).toEqual(waiting.map(([id]) => id).sort());
  expect(digest.AlarmActions).toHaveLength(1);
  expect(flatten(digest.ActionsSuppressor)).toBe(quiet?.[0]);
  expect(quiet?.[1].Properties).toMatchObject({ TreatMissingData: 'notBreaching', Threshold: 1 });
  expect(JSON.stringify(quiet?.[1].Properties.Metrics)).toContain('IF(DAY(m) < 6 AND HOUR(m) == 8, 0, 1)');
});

test('the dashboard shows every alarm', () => {
  const body = JSON.stringify(only(resources, 'AWS::CloudWatch::Dashboard').Properties.DashboardBody);

  const all = ofType(resources, 'AWS::CloudWatch::Alarm').filter(([id]) => !isQuiet(id));
  expect(all.filter(([id]) => !body.includes(`"${id}"`))).toEqual([]);
});

test('the recipients of alarms are told when a month costs more than its budget, spent or foreseen', () => {
  const budget = only(synthesised({ monthlyBudget: 60 }), 'AWS::Budgets::Budget').Properties;

  expect(budget.Budget).toMatchObject({ BudgetLimit: { Amount: 60, Unit: 'USD' }, TimeUnit: 'MONTHLY' });
  const subscribers = [{ SubscriptionType: 'EMAIL', Address: 'operator@example.org' }];
  expect(budget.NotificationsWithSubscribers).toMatchObject([
    { Notification: { NotificationType: 'ACTUAL', Threshold: 80 }, Subscribers: subscribers },
    { Notification: { NotificationType: 'ACTUAL', Threshold: 100 }, Subscribers: subscribers },
    { Notification: { NotificationType: 'FORECASTED', Threshold: 120 }, Subscribers: subscribers },
  ]);
});

test('without copies of its own a service has no alarm for them', () => {
  const without = ofType(synthesised(), 'AWS::CloudWatch::Alarm').map(([id]) => id);

  expect(without.filter((id) => id.includes('BackupsMissing'))).toEqual([]);
});

test('every function runs on the runtime whose end is known', () => {
  const runtimes = ofType(resources, 'AWS::Lambda::Function').map(([, { Properties }]) => Properties.Runtime);

  expect(new Set(runtimes)).toEqual(new Set([RUNTIME.name]));
});

test('functions and state machines are traced; the stage, which sees the paths of links, is not', () => {
  const functions = ofType(resources, 'AWS::Lambda::Function').map(([, { Properties }]) => Properties.TracingConfig);
  const machines = ofType(resources, 'AWS::StepFunctions::StateMachine');

  expect(functions.filter((config) => JSON.stringify(config) !== '{"Mode":"Active"}')).toEqual([]);
  for (const [, { Properties }] of machines) expect(Properties.TracingConfiguration).toEqual({ Enabled: true });
  expect(only(resources, 'AWS::ApiGateway::Stage').Properties.TracingEnabled ?? false).toBe(false);
});

test('a sweeper and a night or morning that fall silent ring; silence of anything else does not', () => {
  const ringing = alarms.filter(([, { TreatMissingData }]) => TreatMissingData === 'breaching');

  expect(ringing.map(([name]) => name).sort()).toEqual([
    'BackupsMissing',
    'CanaryLate',
    'HistoriesUnsealed',
    'ListsNotBalanced',
    'ListsNotLookedAt',
    'PackNotWritten',
    'RecordsNotCompared',
    'RecordsNotErased',
    'SweeperSilent',
  ]);
});

test('a sweeper that falls silent rings within ten minutes: a minute without a word counts as nought', () => {
  const { Metrics, EvaluationPeriods } = silentSchema.parse(resourceOf('SweeperSilent'));
  const [expression, written] = Metrics;

  expect(expression).toMatchObject({ Expression: 'FILL(m, 0)' });
  expect(written).toMatchObject({
    MetricStat: { Metric: { Namespace: 'SmallSteps', MetricName: 'SweepCompleted' }, Period: 60, Stat: 'SampleCount' },
  });
  // The minute in which it last wrote is over after one more. CloudWatch looks at the alarm every minute.
  expect((EvaluationPeriods + 2) * 60).toBeLessThanOrEqual(10 * 60);
  expect(EvaluationPeriods).toBeGreaterThanOrEqual(5);
});

test.each([
  ['seal', 'HistoriesUnsealed', 'HistoriesSealed', 'histories-sealed', 'operations/seal-histories.ts'],
  ['erasure', 'RecordsNotErased', 'RecordsErased', 'records-erased', 'erasure/erase-records.ts'],
  ['balance', 'ListsNotBalanced', 'ListsBalanced', 'lists-balanced', 'lists/balance-lists.ts'],
  ['compare', 'RecordsNotCompared', 'RecordsCompared', 'records-compared', 'reconcile/reconcile-records.ts'],
  ['look', 'ListsNotLookedAt', 'ListsLookedAt', 'lists-looked-at', 'lists/look-at-lists.ts'],
  ['pack', 'PackNotWritten', 'PackSeenTo', 'pack-seen-to', 'downtime/write-pack.ts'],
])(
  'a night without a %s rings before the next night: an hour without a word counts as nought',
  (_what, name, MetricName, line, file) => {
    const { Metrics, EvaluationPeriods } = silentSchema.parse(resourceOf(name));
    const [expression, written] = Metrics;
    const source = readFileSync(new URL(`../../application/${file}`, import.meta.url), 'utf8');

    expect(alarm(name)).toMatchObject({ ComparisonOperator: 'LessThanThreshold', Threshold: 1 });
    expect(expression).toMatchObject({ Expression: 'FILL(m, 0)' });
    expect(written).toMatchObject({
      MetricStat: { Metric: { Namespace: 'SmallSteps', MetricName }, Period: 60 * 60, Stat: 'Sum' },
    });
    expect(source).toContain(`'${line}'`);
    // A day lies between two runs. CloudWatch allows seven days for periods of an hour.
    expect(EvaluationPeriods).toBeGreaterThan(24);
    expect(EvaluationPeriods).toBeLessThan(48);
  },
);

test('the alarms of a test service look at its own numbers, not at those of the live one', () => {
  const trial = ofType(synthesised({ stackName: 'Trial' }), 'AWS::CloudWatch::Alarm').map(
    ([, { Properties }]) => Properties,
  );
  const lookedAt = JSON.stringify(trial.map(({ Namespace, Dimensions, Metrics }) => [Namespace, Dimensions, Metrics]));

  expect(lookedAt).toContain('{"Name":"ApiName","Value":"Trial"}');
  expect(lookedAt).toContain('"MetricName":"SweepCompleted","Namespace":"Trial"');
  expect(trial.filter(({ Namespace }) => Namespace === 'Trial').map(({ MetricName }) => MetricName)).toContain(
    'ParkedCases',
  );
  expect(lookedAt).not.toContain('"SmallSteps"');
});

test.each([
  ['SweepFailing', 'SweepFailures'],
  ['CasesParked', 'ParkedCases'],
  ['OldestUntriaged', 'OldestUntriagedMinutes'],
  ['OutboxOld', 'OldestOutboxMinutes'],
  ['NoticesUnsettled', 'UnsettledNotices'],
  ['DocumentLost', 'LostDocuments'],
  ['MailUnopened', 'OldestUnopenedMailMinutes'],
  ['BankHolidaysRunOut', 'BankHolidayDaysLeft'],
  ['MeetingsRunOut', 'MeetingDaysLeft'],
  ['TermsRunOut', 'TermDaysLeft'],
  ['RuntimeEnds', 'RuntimeDaysLeft'],
])('%s watches the number %s that the sweeper writes', (name, MetricName) => {
  const written = ['sweep-measure', 'count-days-left'].map((file) =>
    readFileSync(new URL(`../../application/sweep/${file}.ts`, import.meta.url), 'utf8'),
  );

  expect(alarm(name)).toMatchObject({ MetricName, Dimensions: [{ Name: 'service', Value: 'sweep' }] });
  expect(written.join()).toContain(`'${MetricName}'`);
});

test('a calendar rings 60 days before it runs out and the runtime 180, until there is more; any other number rings when it is high', () => {
  const falling = alarms.filter(([, { ComparisonOperator }]) => ComparisonOperator === 'LessThanOrEqualToThreshold');

  expect(falling.map(([name, { Threshold }]) => [name, Threshold]).sort()).toEqual([
    ['BankHolidaysRunOut', 60],
    ['MeetingsRunOut', 60],
    ['RuntimeEnds', 180],
    ['TermsRunOut', 60],
  ]);
  for (const [, { TreatMissingData }] of falling) expect(TreatMissingData).toBe('notBreaching');
});

test('every recipient is subscribed to the one topic that is told', () => {
  const topic = only(resources, 'AWS::SNS::Topic');
  const recipients = ofType(resources, 'AWS::SNS::Subscription').map(([, { Properties }]) => Properties.Endpoint);

  expect(recipients.sort()).toEqual(['one@example.org', 'two@example.org']);
  expect(topic.Properties).toHaveProperty('KmsMasterKeyId');
});

test('CloudWatch may ring the topic: a policy of our own replaces the one that would have let it', () => {
  const policy = only(resources, 'AWS::SNS::TopicPolicy');

  expect(policy.Properties.PolicyDocument).toMatchObject({
    Statement: expect.arrayContaining([
      expect.objectContaining({
        Action: 'sns:Publish',
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    ]),
  });
});

test.each([
  ['DutyNotTold', 'duty-not-told', ['RecordMailEvent', 'ServeApi', 'ServePublic', 'Sweep']],
  ['ListUnbalanced', 'list-unbalanced', ['BalanceLists']],
  ['RecordDiffers', 'record-differs', ['ReconcileRecords']],
  ['CalendarNotFollowed', 'calendar-not-followed', ['Sweep']],
  ['ClockWrong', 'clock-wrong', ['Sweep']],
  ['RollupNotKept', 'rollup-not-kept', ['Sweep']],
  ['CodesGuessed', 'codes-guessed', ['ServePublic', 'ServeReferral', 'ServeStaff']],
  ['SignInUnreachable', 'sign-in-unreachable', ['ServeStaff']],
])('%s rings on one line %s of each function that can write it', (name, event, functions) => {
  const filters = ofType(resources, 'AWS::Logs::MetricFilter').filter(([, { Properties }]) =>
    String(Properties.FilterPattern).includes(`"${event}"`),
  );

  expect(alarm(name)).toMatchObject({ MetricName: name, Threshold: 1, TreatMissingData: 'notBreaching' });
  expect(
    filters.map(([, { Properties }]) => flatten(Properties.LogGroupName).replace(/Log[0-9A-F]{8}$/, '')).sort(),
  ).toEqual(functions);
  for (const [, { Properties }] of filters)
    expect(Properties.MetricTransformations).toMatchObject([{ MetricName: name, MetricNamespace: 'SmallSteps' }]);
});

test('where a mailed code is accepted there is no provider to reach, and no alarm for it', () => {
  const accepted = { by: 'Sam Manager', role: 'Service manager', on: '2026-09-24' };
  const byCode = synthesised({ access: { mode: 'link', accepted } });
  const named = [...ofType(byCode, 'AWS::CloudWatch::Alarm'), ...ofType(byCode, 'AWS::Logs::MetricFilter')];

  expect(named.filter(([id]) => id.includes('SignInUnreachable'))).toEqual([]);
  expect(named.filter(([id]) => id.includes('CodesGuessed')).length).toBeGreaterThan(0);
});
