import * as z from 'zod';
import { S3Error } from './s3-error.ts';

const condition = z.union([
  z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
  z.record(z.string(), z.string()),
]);

const policyDocument = z.object({ expiration: z.iso.datetime(), conditions: z.array(condition) });

type Policy = z.infer<typeof policyDocument>;
type Posted = { bucket: string; fields: Map<string, string>; size: number };

// These carry the policy itself; S3 asks no condition for them.
const FREE = new Set(['policy', 'x-amz-signature', 'file', 'bucket']);

/** Holds a form upload to every condition of its policy, and refuses a field that no condition speaks of. */
export function enforcePolicy(encoded: string, posted: Posted, now: number): void {
  const policy = decodePolicy(encoded);
  if (now > Date.parse(policy.expiration)) throw violation('Policy expired.');
  const named = new Set<string>();
  for (const each of policy.conditions) {
    if (Array.isArray(each)) named.add(check(each, posted));
    else for (const [name, value] of Object.entries(each)) named.add(check(['eq', `$${name}`, value], posted));
  }
  const extra = [...posted.fields.keys()].find(
    (name) => !FREE.has(name) && !name.startsWith('x-ignore-') && !named.has(name),
  );
  if (extra) throw violation(`Extra input fields: ${extra}`);
}

type Listed = Extract<Policy['conditions'][number], unknown[]>;

function check(each: Listed, { bucket, fields, size }: Posted): string {
  if (each[0] === 'content-length-range') {
    const [, MinSizeAllowed, MaxSizeAllowed] = each;
    const proposed = 'Your proposed upload is';
    if (size < MinSizeAllowed) {
      const message = `${proposed} smaller than the minimum allowed size`;
      throw new S3Error('EntityTooSmall', message, { ProposedSize: size, MinSizeAllowed });
    }
    if (size > MaxSizeAllowed) {
      const message = `${proposed} larger than the maximum allowed size`;
      throw new S3Error('EntityTooLarge', message, { ProposedSize: size, MaxSizeAllowed });
    }
    return each[0];
  }
  const [operator, variable, wanted] = each;
  const name = variable.slice(1).toLowerCase();
  const actual = name === 'bucket' ? bucket : (fields.get(name) ?? '');
  const holds = operator === 'eq' ? actual === wanted : actual.startsWith(wanted);
  if (!holds) throw violation(`Policy Condition failed: ${JSON.stringify(each)}`);
  return name;
}

function decodePolicy(encoded: string): Policy {
  try {
    return policyDocument.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  } catch {
    throw new S3Error('InvalidPolicyDocument', 'Invalid Policy: the document is not well formed.');
  }
}

function violation(message: string): S3Error {
  return new S3Error('AccessDenied', `Invalid according to Policy: ${message}`);
}
