import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { flatten, ofType, only, synthesised } from './synthesised.ts';

const resources = synthesised({ alarmRecipients: ['one@example.org', 'two@example.org'] });

const alarmSchema = z.object({
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.unknown()),
  TreatMissingData: z.string(),
  ComparisonOperator: z.string(),
  Threshold: z.number(),
  MetricName: z.string().optional(),
  Namespace: z.string().optional(),
  Dimensions: z.unknown().optional(),
});
const alarms = ofType(resources, 'AWS::CloudWatch::Alarm').map(
  ([id, { Properties }]): [string, z.infer<typeof alarmSchema>] => [
    id.replace(/^Alarms([A-Za-z]+)[0-9A-F]{8}$/, '$1'),
    alarmSchema.parse(Properties),
  ],
);
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
    'BankHolidaysRunOut',
    'CasesParked',
    'CodesGuessed',
    'DeadLetters',
    'DoorsThrottled',
    'DutyNotTold',
    'ExecutionsFailed',
    'HistoriesUnsealed',
    'HistoryBroken',
    'ListUnbalanced',
    'ListsNotBalanced',
    'MailBouncing',
    'MailCeilingReached',
    'MailComplainedOf',
    'NoticesUnsettled',
    'OldestUntriaged',
    'OutboxOld',
    'RequestsBlocked',
    'ScansOverdue',
    'ServerErrors',
    'SignInUnreachable',
    'StepsThrottled',
    'StoreErrors',
    'SweepFailing',
    'SweeperSilent',
  ]);
});

test.each(alarms)('%s says what it means for people and links to an article that is there', (_name, found) => {
  const [, impact = '', anchor = ''] =
    /^Impact: (.+) What to do: docs\/runbook\.md#([a-z-]+)$/.exec(found.AlarmDescription) ?? [];

  expect(impact.length).toBeGreaterThan(30);
  expect(anchors).toContain(anchor);
});

test('every article of the runbook belongs to an alarm', () => {
  const linked = alarms.map(([, { AlarmDescription }]) => AlarmDescription.split('#')[1]);

  expect(anchors.filter((anchor) => !linked.includes(anchor))).toEqual([]);
});

test('a sweeper, a seal and a balance that fall silent ring; silence of anything else does not', () => {
  const ringing = alarms.filter(([, { TreatMissingData }]) => TreatMissingData === 'breaching');

  expect(ringing.map(([name]) => name).sort()).toEqual(['HistoriesUnsealed', 'ListsNotBalanced', 'SweeperSilent']);
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
  ['balance', 'ListsNotBalanced', 'ListsBalanced', 'lists-balanced', 'lists/balance-lists.ts'],
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
  ['BankHolidaysRunOut', 'BankHolidayDaysLeft'],
])('%s watches the number %s that the sweeper writes', (name, MetricName) => {
  const written = readFileSync(new URL('#application/sweep/sweep-measure.ts', import.meta.url), 'utf8');

  expect(alarm(name)).toMatchObject({ MetricName, Dimensions: [{ Name: 'service', Value: 'sweep' }] });
  expect(written).toContain(`'${MetricName}'`);
});

test('the bank holidays ring 60 days before they run out and until there are more; any other number rings when it is high', () => {
  const falling = alarms.filter(([, { ComparisonOperator }]) => ComparisonOperator.startsWith('LessThan'));

  expect(falling.map(([name]) => name).sort()).toEqual([
    'BankHolidaysRunOut',
    'HistoriesUnsealed',
    'ListsNotBalanced',
    'SweeperSilent',
  ]);
  expect(alarm('BankHolidaysRunOut')).toMatchObject({
    ComparisonOperator: 'LessThanOrEqualToThreshold',
    Threshold: 60,
    TreatMissingData: 'notBreaching',
  });
});

test('every recipient is subscribed to the one topic that every alarm rings', () => {
  const topic = only(resources, 'AWS::SNS::Topic');
  const recipients = ofType(resources, 'AWS::SNS::Subscription').map(([, { Properties }]) => Properties.Endpoint);

  expect(recipients.sort()).toEqual(['one@example.org', 'two@example.org']);
  expect(topic.Properties).toHaveProperty('KmsMasterKeyId');
  for (const [, { AlarmActions }] of alarms) expect(AlarmActions).toHaveLength(1);
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
