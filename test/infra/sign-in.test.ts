import { describe, expect, test } from 'vitest';
import { ofType, synthesised } from './synthesised.ts';

const accepted = { by: 'Sam Manager', role: 'Service manager', on: '2026-09-24' };
const variablesOf = (resources: ReturnType<typeof synthesised>) =>
  Object.keys(JSON.parse(JSON.stringify(resources.ServeStaff?.Properties.Environment)).Variables);

describe('where staff sign in with their work accounts', () => {
  const resources = synthesised();

  test('the secret of the provider is one of its own, made by AWS until an operator puts it there', () => {
    expect(resources.SignInSecret?.Type).toBe('AWS::SecretsManager::Secret');
    expect(resources.SignInSecret?.Properties).toMatchObject({ GenerateSecretString: { PasswordLength: 64 } });
    expect(JSON.stringify(resources)).not.toContain('clientSecret');
  });

  test('the template says which provider, and where browsers come back to', () => {
    expect(resources.SignInSecret?.Metadata?.['SmallSteps::SignIn']).toEqual({
      ...{ issuer: expect.stringMatching(/^https:/), clientId: expect.any(String) },
      ...{ callback: '/staff/sign-in/callback', signedOut: '/staff/sign-in/signed-out' },
    });
  });

  test('only the function of the staff pages is told of both', () => {
    const told = ofType(resources, 'AWS::Lambda::Function').filter(([, one]) =>
      JSON.stringify(one.Properties.Environment).includes('SIGN_IN_'),
    );
    expect(told.map(([id]) => id)).toEqual(['ServeStaff']);
    expect(variablesOf(resources)).toEqual(expect.arrayContaining(['SIGN_IN_ISSUER', 'SIGN_IN_SECRET_ARN']));
  });
});

test('where a mailed code is accepted there is no such secret, and nothing reads one', () => {
  const resources = synthesised({ access: { mode: 'link', accepted } });
  const secrets = ofType(resources, 'AWS::SecretsManager::Secret').map(([id]) => id);
  expect(secrets.sort()).toEqual(['ClaimKeySecret', 'MailboxKeySecret', 'PackPassphraseSecret']);
  expect(variablesOf(resources).filter((name) => name.startsWith('SIGN_IN_'))).toEqual([]);
});
