import { expect, test } from 'vitest';
import * as z from 'zod';
import { bodyOf } from '#test/cases.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { instance } from './instance.ts';
import { caseOf, decideForGood } from './road.ts';

const bodySchema = z.looseObject({ referrer: z.looseObject({}) });

/** One child referred twice, by two professionals, the second held until someone compares them. */
async function referredTwice() {
  const one = instance();
  const references: string[] = [];
  for (const [i, email] of ['first@example.org', 'second@example.org'].entries()) {
    const { referrer, ...rest } = bodySchema.parse(bodyOf('C01', [`e-${i}`]));
    one.evidence.upload('caller-1', `e-${i}`);
    const body = { ...rest, referrer: { ...referrer, email, teamEmail: undefined } };
    const result = await one.submit({ caller: 'caller-1', idempotencyKey: `key-of-the-${i}`, body });
    if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
    references.push(result.reference);
    await one.drain();
  }
  const [first = '', second = ''] = references;
  const last = (mailbox: string) => one.mail.findLast(({ to }) => to === mailbox)?.subject ?? '';
  return { one, first, second, last };
}

test('a confirmed duplicate is joined to the case that continues, and each referrer is told once', async () => {
  const { one, first, second, last } = await referredTwice();
  await decideForGood(one, second, 'CONFIRMED_DUPLICATE');
  await one.drain();
  expect(await caseOf(one, second)).toMatchObject({ shown: 'NOT_ACCEPTED' });
  expect((await caseOf(one, first)).joined).toMatchObject([{ reference: second }]);
  expect(last('second@example.org')).toBe(`Referral ${second}: ${subjects.alreadyOne}`);
  expect(last('first@example.org')).toBe(`Referral ${first}: ${subjects.anotherReferred}`);
  expect(one.mail.filter(({ subject }) => subject.includes(subjects.anotherReferred))).toHaveLength(1);
});

test('two that are found to be two children stay apart', async () => {
  const { one, first, second } = await referredTwice();
  await decideForGood(one, second, 'NOT_A_DUPLICATE');
  await one.drain();
  expect((await caseOf(one, first)).joined).toBeUndefined();
  expect((await caseOf(one, second)).shown).toBe('IN_TRIAGE');
});

test('joined to a case that has ended since, the documents are kept with it and its referrer hears nothing', async () => {
  const { one, first, second } = await referredTwice();
  await decideForGood(one, first, 'DECLINE');
  await one.drain();
  await decideForGood(one, second, 'CONFIRMED_DUPLICATE');
  await one.drain();
  expect((await caseOf(one, first)).joined).toMatchObject([{ reference: second }]);
  expect(one.mail.filter(({ subject }) => subject.includes(subjects.anotherReferred))).toEqual([]);
});
