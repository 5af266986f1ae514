import { expect, test } from 'vitest';
import { parseDeployConfig } from '#lib/config.ts';
import { exampleConfig, ofType, synthesised } from './synthesised.ts';

const KEY = 'AWS::ApiGateway::ApiKey';
const PLAN = 'AWS::ApiGateway::UsagePlan';
const two = [{ name: 'rio' }, { name: 'system-one', perSecond: 2, atOnce: 4, aDay: 300 }];

test('each system has a key and a plan of its own, with throttle and quota, under pinned ids', () => {
  const resources = synthesised({ systems: two });

  expect(resources.ApiKeyRio?.Properties).toMatchObject({ Name: 'rio', Enabled: true });
  expect(resources.UsagePlanRio?.Properties).toMatchObject({
    Throttle: { RateLimit: 5, BurstLimit: 10 },
    Quota: { Limit: 5_000, Period: 'DAY' },
    ApiStages: [{ ApiId: { Ref: 'RestApi' }, Stage: { Ref: 'Stage' } }],
  });
  expect(resources.UsagePlanSystemOne?.Properties).toMatchObject({
    Throttle: { RateLimit: 2, BurstLimit: 4 },
    Quota: { Limit: 300, Period: 'DAY' },
  });
  const pairs = ofType(resources, 'AWS::ApiGateway::UsagePlanKey').map(([, { Properties }]) => [
    Properties.KeyId,
    Properties.UsagePlanId,
  ]);
  expect(pairs).toContainEqual([{ Ref: 'ApiKeySystemOne' }, { Ref: 'UsagePlanSystemOne' }]);
  expect(pairs).toContainEqual([{ Ref: 'ApiKey' }, { Ref: 'UsagePlan' }]);
});

test('without named systems there is the one key, as before', () => {
  expect(ofType(synthesised(), KEY).map(([id]) => id)).toEqual(['ApiKey']);
  expect(ofType(synthesised(), PLAN).map(([id]) => id)).toEqual(['UsagePlan']);
});

test('the shared key is turned off by its flag alone, and stays to be turned on again', () => {
  expect(synthesised({ systems: two }).ApiKey?.Properties.Enabled).toBe(true);
  expect(synthesised({ systems: two, sharedKey: false }).ApiKey?.Properties.Enabled).toBe(false);
});

test.each([
  ['a name with a space', [{ name: 'System One' }], 'systems.0.name: '],
  ['a name of one letter', [{ name: 'a' }], 'systems.0.name: '],
  ['a name with two hyphens in a row', [{ name: 'a--b' }], 'systems.0.name: '],
  ['a name twice', [{ name: 'rio' }, { name: 'rio' }], 'systems: must not have a name twice'],
  ['names that would be one', [{ name: 'rio-one' }, { name: 'rioone' }], 'systems: must not have a name twice'],
  ['no request a day', [{ name: 'rio', aDay: 0 }], 'systems.0.aDay: '],
  ['an unknown limit', [{ name: 'rio', aWeek: 3 }], 'systems.0: Unrecognized key'],
])('%s is refused (malformed)', (_kind, systems, message) => {
  expect(() => parseDeployConfig(JSON.stringify({ ...exampleConfig, systems }), 'a test')).toThrow(message);
});
