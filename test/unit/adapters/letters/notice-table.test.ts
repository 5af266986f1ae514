import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { noticeKindSchema } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import { noticesOwed } from '#domain/notices/plan.ts';
import { examples } from '../../application/notices/examples.ts';
import {
  caseWith,
  factsFor,
  reference,
  referral,
  staff,
  taskOf,
  withdrawnAfterListing,
} from '../../application/notices/sample.ts';

const folder = new URL('../../../../adapters/letters/templates/', import.meta.url);
/** Emails that are no notices: they have no case and no ledger entry. */
const others = ['code.njk', 'draft-link.njk', 'mail-answer.njk', 'layout.njk', 'layout.html.njk'];
const kinds = noticeKindSchema.options;
const render = createNoticeRenderer();

test('each template words one kind of notice, and none is left over', () => {
  const parts = (name: string) => !name.startsWith('_') && !others.includes(name);
  const named = kinds.map((kind) => noticeTable[kind].template);
  expect(named.toSorted()).toEqual(readdirSync(folder).filter(parts).toSorted());
});

test.each(kinds)('a %s is owed in its example, with its link, and its template words it', (kind) => {
  const { at, theCase, support, doNotContact, byPost } = examples[kind];
  const reached = byPost ? { address: '1 High Street, Taunton' } : { email: 'mother@example.org' };
  const parents = [{ name: 'A. Mother', ...reached, ...(doNotContact && { doNotContact }) }];
  const about = { ...referral, family: { parents } };
  const to = noticeTable[kind].addressee({ theCase, referral: about, staff, support });
  expect(to.length).toBeGreaterThan(0);
  if (at !== 'SUBMITTED') {
    const owed = noticesOwed(at, theCase, about, staff, support).filter((notice) => notice.kind === kind);
    expect(owed.map((notice) => notice.to)).toEqual(to);
    expect(owed.map(({ link = null }) => link)).toEqual(to.map(() => noticeTable[kind].link));
  }
  const { subject, text } = render(kind, factsFor(kind, theCase, support && { support }));
  // A digest is of several referrals: each is named in its text.
  expect(kind === 'TEAM_DIGEST' ? text : subject).toContain(reference);
  expect(text.includes('/l/')).toBe(noticeTable[kind].link !== null);
});

test.each(kinds)('a %s that was put off is still sent while its example stands', (kind) => {
  const { at, theCase, support } = examples[kind];
  const { taskId } = noticesOwed(at === 'SUBMITTED' ? 'RECEIVED' : at, theCase, referral, staff, support)[0] ?? {};
  expect(noticeTable[kind].isOver({ taskId }, theCase, support)).toBe(false);
});

test.each(kinds.filter((kind) => examples[kind].at.startsWith('TASK')))(
  'a %s is given up once another task is open (late)',
  (kind) => {
    const later = caseWith({ task: { ...taskOf('TRIAGE'), id: `${reference}-T2` } });
    expect(noticeTable[kind].isOver({ taskId: `${reference}-T1` }, later)).toBe(true);
  },
);

test('what says that the child is on a list, or that the referral waits, is given up once it is withdrawn (late)', () => {
  const over = kinds.filter((kind) => noticeTable[kind].isOver({}, withdrawnAfterListing()));
  expect(over.toSorted()).toEqual(
    [
      ...[
        'ADVISORY_NEW_LINK',
        'FAMILY_CHECK_IN',
        'FAMILY_LETTER',
        'FAMILY_SCHOOL',
        'TEAM_PRINT_SCHOOL',
        'TEAM_TELL_SCHOOL',
        'HAND_OVER_REQUEST',
        'OUTCOME_LISTED',
        'TEAM_LISTED',
        'TEAM_PRINT_CHECK_IN',
        'TEAM_TELL_CHECK_IN',
        'TEAM_PRINT_LISTED',
        'TEAM_TELL_IN_PERSON',
      ],
      ...['TEAM_CONFIRM_WITHDRAWAL', 'TEAM_LOOK_AGAIN', 'WITHDRAWAL_KEPT', 'TEAM_ASK_RECEIVED'],
      ...['FAMILY_ASKED', 'FAMILY_NOT_ANSWERED', 'REFERRER_NOT_ANSWERED', 'TEAM_TELL_ASKED', 'TEAM_TELL_NOT_ANSWERED'],
      ...['OFFER', 'OFFER_REMINDER', 'OFFER_NO_ANSWER', 'FAMILY_OFFER_ANSWERED', 'TEAM_RING_FAMILY'],
      ...['TEAM_PRINT_OFFER', 'TEAM_TELL_OFFER', 'TEAM_EXTENSION_ASKED', 'TEAM_EXTENSION_DECIDED'],
      ...['TEAM_TELL_DELAYED', 'TEAM_PRINT_REOPENED', 'TEAM_TELL_REOPENED'],
      ...['ASSESSMENT_BOOKED', 'ASSESSMENT_CANCELLED', 'ASSESSMENT_MISSED', 'ASSESSMENT_MOVED', 'ASSESSMENT_REMINDER'],
      ...['TEAM_AFTER_MISSED', 'TEAM_PRINT_ASSESSMENT', 'TEAM_TELL_ASSESSMENT', 'TEAM_TELL_VISIT'],
      ...['JOINT_ASKED', 'JOINT_REMINDER', 'TEAM_JOINT_ANSWERED', 'TEAM_JOINT_UNANSWERED'],
      ...['FAMILY_DELAYED', 'FAMILY_RECEIPT', 'FAMILY_REOPENED', 'REFERRER_DELAYED', 'STUCK', 'OPERATOR_ESCALATION'],
    ].toSorted(),
  );
});
