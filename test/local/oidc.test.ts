import { describe, expect, it } from 'vitest';
import type { FunctionSpec } from '#local/assembly/functions.ts';
import type { NamedResource } from '#local/assembly/load.ts';
import { signInMark, withIssuer } from '#local/oidc/mark.ts';

const mark = { issuer: 'http://127.0.0.1/sign-in', clientId: 'one', callback: '/back', signedOut: '/out' };
const secret = (metadata: Record<string, unknown>): NamedResource => ({
  ...{ logicalId: 'Secret', name: 'Secret', arn: 'arn:of-the-secret', properties: {}, metadata },
});
const marked = (patch: object = {}) => secret({ 'SmallSteps::SignIn': { ...mark, ...patch } });

describe('the OpenID provider that this machine plays', () => {
  it('is the one that the template has on this machine', () => {
    expect(signInMark([secret({}), marked()])).toEqual({ ...mark, secretArn: 'arn:of-the-secret' });
  });

  it.each([
    ['none', [secret({})]],
    ['one elsewhere', [marked({ issuer: 'https://login.example.org' })]],
    ['one elsewhere that only begins like this machine', [marked({ issuer: 'http://127.0.0.1.example.org' })]],
  ])('is none where the template has %s', (_what, secrets) => {
    expect(signInMark(secrets)).toBeUndefined();
  });

  it('is refused where the template says too little', () => {
    expect(() => signInMark([marked({ callback: undefined })])).toThrow(
      'The secret Secret has malformed metadata SmallSteps::SignIn in the template.',
    );
  });

  it('is told to the functions by where it really listens, and nothing else is changed', () => {
    const spec: FunctionSpec = {
      ...{ name: 'Staff', arn: 'arn', folder: '/', handler: 'index.handler', timeoutSeconds: 3, memoryMb: 128 },
      ...{ role: 'role', logGroup: 'log', environment: { ISSUER: mark.issuer, TABLE_NAME: 'records' } },
    };
    const told = withIssuer(new Map([['Staff', spec]]), { ...mark, secretArn: '' }, 'http://127.0.0.1:4000');
    expect(told.get('Staff')?.environment).toEqual({ ISSUER: 'http://127.0.0.1:4000', TABLE_NAME: 'records' });
  });
});
