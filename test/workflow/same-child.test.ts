import { expect, test } from 'vitest';
import * as z from 'zod';
import { bodyOf } from '#test/cases.ts';
import { instance } from './instance.ts';
import { caseOf } from './road.ts';

const childSchema = z.looseObject({ child: z.looseObject({}) });

/** Submits the first worked case twice for the same date of birth, with these NHS numbers, and answers the second case. */
async function secondOf(first: string, second: string) {
  const one = instance();
  const references: string[] = [];
  for (const [i, nhsNumber] of [first, second].entries()) {
    const { child, ...rest } = childSchema.parse(bodyOf('C01', [`e-${i}`]));
    one.evidence.upload('caller-1', `e-${i}`);
    const body = { ...rest, child: { ...child, nhsNumber } };
    const result = await one.submit({ caller: 'caller-1', idempotencyKey: `key-of-the-${i}`, body });
    if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
    references.push(result.reference);
    await one.drain();
  }
  return await caseOf(one, references[1] ?? '');
}

test.each([
  ['as it stands', '9434765919', '9434765919'],
  ['with spaces', '9434765919', '943 476 5919'],
  ['with en dashes and a mark of direction', '943\u2013476\u20135919', '\u200E9434765919'],
])('twice: one NHS number %s is one child', async (_, first, second) => {
  expect(await secondOf(first, second)).toMatchObject({ shown: 'HELD_AS_DUPLICATE' });
});

test.each(['9999999999', '0000000000', '111 111 1111', '0123456789'])(
  'malformed: the placeholder %s says of no two children that they are one',
  async (placeholder) => {
    expect(await secondOf(placeholder, placeholder)).toMatchObject({ shown: 'IN_TRIAGE' });
  },
);
