import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countingFrom, earlierFound } from '#domain/case/earlier.ts';
import { importedCase, isQuiet } from '#domain/case/imported.ts';
import { withJoined } from '#domain/case/joined.ts';
import { resetsOf } from '#domain/lists/clock.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { presentChild } from '#domain/lists/import/present-child.ts';
import { inheritedFrom } from '#domain/lists/inherit.ts';
import { type LeftWhy, leftWhySchema } from '#domain/lists/list-events.ts';
import { placeOf } from '#domain/lists/place.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { cellsOf } from '../../application/lists/import-sample.ts';
import { anyCase, at, caseAfter, caseOnce } from './place-histories.ts';

const EARLIER = '23456789CDG';
/** After these the child waited for nothing. */
const NOT_VALID: readonly LeftWhy[] = ['LISTED_BY_MISTAKE', 'STARTED_SCHOOL'];
const LATER = '2026-11-20T09:00:00.000Z';
const before = caseAfter(['accepted', 'band confirmed', 'taken off'], EARLIER);
const left = before.left ?? expect.fail('The child has left no list.');
const datesOf = (list: ListEntry | null) => [list?.referredAt, list?.listedOn, list?.acceptedOn, list?.targetOn];
const { referredAt, listedOn, acceptedOn, targetOn } = left.place;
const earliest = [referredAt, listedOn, acceptedOn, targetOn];

/** A second referral of the same child, in November. */
const again = { ...caseAfter([]), referralOn: '2026-11-20', receivedAt: LATER };

describe('a child who is referred again after a closing', () => {
  const earlier = inheritedFrom(EARLIER, left, LATER) ?? expect.fail('Nothing is inherited.');
  const listed = caseOnce(earlierFound(again, at(LATER), earlier) ?? again, 'accepted', LATER);

  test('is listed with the dates of before, by events with a reason, and the family is owed a letter', () => {
    expect(datesOf(listed.list)).toEqual(earliest);
    const moved = listed.history.filter(({ event }) => event === 'DATE_MOVED');
    expect(moved).toMatchObject([
      { which: 'REFERRAL', text: expect.stringContaining(EARLIER) },
      { which: 'LIST', to: listedOn },
      { which: 'TARGET', to: targetOn },
    ]);
    expect(listed.list?.changed?.toTell).toBe(LATER);
    expect(resetsOf({ reference: listed.reference, events: listed.history, entry: listed.list })).toEqual([]);
  });

  test('would have lost the months of waiting without it (the planted bug)', () => {
    expect(datesOf(caseOnce(again, 'accepted', LATER).list)).not.toEqual(earliest);
  });

  test.each<[LeftWhy, string, boolean]>([
    ...leftWhySchema.options.map((why): [LeftWhy, string, boolean] => [why, LATER, !NOT_VALID.includes(why)]),
    ['NOT_REACHED', '2027-03-25T09:00:00.000Z', true],
    ['NOT_REACHED', '2027-03-27T09:00:00.000Z', false],
  ])('who left for %s, seen on %s, keeps the clock: %s', (why, now, keeps) => {
    expect(inheritedFrom(EARLIER, { ...left, at: '2026-09-25T23:00:00.000Z', why }, now) !== undefined).toBe(keeps);
  });
});

describe('a confirmed duplicate', () => {
  const waiting = caseAfter(['accepted', 'band confirmed'], EARLIER);
  const later = caseOnce(again, 'accepted', LATER);

  test('that waited for longer gives its dates to the referral that continues', () => {
    const { list } = withJoined(later, at(LATER), waiting) ?? expect.fail('It was not joined.');
    expect(datesOf(list)).toEqual(datesOf(waiting.list));
  });

  test('that came later changes no date of the referral that continues', () => {
    const { list } = withJoined(waiting, at(LATER), later) ?? expect.fail('It was not joined.');
    expect(datesOf(list)).toEqual(datesOf(waiting.list));
  });

  test('gives its dates to a referral that is not on a list yet, for when it is', () => {
    const joined = withJoined(again, at(LATER), waiting) ?? expect.fail('It was not joined.');
    expect(datesOf(caseOnce(joined, 'accepted', LATER).list)).toEqual(datesOf(waiting.list));
  });
});

describe('a child who came with a present list', () => {
  const child = presentChild(cellsOf(1)) ?? expect.fail('The row is sound.');
  const facts = { reference: EARLIER, file: 'a-file', child, by: MACHINE };
  const imported = importedCase(facts, { now: '2026-09-24T09:00:00.000Z', policyVersion: 1 }, defaultPolicy);
  const place = placeOf(imported.list ?? expect.fail('The child is on a list.'));
  const ofFile = ['2026-01-12T00:00:00.000Z', '2026-07-28', '2026-07-20', '2027-01-20'];

  test('and is referred again after a closing, is listed with the dates of the file', () => {
    const taken = { at: '2026-10-01T09:00:00.000Z', why: 'NOT_REACHED', place };
    const earlier = inheritedFrom(EARLIER, taken, LATER) ?? expect.fail('Nothing is inherited.');
    expect(datesOf(caseOnce(earlierFound(again, at(LATER), earlier) ?? again, 'accepted', LATER).list)).toEqual(ofFile);
  });

  test('and is a confirmed duplicate, gives the dates of the file to the referral that continues', () => {
    const { list } = withJoined(caseOnce(again, 'accepted', LATER), at(LATER), imported) ?? expect.fail('Not joined.');
    expect(datesOf(list)).toEqual(ofFile);
  });

  test('keeps the dates of the file, and no one is told, where a later referral is joined to it', () => {
    const joined = withJoined(imported, at(LATER), caseOnce(again, 'accepted', LATER)) ?? expect.fail('Not joined.');
    expect([datesOf(joined.list), isQuiet(joined), joined.outbox]).toEqual([ofFile, true, []]);
  });
});

test('whatever happened to both, no date becomes later, and each is the earliest that counts', () => {
  fc.assert(
    fc.property(anyCase, anyCase, (one, other) => {
      if (!one.list || !other.list) return;
      const { reference } = one;
      const earlier = { reference: 'OTHER', ...placeOf(other.list) };
      const after = countingFrom(earlier, at(LATER))(one.list, reference)?.entry ?? one.list;
      const [mine, theirs, now] = [placeOf(one.list), placeOf(other.list), placeOf(after)];
      for (const date of ['referredAt', 'listedOn', 'targetOn'] as const) {
        expect(now[date]).toBe([mine[date], theirs[date]].sort()[0]);
      }
      expect(countingFrom(earlier, at(LATER))(after, reference)).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});
