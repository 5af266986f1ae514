import { expect, test } from 'vitest';
import { composeService } from '#adapters/compose/service.ts';
import { serviceConfigSchema } from '#domain/service/config.ts';
import { testConfig } from '#test/http/service-config.ts';

test('a function works with the closing days of its configuration, and with the numbers that it replaces', () => {
  const config = { ...testConfig, policy: { version: 2, linkDays: 14 }, closedOn: ['2026-12-24'] };
  const { policy } = composeService('sweep', { TABLE_NAME: 'a table', config });
  expect(policy).toMatchObject({ version: 2, linkDays: 14, closedOn: ['2026-12-24'] });
});

test('a configuration from before there were closing days has none', () => {
  const { closedOn: _, ...before } = testConfig;
  expect(serviceConfigSchema.parse(before).closedOn).toEqual([]);
});
