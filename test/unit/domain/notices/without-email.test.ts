import { describe, expect, test } from 'vitest';
import { noticeKindSchema } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import { noticesOwed } from '#domain/notices/plan.ts';
import { examples } from '../../application/notices/examples.ts';
import { referral, staff } from '../../application/notices/sample.ts';

const [byEmail, byPost, neither] = [
  { name: 'A. Mother', email: 'mother@example.org' },
  { name: 'A. Mother', address: '1 Example Road' },
  { name: 'A. Mother' },
];

/** What staff are asked to do for this family when a notice of this kind is due, as the kinds of their TODOs. */
function askedOfStaff(kind: (typeof kinds)[number], parent: object): string[] {
  const { at, theCase, support } = examples[kind];
  if (at === 'SUBMITTED') return [];
  const owed = noticesOwed(at, theCase, { ...referral, family: { parents: [parent] } }, staff, support);
  const asked = owed.flatMap((one) => noticeTable[one.kind].todo ?? []);
  const telling = asked.filter(({ kind: what }) => what === 'TELL_IN_PERSON' || what === 'PRINT_LETTER');
  return [...new Set(telling.map((one) => one.kind))];
}

const kinds = noticeKindSchema.options.filter((kind) => kind.startsWith('FAMILY_'));

/** How who gets no email hears of each: with an address, and with none. The reasons stand in decision 0041. */
const heard: Readonly<Record<string, readonly [string[], string[]]>> = {
  FAMILY_LETTER: [['PRINT_LETTER'], ['TELL_IN_PERSON']],
  // Where there is neither, the referrer is asked to tell them, and our team after ten working days.
  FAMILY_ENDED: [['PRINT_LETTER'], []],
  FAMILY_REOPENED: [['PRINT_LETTER'], ['TELL_IN_PERSON']],
  FAMILY_PLAY: [['PRINT_LETTER'], ['TELL_IN_PERSON']],
  FAMILY_SCHOOL: [['PRINT_LETTER'], ['TELL_IN_PERSON']],
  FAMILY_CHECK_IN: [['PRINT_LETTER'], ['TELL_IN_PERSON']],
  FAMILY_PLACE: [['PRINT_LETTER'], ['TELL_IN_PERSON']],
  FAMILY_ASKED: [['TELL_IN_PERSON'], ['TELL_IN_PERSON']],
  FAMILY_NOT_ANSWERED: [['TELL_IN_PERSON'], ['TELL_IN_PERSON']],
  FAMILY_DELAYED: [['TELL_IN_PERSON'], ['TELL_IN_PERSON']],
  // The referrer prints it for them the day it is sent.
  FAMILY_RECEIPT: [[], []],
  // Who gets no email has answered to someone of our team, who confirms it there and then.
  FAMILY_OFFER_ANSWERED: [[], []],
  // Who gets no email is answered in person: staff cannot enter that they read it on their page.
  FAMILY_ASK_ANSWERED: [[], []],
};

describe('what a family is emailed', () => {
  test.each(kinds)('%s reaches who gets no email another way, and asks nothing of staff for who does', (kind) => {
    expect([byPost, neither].map((parent) => askedOfStaff(kind, parent))).toEqual(heard[kind]);
    expect(askedOfStaff(kind, byEmail)).toEqual([]);
  });
});
