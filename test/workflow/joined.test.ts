import { expect, test } from 'vitest';
import * as z from 'zod';
import { personActor } from '#domain/people/actor.ts';
import { bodyOf } from '#test/cases.ts';
import { deciderId } from '#test/http/records.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { instance } from './instance.ts';
import { caseOf, decide, decideForGood } from './road.ts';

type Instance = ReturnType<typeof instance>;

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

test('a confirmed duplicate is joined to the case that continues, and each referrer is told once, of both where that is chosen', async () => {
  const { one, first, second, last } = await referredTwice();
  await decideForGood(one, second, 'CONFIRMED_DUPLICATE', undefined, { tellOther: 'YES' });
  await one.drain();
  expect(await caseOf(one, second)).toMatchObject({ shown: 'NOT_ACCEPTED' });
  expect((await caseOf(one, first)).joined).toMatchObject([{ reference: second }]);
  expect(last('second@example.org')).toBe(`Referral ${second}: ${subjects.alreadyOne}`);
  expect(last('first@example.org')).toBe(`Referral ${first}: ${subjects.anotherReferred}`);
  expect(one.mail.filter(({ subject }) => subject.includes(subjects.anotherReferred))).toHaveLength(1);
});

test('each referrer reads about their own referral alone, unless who decides chooses otherwise', async () => {
  const { one, first, second, last } = await referredTwice();
  await decideForGood(one, second, 'CONFIRMED_DUPLICATE');
  await one.drain();
  expect(last('first@example.org')).toBe(`Referral ${first}: ${subjects.moreToRead}`);
  const said = one.mail.findLast(({ to }) => to === 'first@example.org')?.text ?? '';
  for (const word of ['nother professional', 'two referrals', 'duplicate', second]) expect(said).not.toContain(word);
});

test('two that are found to be two children stay apart', async () => {
  const { one, first, second } = await referredTwice();
  await decideForGood(one, second, 'NOT_A_DUPLICATE');
  await one.drain();
  expect((await caseOf(one, first)).joined).toBeUndefined();
  expect((await caseOf(one, second)).shown).toBe('IN_TRIAGE');
});

const by = personActor(deciderId, 'Sam Field', 'Portage practitioner');
const declined = async (one: Instance, reference: string) => {
  await decideForGood(one, reference, 'DECLINE');
  await one.drain();
};
const redirected = async (one: Instance, reference: string) => {
  await decideForGood(one, reference, 'REDIRECT');
  await one.drain();
};
const died = async (one: Instance, reference: string) => {
  await one.died({ reference, by });
  await one.drain();
};

test.each([
  ['declined', declined, 'DUPLICATE_OF_ENDED'],
  ['redirected', redirected, 'DUPLICATE_OF_ENDED'],
  ['that of a child who has died', died, 'DUPLICATE_OF_DIED'],
])('late: no referral is confirmed as a duplicate of one that was %s; it stays with people', async (_, end, code) => {
  const { one, first, second } = await referredTwice();
  await end(one, first);
  expect(await decide(one, second, 'CONFIRMED_DUPLICATE')).toMatchObject({
    kind: 'INVALID',
    problems: [{ code, path: 'outcome' }],
  });
  expect((await caseOf(one, second)).shown).toBe('HELD_AS_DUPLICATE');
  await decideForGood(one, second, 'NOT_A_DUPLICATE');
  await one.drain();
  expect((await caseOf(one, second)).shown).toBe('IN_TRIAGE');
});

test.each([
  ['declined', declined, 'IN_TRIAGE'],
  ['redirected', redirected, 'IN_TRIAGE'],
  ['that of a child who has died', died, 'HELD_AS_DUPLICATE'],
])('late: a duplicate continues when the other was %s before it was closed', async (_, end, shown) => {
  const { one, first, second, last } = await referredTwice();
  await decide(one, second, 'CONFIRMED_DUPLICATE');
  await end(one, first);
  one.clock.advanceMinutes(5);
  await one.sweep();
  await one.drain();
  await one.sweep();
  await one.drain();
  const theCase = await caseOf(one, second);
  expect(theCase).toMatchObject({ shown, parked: null });
  expect(theCase.events).toContain('DUPLICATE_CONTINUES');
  expect((await caseOf(one, first)).joined).toBeUndefined();
  expect(last('second@example.org')).not.toContain(subjects.alreadyOne);
  expect(one.mail.filter(({ subject }) => subject.includes(subjects.anotherReferred))).toEqual([]);
});
