import * as z from 'zod';
import type { Resolver } from '../assembly/resolve.ts';
import type { Template } from '../assembly/template.ts';
import { IamError } from './iam-error.ts';
import { keyOf } from './key-of.ts';
import { type Statement, statements } from './statement.ts';

/** What everyone may do, by ARN; compiled once, when the assembly is loaded. */
export type Policies = {
  ofRole: Map<string, Statement[]>;
  /** The policies that stand on buckets, queues, topics and keys. */
  ofResource: Map<string, Statement[]>;
  /** The key behind a table, a bucket or a secret, where it is one of the account's own. */
  keyOf: Map<string, string>;
};

type Attach = (kind: 'ofRole' | 'ofResource', id: string, policy: string, document: unknown) => void;
type Reader = (template: Template, property: Resolver, id: string, attach: Attach) => void;

const inline = z.array(z.object({ PolicyName: z.string(), PolicyDocument: z.unknown() })).default([]);
const refs = z.union([z.object({ Ref: z.string() }).transform((one) => [one]), z.array(z.object({ Ref: z.string() }))]);

/** A policy that stands alone and names, by a property, on which resources of the stack it stands. */
const on =
  (kind: 'ofRole' | 'ofResource', named: string): Reader =>
  (template, property, id, attach) => {
    const holders = refs.safeParse(template.Resources[id]?.Properties[named]);
    if (!holders.success) throw new IamError(`${id}.${named}: it names something outside the stack`);
    for (const { Ref } of holders.data) attach(kind, Ref, id, property(id, 'PolicyDocument'));
  };

const refused: Reader = (template, _property, id) => {
  throw new IamError(`${id}: it is of the type ${template.Resources[id]?.Type}`);
};

/** Only what Lambda or Step Functions may assume acts in this run. */
function actsHere(property: Resolver, id: string): boolean {
  return /"(lambda|states)\.amazonaws\.com"/.test(JSON.stringify(property(id, 'AssumeRolePolicyDocument')));
}

function refuseProperty(property: Resolver, id: string, name: string): void {
  if (property(id, name) !== undefined) throw new IamError(`${id}: it has ${name}`);
}

const READERS: Record<string, Reader> = {
  'AWS::IAM::Policy': on('ofRole', 'Roles'),
  'AWS::S3::BucketPolicy': on('ofResource', 'Bucket'),
  'AWS::SQS::QueuePolicy': on('ofResource', 'Queues'),
  'AWS::SNS::TopicPolicy': on('ofResource', 'Topics'),
  'AWS::KMS::Key': (_template, property, id, attach) => attach('ofResource', id, id, property(id, 'KeyPolicy')),
  'AWS::DynamoDB::Table': (_template, property, id) => refuseProperty(property, id, 'ResourcePolicy'),
  'AWS::IAM::Role': (_template, property, id, attach) => {
    if (actsHere(property, id))
      for (const name of ['ManagedPolicyArns', 'PermissionsBoundary']) refuseProperty(property, id, name);
    for (const { PolicyName, PolicyDocument } of inline.parse(property(id, 'Policies'))) {
      attach('ofRole', id, `${id} ${PolicyName}`, PolicyDocument);
    }
  },
  'AWS::IAM::ManagedPolicy': refused,
  'AWS::IAM::RolePolicy': refused,
  'AWS::SecretsManager::ResourcePolicy': refused,
};

/** Compiles all policies of the stack. Throws IamError, naming it, for whatever this run would not hold anyone to. */
export function readPolicies(template: Template, property: Resolver, arnOf: (logicalId: string) => string): Policies {
  const policies: Policies = { ofRole: new Map(), ofResource: new Map(), keyOf: new Map() };
  const attach: Attach = (kind, id, policy, document) => {
    const before = policies[kind].get(arnOf(id)) ?? [];
    policies[kind].set(arnOf(id), [...before, ...statements(policy, document)]);
  };
  for (const [id, { Type }] of Object.entries(template.Resources)) {
    READERS[Type]?.(template, property, id, attach);
    const key = keyOf(property, id, Type);
    if (key !== undefined) policies.keyOf.set(arnOf(id), key);
  }
  return policies;
}
