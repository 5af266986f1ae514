import { expect, test } from 'vitest';
import { composeService } from '#adapters/compose/service.ts';
import { composeSignIn } from '#adapters/compose/sign-in.ts';
import type { SignIn } from '#domain/service/access.ts';
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

const signIn: SignIn = {
  ...{ mode: 'sign-in', issuer: 'https://login.example.org', clientId: 'small-steps', scope: 'openid' },
  ...{ mailboxClaim: 'email', groupsClaim: 'groups', groups: {} },
};
const withAccount = { config: { access: signIn }, BASE_URL: 'https://referrals.example.org' };
const now = () => '2026-09-24T09:00:00.000Z';

test('where a mailed code is accepted there is no provider, and where it is not there is one', async () => {
  const named = { SIGN_IN_ISSUER: signIn.issuer, SIGN_IN_SECRET_ARN: 'arn:of-a-secret' };
  expect(await composeSignIn({ ...withAccount, config: testConfig }, now)).toBeUndefined();
  expect(await composeSignIn({ ...withAccount, ...named }, now)).toHaveProperty('finish');
});

test('a provider that is not named never opens the door for codes (hostile)', async () => {
  await expect(composeSignIn(withAccount, now)).rejects.toThrow('SIGN_IN_ISSUER or SIGN_IN_SECRET_ARN is not set');
});
