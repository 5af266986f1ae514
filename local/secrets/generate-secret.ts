import { randomInt } from 'node:crypto';
import * as z from 'zod';

const generateSecretString = z.object({
  PasswordLength: z.coerce.number().int().min(1).max(4096).default(32),
  ExcludeCharacters: z.string().default(''),
  ExcludeLowercase: z.boolean().default(false),
  ExcludeUppercase: z.boolean().default(false),
  ExcludeNumbers: z.boolean().default(false),
  ExcludePunctuation: z.boolean().default(false),
  IncludeSpace: z.boolean().default(false),
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
});

const secretProperties = z.object({
  SecretString: z.string().optional(),
  GenerateSecretString: generateSecretString.optional(),
});

/** The value of a new secret by the properties of AWS::SecretsManager::Secret, random where the template says so. */
export function generateSecret(properties: unknown): string {
  const { SecretString, GenerateSecretString } = secretProperties.parse(properties);
  if (!GenerateSecretString) return SecretString ?? '';
  const password = randomPassword(GenerateSecretString);
  const { SecretStringTemplate, GenerateStringKey } = GenerateSecretString;
  if (SecretStringTemplate === undefined || GenerateStringKey === undefined) return password;
  const template = z.record(z.string(), z.unknown()).parse(JSON.parse(SecretStringTemplate));
  return JSON.stringify({ ...template, [GenerateStringKey]: password });
}

function randomPassword(rules: z.infer<typeof generateSecretString>): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const alphabet = [
    rules.ExcludeLowercase ? '' : letters,
    rules.ExcludeUppercase ? '' : letters.toUpperCase(),
    rules.ExcludeNumbers ? '' : '0123456789',
    rules.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    rules.IncludeSpace ? ' ' : '',
  ].join('');
  const allowed = [...alphabet].filter((char) => !rules.ExcludeCharacters.includes(char));
  if (allowed.length === 0)
    throw new Error('GenerateSecretString excludes every character: allow some in the template.');
  return Array.from({ length: rules.PasswordLength }, () => allowed[randomInt(allowed.length)]).join('');
}
