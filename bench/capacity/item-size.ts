import * as z from 'zod';

export const itemSchema = z.record(z.string(), z.looseObject({}));

/** An item as DynamoDB's protocol writes it: each value under the letter of its type. */
export type Item = z.infer<typeof itemSchema>;

const bytes = (text: string) => Buffer.byteLength(text, 'utf8');
const OVERHEAD = 3;

/**
 * The size by which DynamoDB bills an item, in bytes. Source: its developer guide, "DynamoDB item sizes and formats".
 * Names and strings count in UTF-8, a number about one byte for two digits and one more. A list or map counts 3 and
 * each member 1.
 */
export function itemSize(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + valueSize(value), 0);
}

function valueSize(value: unknown): number {
  if (typeof value !== 'object' || value === null) throw new Error(`Not a DynamoDB value: ${JSON.stringify(value)}`);
  const [[type, content] = ['', undefined]] = Object.entries(value);
  switch (type) {
    case 'S':
      return bytes(String(content));
    case 'N':
      return Math.ceil(String(content).replace(/[-.]/g, '').length / 2) + 1;
    case 'BOOL':
    case 'NULL':
      return 1;
    case 'B':
      return Buffer.from(String(content), 'base64').length;
    case 'L':
      return Array.isArray(content) ? OVERHEAD + sum(content, (member) => 1 + valueSize(member)) : Number.NaN;
    case 'M':
      return OVERHEAD + sum(Object.entries(content ?? {}), ([name, member]) => 1 + bytes(name) + valueSize(member));
    default:
      throw new Error(`A DynamoDB value of type ${type} has no size here yet.`);
  }
}

function sum<Member>(members: readonly Member[], sizeOf: (member: Member) => number): number {
  return members.reduce((total, member) => total + sizeOf(member), 0);
}
