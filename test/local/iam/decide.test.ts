import { describe, expect, test } from 'vitest';
import { type Right, whyNot } from '#local/iam/decide.ts';
import type { Policies } from '#local/iam/policies.ts';
import { statements } from '#local/iam/statement.ts';
import { NOT_EVALUATED } from '#test/kit/words/local-run.ts';

const ROLE = 'arn:aws:iam::000000000000:role/Sweep';
const ACCOUNT = 'arn:aws:iam::000000000000:root';
const TABLE = 'arn:aws:dynamodb:eu-west-2:000000000000:table/Records';
const BUCKET = 'arn:aws:s3:::files';
const KEY = 'arn:aws:kms:eu-west-2:000000000000:key/Key';

type Documents = { role?: object[]; bucket?: object[]; key?: object[] };

function policies({ role = [], bucket = [], key = [] }: Documents): Policies {
  return {
    ofRole: new Map([[ROLE, statements('Rights', { Statement: role })]]),
    ofResource: new Map([
      [BUCKET, statements('BucketPolicy', { Statement: bucket })],
      [KEY, statements('Key', { Statement: key })],
    ]),
    keyOf: new Map(),
  };
}

const ask = (documents: Documents, action: string, resource: string, context: Right['context'] = {}) =>
  whyNot(policies(documents), ROLE, { action, resource, context });

const allow = (Action: string | string[], Resource: string | string[], Condition: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
});
const deny = (Action: string, Resource: string, Condition: object = {}) => ({
  Effect: 'Deny',
  Action,
  Resource,
  Condition,
});

describe('what a role may do by its own policies', () => {
  test.each<[kind: string, statement: object, action: string, resource: string, allowed: boolean]>([
    ['the very action on the very resource', allow('dynamodb:Query', TABLE), 'dynamodb:Query', TABLE, true],
    ['one of several actions', allow(['dynamodb:GetItem', 'dynamodb:Query'], TABLE), 'dynamodb:Query', TABLE, true],
    ['an action in other capitals', allow('DynamoDB:query', TABLE), 'dynamodb:Query', TABLE, true],
    ['another action', allow('dynamodb:GetItem', TABLE), 'dynamodb:Query', TABLE, false],
    ['an action that only begins so', allow('dynamodb:Get', TABLE), 'dynamodb:GetItem', TABLE, false],
    ['every action of a service', allow('dynamodb:*', TABLE), 'dynamodb:Query', TABLE, true],
    ['actions by their beginning', allow('dynamodb:Batch*', TABLE), 'dynamodb:BatchGetItem', TABLE, true],
    ['the same words in another service', allow('dynamodb:*', '*'), 's3:GetObject', `${BUCKET}/a`, false],
    ['another table', allow('dynamodb:Query', `${TABLE}2`), 'dynamodb:Query', TABLE, false],
    ['a table for one of its indexes', allow('dynamodb:Query', TABLE), 'dynamodb:Query', `${TABLE}/index/work`, false],
    ['an index', allow('dynamodb:Query', `${TABLE}/index/work`), 'dynamodb:Query', `${TABLE}/index/work`, true],
    ['a resource in other capitals', allow('s3:GetObject', `${BUCKET}/A`), 's3:GetObject', `${BUCKET}/a`, false],
    ['a * over a slash', allow('s3:GetObject', `${BUCKET}/*`), 's3:GetObject', `${BUCKET}/a/b`, true],
    ['a * for nothing', allow('s3:GetObject', `${BUCKET}/a*`), 's3:GetObject', `${BUCKET}/a`, true],
    ['a ? for one character', allow('s3:GetObject', `${BUCKET}/?`), 's3:GetObject', `${BUCKET}/a`, true],
    ['a ? for two characters', allow('s3:GetObject', `${BUCKET}/?`), 's3:GetObject', `${BUCKET}/ab`, false],
    ['a dot that is only a dot', allow('s3:GetObject', `${BUCKET}/a.b`), 's3:GetObject', `${BUCKET}/axb`, false],
    ['objects for the bucket itself', allow('s3:ListBucket', `${BUCKET}/*`), 's3:ListBucket', BUCKET, false],
    ['NotAction of another', { Effect: 'Allow', NotAction: 's3:*', Resource: '*' }, 'dynamodb:Query', TABLE, true],
    ['NotAction of this', { Effect: 'Allow', NotAction: 'dynamodb:*', Resource: '*' }, 'dynamodb:Query', TABLE, false],
  ])('%s', (_kind, statement, action, resource, allowed) => {
    expect(ask({ role: [statement] }, action, resource) === undefined).toBe(allowed);
  });

  test('a role without any policy may do nothing, and the refusal names action and resource', () => {
    expect(ask({}, 'dynamodb:Query', TABLE)).toBe(`no statement allows dynamodb:Query on ${TABLE}`);
  });

  test('an explicit Deny wins over every Allow, wherever it stands, and is named', () => {
    const first = [deny('dynamodb:Query', TABLE), allow('dynamodb:*', '*')];

    expect(ask({ role: first }, 'dynamodb:Query', TABLE)).toBe('Rights statement 1 denies it');
    expect(ask({ role: first.toReversed() }, 'dynamodb:Query', TABLE)).toBe('Rights statement 2 denies it');
    expect(ask({ role: first }, 'dynamodb:GetItem', TABLE)).toBeUndefined();
  });

  test('a Deny of everything but some actions leaves only those', () => {
    const role = [allow('*', '*'), { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }];

    expect(ask({ role }, 's3:GetObject', `${BUCKET}/a`)).toBeUndefined();
    expect(ask({ role }, 'dynamodb:Query', TABLE)).toBe('Rights statement 2 denies it');
  });
});

