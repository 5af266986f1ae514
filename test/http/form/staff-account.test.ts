import { describe, expect, it } from 'vitest';
import type { ServiceConfig } from '#domain/service/config.ts';
import { testConfig } from '../service-config.ts';
import { referWorld } from './world.ts';

const access: ServiceConfig['access'] = {
  ...{ mode: 'sign-in', issuer: 'https://login.example.org', clientId: 'small-steps', scope: 'openid' },
  ...{ mailboxClaim: 'email', groupsClaim: 'groups', groups: {} },
};

describe('the door for codes, where staff sign in with their work accounts', () => {
  const world = () => referWorld(undefined, undefined, undefined, { ...testConfig, access });

  it('leads to the staff area', async () => {
    const { status, location } = await world().newBrowser().get('/refer/staff');
    expect([status, location]).toEqual([303, '/staff/paper']);
  });

  it('takes no mailbox and no code, and mails none', async () => {
    const { newBrowser, mailer } = world();
    const using = newBrowser();
    const fields = { mailbox: 'triage-1@example.org', code: '123456' };
    expect((await using.post('/refer/staff', fields)).status).toBe(405);
    expect((await using.post('/refer/staff/code', fields)).status).toBeGreaterThanOrEqual(400);
    expect(mailer.sent).toEqual([]);
  });
});
