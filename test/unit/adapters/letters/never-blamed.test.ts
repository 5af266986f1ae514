import { describe, expect, test } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { SUPPORT_CLOSED } from '#domain/case/close-support.ts';
import { noticeKindSchema } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import { personActor } from '#domain/people/actor.ts';
import { closingReasonSchema } from '#domain/support/closing-reasons.ts';
import { examples } from '../../application/notices/examples.ts';
import { caseWith, factsFor, referral, staff } from '../../application/notices/sample.ts';

const render = createNoticeRenderer();
const by = personActor('kim', 'Kim Park', 'Practitioner');
/** What staff record of a child whom no one saw, and a family never reads of itself. */
const BLAME =
  /not brought|no access|did ?n[o’']t (attend|turn up|let)|failed to|missed (the|your|our) (visit|session|appointment)|no[- ]show|disengag|non-?attend/i;

/** What would make a family justify that they wait. */
const JUSTIFY =
  /still (need|want)|why|because you|reason|confirm|must|unless|otherwise|if you do not|remove|close|lose|by \d|within \d|priority|review/i;

const toFamily = noticeKindSchema.options.filter((kind) => {
  const { theCase, support } = examples[kind];
  return noticeTable[kind].addressee({ theCase, referral, staff, support }).some((to) => to.startsWith('FAMILY'));
});
const textOf = (kind: (typeof toFamily)[number]) => {
  const { theCase, support } = examples[kind];
  return render(kind, factsFor(kind, theCase, support && { support })).text;
};
const closedFor = (why: (typeof closingReasonSchema.options)[number]) => {
  const closed = { why, pathway: 'HOME_VISITING', at: '2026-12-01T09:00:00.000Z', by };
  const theCase = caseWith({ status: 'CLOSED', outcome: SUPPORT_CLOSED, closed });
  return render('FAMILY_ENDED', factsFor('FAMILY_ENDED', theCase)).text;
};

describe('what a family reads', () => {
  test('is of many kinds', () => {
    expect(toFamily.length).toBeGreaterThan(10);
  });

  test.each(toFamily)('never says that they missed something: %s', (kind) => {
    expect(textOf(kind)).not.toMatch(BLAME);
  });

  test.each(closingReasonSchema.options)('never says it where support was closed for %s', (why) => {
    expect(closedFor(why)).not.toMatch(BLAME);
  });

  test('is "we missed each other" where a visit came to nothing, and where support ends for that', () => {
    expect(textOf('ASSESSMENT_MISSED')).toContain('We missed each other');
    expect(closedFor('WAS_NOT_BROUGHT')).toContain('We missed each other');
  });
});

describe('the question that comes every three months', () => {
  const text = textOf('FAMILY_CHECK_IN');

  test('says before it asks that the place stays, whatever is answered', () => {
    const kept = text.indexOf('Your child keeps their place, if you answer or not.');
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(text.indexOf('If something has changed'));
    expect(text).toContain('You do not have to do anything.');
  });

  test('asks for no reason, sets no day and threatens nothing', () => {
    expect(text.slice(0, text.indexOf('This link'))).not.toMatch(JUSTIFY);
  });

  test.each(['Tell us why you still need a place', 'Please confirm by 3 May', 'If you do not answer, your place goes'])(
    'would be found out where it said "%s" (planted)',
    (bad) => {
      expect(bad).toMatch(JUSTIFY);
    },
  );
});