describe('conditions', () => {
  const IDENTITY = 'arn:aws:ses:eu-west-2:000000000000:identity/example.org';

  test.each<[condition: object, context: Right['context'], allowed: boolean]>([
    [{ StringEquals: { 'ses:FromAddress': 'a@example.org' } }, { 'ses:FromAddress': 'a@example.org' }, true],
    [{ StringEquals: { 'ses:FromAddress': 'a@example.org' } }, { 'ses:FromAddress': 'A@example.org' }, false],
    [{ StringEquals: { 'ses:FromAddress': 'a@example.org' } }, {}, false],
    [
      { StringEquals: { 'ses:FromAddress': ['a@example.org', 'b@example.org'] } },
      { 'ses:FromAddress': 'b@example.org' },
      true,
    ],
    [{ StringLike: { 's3:prefix': 'evidence/*' } }, { 's3:prefix': 'evidence/SS-1/a' }, true],
    [{ StringLike: { 's3:prefix': 'evidence/*' } }, { 's3:prefix': 'evidence' }, false],
    [{ StringLike: { 's3:prefix': 'evidence/*' } }, {}, false],
    [{ StringEquals: { 's3:prefix': 'evidence/*' } }, { 's3:prefix': 'evidence/SS-1/a' }, false],
    [
      { StringEquals: { 'kms:ViaService': 's3.eu-west-2.amazonaws.com' } },
      { 'kms:ViaService': 's3.eu-west-2.amazonaws.com' },
      true,
    ],
    [
      { StringEquals: { 'kms:ViaService': 's3.eu-west-2.amazonaws.com' } },
      { 'kms:ViaService': 'dynamodb.eu-west-2.amazonaws.com' },
      false,
    ],
    [{ Bool: { 'aws:SecureTransport': 'true' } }, { 'aws:SecureTransport': 'true' }, true],
    [{ Bool: { 'aws:SecureTransport': true } }, { 'aws:SecureTransport': 'true' }, true],
    [{ Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:SecureTransport': 'true' }, false],
    [{ StringEquals: { 'aws:SourceAccount': '000000000000' } }, { 'aws:SourceAccount': '000000000000' }, true],
    [{ StringEquals: { 'aws:SourceAccount': '000000000000' } }, {}, false],
    [
      { StringEquals: { 'ses:FromAddress': 'a@example.org' }, Bool: { 'aws:SecureTransport': 'true' } },
      { 'ses:FromAddress': 'a@example.org' },
      false,
    ],
  ])('%j against %j: %s', (condition, context, allowed) => {
    expect(
      ask({ role: [allow('ses:SendEmail', IDENTITY, condition)] }, 'ses:SendEmail', IDENTITY, context) === undefined,
    ).toBe(allowed);
  });

  test('one that is not met is told with what was asked for and what came', () => {
    const role = [allow('ses:SendEmail', '*', { StringEquals: { 'ses:FromAddress': 'a@example.org' } })];

    expect(ask({ role }, 'ses:SendEmail', IDENTITY, { 'ses:FromAddress': 'b@example.org' })).toBe(
      `no statement allows ses:SendEmail on ${IDENTITY}; Rights statement 1 asks for StringEquals ses:FromAddress a@example.org (this call has b@example.org)`,
    );
  });
});

describe("a bucket's own policy", () => {
  const everyone = { AWS: '*' };
  const plain = { Bool: { 'aws:SecureTransport': 'false' } };
  const role = [allow('s3:GetObject', `${BUCKET}/*`)];

  test('denies over what the role may do, for its objects too', () => {
    const bucket = [{ ...deny('s3:*', `${BUCKET}/*`, plain), Principal: everyone }];

    expect(ask({ role, bucket }, 's3:GetObject', `${BUCKET}/a`, { 'aws:SecureTransport': 'true' })).toBeUndefined();
    expect(ask({ role, bucket }, 's3:GetObject', `${BUCKET}/a`, { 'aws:SecureTransport': 'false' })).toBe(
      'BucketPolicy statement 1 denies it',
    );
  });

  test.each<[whom: string, principal: unknown, allowed: boolean]>([
    ['everyone', '*', true],
    ['this role', { AWS: ROLE }, true],
    ['another role', { AWS: `${ROLE}2` }, false],
    ['the account, which leaves it to the role', { AWS: ACCOUNT }, false],
    ['a service of AWS', { Service: 'logging.s3.amazonaws.com' }, false],
  ])('that allows %s', (_whom, Principal, allowed) => {
    const bucket = [{ ...allow('s3:GetObject', `${BUCKET}/*`), Principal }];

    expect(ask({ bucket }, 's3:GetObject', `${BUCKET}/a`) === undefined).toBe(allowed);
  });
});

describe('the use of a key', () => {
  const role = [allow('kms:Decrypt', KEY)];

  test.each<[kind: string, documents: Documents, allowed: boolean]>([
    [
      'by the role, where the key leaves it to the account',
      { role, key: [{ ...allow('kms:*', '*'), Principal: { AWS: ACCOUNT } }] },
      true,
    ],
    [
      'by the account, where the role has no such right',
      { key: [{ ...allow('kms:*', '*'), Principal: { AWS: ACCOUNT } }] },
      false,
    ],
    ['by the role, where the key does not know the account', { role }, false],
    [
      'by the role, where the key knows a service only',
      { role, key: [{ ...allow('kms:*', '*'), Principal: { Service: 'cloudwatch.amazonaws.com' } }] },
      false,
    ],
    [
      'by the key alone, which names the role',
      { key: [{ ...allow('kms:Decrypt', '*'), Principal: { AWS: ROLE } }] },
      true,
    ],
  ])('%s', (_kind, documents, allowed) => {
    expect(ask(documents, 'kms:Decrypt', KEY) === undefined).toBe(allowed);
  });
});

const TAG = 's3:ExistingObjectTag/Verdict';

describe('StringNotEquals holds for every other value and for none', () => {
  test.each<[kind: string, context: Right['context'], denied: boolean]>([
    ['the value', { [TAG]: 'CLEAN' }, false],
    ['another of the values', { [TAG]: 'FINE' }, false],
    ['another value', { [TAG]: 'THREATS' }, true],
    ['the value in other capitals', { [TAG]: 'clean' }, true],
    ['no value', {}, true],
    ['the value of another tag', { 's3:ExistingObjectTag/Other': 'CLEAN' }, true],
  ])('%s', (_kind, context, denied) => {
    const unlessClean = deny('s3:GetObject', `${BUCKET}/*`, { StringNotEquals: { [TAG]: ['CLEAN', 'FINE'] } });
    const bucket = [{ ...unlessClean, Principal: { AWS: ROLE } }];

    expect(ask({ role: [allow('s3:*', '*')], bucket }, 's3:GetObject', `${BUCKET}/a`, context) !== undefined).toBe(
      denied,
    );
  });
});

describe('a statement that says something which this run would not hold anyone to is refused', () => {
  test.each<[kind: string, statement: object, named: string]>([
    [
      'an unknown operator',
      allow('s3:*', '*', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }),
      'it uses the condition operator IpAddress',
    ],
    [
      'an operator with a suffix',
      allow('s3:*', '*', { StringEqualsIfExists: { 's3:prefix': 'a' } }),
      'it uses the condition operator StringEqualsIfExists',
    ],
    [
      'an unknown key',
      allow('s3:*', '*', { StringEquals: { 's3:delimiter': '/' } }),
      'it uses the condition key s3:delimiter',
    ],
    [
      'an operator that every object has',
      allow('s3:*', '*', { toString: { 's3:prefix': 'a' } }),
      'it uses the condition operator toString',
    ],
    ['NotResource', { Effect: 'Allow', Action: '*', NotResource: TABLE }, 'it uses the element NotResource'],
    ['NotPrincipal', { ...allow('*', '*'), NotPrincipal: '*' }, 'it uses the element NotPrincipal'],
    ['a policy variable', allow('s3:*', `${BUCKET}/\${aws:username}`), 'it uses a policy variable'],
    ['no action', { Effect: 'Allow', Resource: '*' }, 'it has not one of Action and NotAction'],
  ])('%s', (_kind, statement, named) => {
    expect(() => statements('Rights', { Statement: [allow('*', '*'), statement] })).toThrow(named);
    expect(() => statements('Rights', { Statement: [allow('*', '*'), statement] })).toThrow(
      new RegExp(`^Rights statement 2: .*${NOT_EVALUATED.replace('.', '\\.')}$`),
    );
  });
});
