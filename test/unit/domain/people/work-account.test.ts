import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workAccount } from '#domain/people/work-account.ts';

const rules = {
  mailboxClaim: 'email',
  groupsClaim: 'groups',
  groups: { team: ['TRIAGER', 'ADMINISTRATOR'], managers: ['TRIAGER', 'SERVICE_MANAGER'] },
} as const;
const config = {
  ...rules,
  groups: { team: [...rules.groups.team], managers: [...rules.groups.managers] },
};
const byName = { ...config, mailboxClaim: 'preferred_username' } as const;

describe('the mailbox of a work account', () => {
  it.each([
    ['verified', { email: 'Robin@Example.org', email_verified: true }, 'robin@example.org'],
    ['verified, said as a text', { email: 'robin@example.org', email_verified: 'true' }, 'robin@example.org'],
    ['not verified', { email: 'robin@example.org', email_verified: false }, undefined],
    ['of which no one says', { email: 'robin@example.org' }, undefined],
    ['that is no address', { email: 'robin', email_verified: true }, undefined],
    ['that is no text', { email: ['robin@example.org'], email_verified: true }, undefined],
    ['that another claim names', { preferred_username: 'robin@example.org', email_verified: true }, undefined],
    ['of no one', {}, undefined],
  ])('%s', (_what, claims, mailbox) => {
    expect(workAccount(claims, config).mailbox).toBe(mailbox);
  });

  it('may be the name that a directory gives out, where the configuration says so', () => {
    expect(workAccount({ preferred_username: 'Robin@example.org' }, byName).mailbox).toBe('robin@example.org');
    expect(workAccount({ email: 'eve@example.org', email_verified: true }, byName).mailbox).toBeUndefined();
  });
});

describe('the roles of a work account', () => {
  it.each([
    ['of one group', ['team'], ['TRIAGER', 'ADMINISTRATOR']],
    ['of two groups, each once', ['team', 'managers'], ['TRIAGER', 'ADMINISTRATOR', 'SERVICE_MANAGER']],
    ['of a single group, said as a text', 'managers', ['TRIAGER', 'SERVICE_MANAGER']],
    ['of other groups', ['finance'], []],
    ['of a group named like a part of ours', ['tea', 'team '], []],
    ['of no group', undefined, []],
  ])('%s', (_what, groups, roles) => {
    expect(workAccount({ groups }, config).roles).toEqual(roles);
  });

  it('never come from a group that the configuration does not name', () => {
    const other = fc.string().filter((group) => !Object.keys(config.groups).includes(group));
    fc.assert(
      fc.property(fc.array(other), (groups) => {
        expect(workAccount({ groups }, config).roles).toEqual([]);
      }),
    );
  });
});
