import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { NOBODY_DECIDED } from '#domain/case/tell-of-parked.ts';
import { noticeToSchema } from '#domain/notices/notice.ts';
import { type NoticeMoment, noticesOwed } from '#domain/notices/plan.ts';
import { MACHINE, personActor, referrerActor } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import { examples } from '../../application/notices/examples.ts';
import {
  caseWith,
  inId,
  listed,
  manager,
  reference,
  referral,
  staff,
  taskOf,
  triager1,
  triager2,
  withdrawnAfterListing,
} from '../../application/notices/sample.ts';

const moments: NoticeMoment[] = [
  'RECEIVED',
  'TASK_OPENED',
  'TASK_REMINDED',
  'PARKED',
  'OUTCOME',
  'FAMILY_RECEIPT',
  'JOINED',
  'SHARED',
  'SHARED_UNOPENED',
  'SHARED_OPENED',
  'HAND_OVER_ASKED',
  'HANDED_OVER',
];
const who = (moment: NoticeMoment, theCase = caseWith({}), from = referral) =>
  noticesOwed(moment, theCase, from, staff).map(({ kind, to }) => `${kind} ${to}`);

test('a received referral is acknowledged to the referrer and the team mailbox, each with a link to follow it', () => {
  const owed = noticesOwed('RECEIVED', caseWith({}), referral, staff);
  expect(owed).toEqual([
    { id: 'ACKNOWLEDGEMENT-REFERRER', kind: 'ACKNOWLEDGEMENT', to: 'REFERRER', link: 'STATUS' },
    { id: 'ACKNOWLEDGEMENT-REFERRER_TEAM', kind: 'ACKNOWLEDGEMENT', to: 'REFERRER_TEAM', link: 'STATUS' },
  ]);
});

test('a team mailbox that is the referrer’s own gets no second copy (twice)', () => {
  const same = { ...referral, referrer: { ...referral.referrer, teamEmail: 'Referrer@example.org' } };
  expect(who('RECEIVED', caseWith({}), same)).toEqual(['ACKNOWLEDGEMENT REFERRER']);
});

test('a triage task asks every triager, each by a link to that task', () => {
  const owed = noticesOwed('TASK_OPENED', caseWith({ task: taskOf('TRIAGE') }), referral, staff);
  expect(owed.map(({ to }) => to)).toEqual([triager1, triager2]);
  expect(owed[1]).toEqual({
    id: `TRIAGE_REQUEST-${reference}-T1-${inId(triager2)}`,
    kind: 'TRIAGE_REQUEST',
    to: triager2,
    taskId: `${reference}-T1`,
    link: 'TASK',
  });
});

test('a possible duplicate is put to the triagers and a question to the referrer’s mailboxes', () => {
  const duplicate = caseWith({ task: taskOf('DUPLICATE') });
  expect(who('TASK_OPENED', duplicate)).toEqual([`DUPLICATE_REQUEST ${triager1}`, `DUPLICATE_REQUEST ${triager2}`]);
  const question = caseWith({ task: taskOf('REFERRER') });
  expect(who('TASK_OPENED', question)).toEqual(['REFERRER_REQUEST REFERRER', 'REFERRER_REQUEST REFERRER_TEAM']);
});

test('the service manager is told from the second reminder to the team on, and never of a referrer’s silence', () => {
  const after = (kind: 'TRIAGE' | 'DUPLICATE' | 'REFERRER', round: number) =>
    who('TASK_REMINDED', caseWith({ task: taskOf(kind, round) })).filter((one) => one.includes(manager));
  expect(after('TRIAGE', 1)).toEqual([]);
  expect(after('TRIAGE', 2)).toEqual([`TRIAGE_ESCALATION ${manager}`]);
  expect(after('DUPLICATE', 3)).toEqual([`TRIAGE_ESCALATION ${manager}`]);
  expect(after('REFERRER', 3)).toEqual([]);
});

test('the referrer hears once when a decision is late enough for the service manager, unless a machine may have sent it', () => {
  const told = (kind: 'TRIAGE' | 'DUPLICATE' | 'SUSPICIOUS' | 'REFERRER', round: number) =>
    who('TASK_REMINDED', caseWith({ task: taskOf(kind, round) })).filter((one) => one.startsWith('REFERRER_DELAYED'));
  const both = ['REFERRER_DELAYED REFERRER', 'REFERRER_DELAYED REFERRER_TEAM'];
  expect([1, 2, 3, 4, 5].map((round) => told('TRIAGE', round))).toEqual([[], both, [], [], []]);
  expect([1, 2, 3].map((round) => told('DUPLICATE', round))).toEqual([[], both, []]);
  expect([2, 3].flatMap((round) => [...told('SUSPICIOUS', round), ...told('REFERRER', round)])).toEqual([]);
});

const operator = {
  id: 'op',
  name: 'Olu',
  mailbox: 'op@example.org',
  roles: ['OPERATOR' as const],
  leave: [],
  isActive: true,
};
/** Who is told of an escalation to the operator at this reminder, in a team that has one or not. */
const operatorsTold = (round: number, operators: (typeof operator)[]) =>
  noticesOwed(
    'TASK_REMINDED',
    caseWith({ task: { ...taskOf('TRIAGE', round), managerAt: 2, operatorAt: 3 } }),
    referral,
    { ...staff, operators },
  ).flatMap(({ kind, to, hold }) => (kind === 'OPERATOR_ESCALATION' ? [{ to, hold }] : []));

test('the operator is told at one reminder alone, by an email of its own', () => {
  const told = [1, 2, 3, 4].map((round) => operatorsTold(round, [operator]));
  expect(told).toEqual([[], [], [{ to: 'PERSON:op', hold: undefined }], []]);
});

test('where no one is an operator, the service manager is told in the digest', () => {
  expect(operatorsTold(3, [])).toEqual([{ to: manager, hold: 'MORNING' }]);
});

const inFault = (patch: Partial<Case> = {}, told?: number) =>
  caseWith({ ...patch, parked: { at: '2026-11-02T09:00:00.000Z', why: 'Bug', ...(told ? { told } : {}) } });
const undecided = (kind: 'TRIAGE' | 'DUPLICATE' | 'SUSPICIOUS', told?: number) =>
  caseWith({
    task: { ...taskOf(kind, 5), managerAt: 2, operatorAt: 3 },
    parked: { at: '2026-11-02T09:00:00.000Z', why: NOBODY_DECIDED, ...(told ? { told } : {}) },
    ...(kind === 'SUSPICIOUS' ? { suspicion: 'STANDS' as const } : {}),
  });
const deciding = [triager1, triager2, manager].map((one) => `NO_DECISION ${one}`);
const delayed = ['REFERRER_DELAYED REFERRER', 'REFERRER_DELAYED REFERRER_TEAM'];

test.each([
  ['that no one decided', undecided('TRIAGE'), [...deciding, ...delayed]],
  ['that no one decided, told once before', undecided('TRIAGE', 1), deciding],
  ['that no one decided, told four times before', undecided('TRIAGE', 4), [...deciding, ...delayed]],
  ['held as a duplicate', undecided('DUPLICATE'), [...deciding, ...delayed]],
  ['that a machine may have sent', undecided('SUSPICIOUS'), deciding],
  ['that a fault stopped', inFault(), [`STUCK ${manager}`, ...delayed]],
  ['that a fault stopped in triage', inFault({ task: taskOf('TRIAGE') }), [`STUCK ${manager}`, ...delayed]],
  ['whose fault was told', inFault({}, 3), [`STUCK ${manager}`]],
  ['suspicious, in a fault', inFault({ suspicion: 'STANDS' }), [`STUCK ${manager}`]],
])('of a parked case %s those are told who can move it, and the referrer now and then', (_which, theCase, expected) => {
  expect(who('PARKED', theCase)).toEqual(expected);
});

test('each telling of a parked case has ids of its own, and the same when it is worked out again', () => {
  const ids = (told?: number) => noticesOwed('PARKED', undecided('TRIAGE', told), referral, staff).map(({ id }) => id);
  expect(ids(4)).toEqual(ids(4));
  expect(new Set([...ids(), ...ids(1), ...ids(4)]).size).toBe(5 + 3 + 5);
});

test('every reminder has an id of its own, also when a restarted case counts them from one again', () => {
  const ids = [1, 2].flatMap((run) =>
    [1, 2].flatMap((round) => {
      const theCase = caseWith({ run, task: taskOf('TRIAGE', round) });
      return noticesOwed('TASK_REMINDED', theCase, referral, staff).map(({ id }) => id);
    }),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(14);
});

test('a moment without a task owes no one anything (late)', () => {
  expect(who('TASK_REMINDED')).toEqual([]);
  expect(who('TASK_OPENED')).toEqual([]);
});

test('a listed child: the referrer, the family and the service manager are told', () => {
  expect(who('OUTCOME', listed('INITIAL_ASSESSMENT'))).toEqual([
    'OUTCOME_LISTED REFERRER',
    'OUTCOME_LISTED REFERRER_TEAM',
    'FAMILY_LETTER FAMILY:0',
    `TEAM_LISTED ${manager}`,
  ]);
});

test('a parent who must not be written to is a task for the service manager', () => {
  const parents = [{ name: 'A. Mother', email: 'mother@example.org', doNotContact: true }];
  const owed = who('OUTCOME', listed('INITIAL_ASSESSMENT'), { ...referral, family: { parents } });
  expect(owed).toContain(`TEAM_TELL_IN_PERSON ${manager}`);
});

test('two parents with one mailbox get one letter in it (twice)', () => {
  const parents = [
    { name: 'A. Mother', email: 'home@example.org' },
    { name: 'A. Father', email: 'HOME@example.org' },
  ];
  const owed = who('OUTCOME', listed('INITIAL_ASSESSMENT'), { ...referral, family: { parents } });
  expect(owed.filter((one) => one.startsWith('FAMILY'))).toEqual(['FAMILY_LETTER FAMILY:0']);
});

test.each([
  ['NOT_ACCEPTED', 'NOT_ACCEPTED_NO_EVIDENCE', 'NOT_ACCEPTED_NO_EVIDENCE', 'RESUBMIT'],
  ['NOT_ACCEPTED', 'NOT_ACCEPTED_NO_CONSENT', 'NOT_ACCEPTED_NO_CONSENT', 'STATUS'],
  ['NOT_ACCEPTED', 'RETURNED_INVALID', 'RETURNED_INVALID', 'RESUBMIT'],
  ['REDIRECTED', 'REDIRECTED_EY_ADVISORY', 'REDIRECTED_EY_ADVISORY', 'FORWARD'],
  ['OUT_OF_SCOPE', 'OUT_OF_SCOPE', 'OUT_OF_SCOPE', 'STATUS'],
  ['DECLINED', 'DECLINE', 'OUTCOME_DECLINED', 'STATUS'],
  ['REDIRECTED', 'REDIRECT', 'OUTCOME_REDIRECTED', 'STATUS'],
] as const)(
  'a case that is %s by %s is told to the referrer alone, beside the team, as %s',
  (status, outcome, kind, link) => {
    const owed = noticesOwed('OUTCOME', caseWith({ status, outcome }), referral, staff).filter(
      ({ to }) => !to.startsWith('PERSON:'),
    );
    expect(owed.map((one) => `${one.kind} ${one.to}`)).toEqual([`${kind} REFERRER`, `${kind} REFERRER_TEAM`]);
    expect(owed.map((one) => one.link)).toEqual([link, link]);
  },
);

test('a confirmed duplicate is told to its referrer', () => {
  const theCase = caseWith({ status: 'NOT_ACCEPTED', outcome: 'POSSIBLE_DUPLICATE', duplicateOf: 'CDF23456789' });
  expect(who('OUTCOME', theCase)).toEqual(['OUTCOME_DUPLICATE REFERRER', 'OUTCOME_DUPLICATE REFERRER_TEAM']);
});

test('a case that is told while people still look at it owes no one an outcome (out of order)', () => {
  expect(who('OUTCOME', caseWith({ status: 'IN_TRIAGE' }))).toEqual([]);
});

test('a manager who recorded the withdrawal is not written to about it; the others are', () => {
  const theCase = withdrawnAfterListing();
  const by = personActor(seededId('manager@example.org'), 'Alex', 'Service manager');
  const withdrawal = theCase.withdrawal && { ...theCase.withdrawal, by };
  const told = who('OUTCOME', withdrawal ? { ...theCase, withdrawal } : theCase);
  expect(told.filter((one) => one.startsWith('TEAM_WITHDRAWN'))).toEqual([
    `TEAM_WITHDRAWN ${triager1}`,
    `TEAM_WITHDRAWN ${triager2}`,
  ]);
});

test('a withdrawal is told to its referrer, to the triagers who were asked, and to the manager of the list; never to the family', () => {
  expect(who('OUTCOME', withdrawnAfterListing())).toEqual([
    'OUTCOME_WITHDRAWN REFERRER',
    'OUTCOME_WITHDRAWN REFERRER_TEAM',
    `TEAM_WITHDRAWN ${triager1}`,
    `TEAM_WITHDRAWN ${triager2}`,
    `TEAM_WITHDRAWN ${manager}`,
    `TEAM_TELL_WITHDRAWN ${manager}`,
  ]);
});

test('a withdrawal is told to the practitioner too who was to visit', () => {
  const visit = {
    n: 1,
    on: '2026-10-06',
    at: '10:00',
    person: 'kim',
    by: MACHINE,
    bookedAt: '2026-09-25T09:00:00.000Z',
  };
  const theCase = { ...withdrawnAfterListing(), assessment: { bookings: 1, missed: [], visit } };
  expect(who('OUTCOME', theCase)).toContain('TEAM_WITHDRAWN PERSON:kim');
});

test('a withdrawal before anyone was asked is told to its referrer alone', () => {
  expect(who('OUTCOME', caseWith({ status: 'WITHDRAWN', outcome: 'WITHDRAWN' }))).toEqual([
    'OUTCOME_WITHDRAWN REFERRER',
    'OUTCOME_WITHDRAWN REFERRER_TEAM',
  ]);
});

const colleague = { name: 'B. Colleague', role: 'GP', email: 'colleague@example.org' };
const asked = { ...colleague, by: 'referrer@example.org', askedAt: '2026-09-24T09:00:00.000Z' };
const handOver = { ...asked, id: `${reference}-H1`, expiresAt: '2026-10-22T09:00:00.000Z' };
const handedTo = { ...colleague, id: `${reference}-H1`, from: 'referrer@example.org', at: '2026-09-24T09:00:00.000Z' };

test('a colleague is asked by a link to that very hand-over; once it is theirs, they and the referrer before are told', () => {
  const id = `${reference}-H1`;
  expect(noticesOwed('HAND_OVER_ASKED', caseWith({ handOver }), referral, staff)).toEqual([
    {
      id: `HAND_OVER_REQUEST-${id}-COLLEAGUE`,
      kind: 'HAND_OVER_REQUEST',
      to: 'COLLEAGUE',
      taskId: id,
      link: 'HANDOVER',
      by: referrerActor(),
    },
  ]);
  expect(who('HANDED_OVER', caseWith({ handedTo }))).toEqual([
    'HAND_OVER_GIVEN EARLIER_REFERRER',
    'HAND_OVER_TAKEN REFERRER',
  ]);
});

test('no one is asked or told of a hand-over that there is not (out of order)', () => {
  expect([who('HAND_OVER_ASKED'), who('HANDED_OVER')]).toEqual([[], []]);
});

test('a referral handed over to its own team mailbox is written of once (twice)', () => {
  const team = caseWith({ handedTo: { ...handedTo, email: 'TEAM@example.org' } });
  expect(who('RECEIVED', team)).toEqual(['ACKNOWLEDGEMENT REFERRER']);
});

const redirected = caseWith({ status: 'REDIRECTED', outcome: 'REDIRECTED_EY_ADVISORY' });

test.each([
  ['SHARED', ['ADVISORY_FORWARDED ADVISORY']],
  ['SHARED_UNOPENED', ['ADVISORY_REMINDER ADVISORY', 'SHARED_UNOPENED REFERRER', 'SHARED_UNOPENED REFERRER_TEAM']],
  ['SHARED_OPENED', ['SHARED_OPENED REFERRER', 'SHARED_OPENED REFERRER_TEAM']],
] as const)('at the moment %s of a shared referral these are told, and no parent', (moment, told) => {
  expect(who(moment, redirected)).toEqual(told);
});

test.each([
  ['JOINT_ASKED', ['JOINT_ASKED SERVICE:SERVICE_1', 'JOINT_ASKED ADVISORY']],
  ['JOINT_UNANSWERED', ['JOINT_REMINDER ADVISORY', `TEAM_JOINT_UNANSWERED ${manager}`]],
  ['JOINT_ENDED', ['JOINT_ENDED SERVICE:SERVICE_1', 'JOINT_ENDED ADVISORY']],
] as const)('at the moment %s of a decision with other services these are told, and no parent', (moment, told) => {
  const { theCase } = examples.JOINT_REMINDER;
  expect(who(moment, theCase)).toEqual(told);
  expect(who(moment, caseWith({}))).toEqual([]);
});

test('the link is owed also to a service that was told of the referral before there were links', () => {
  const [owed] = noticesOwed('SHARED', redirected, referral, staff);
  expect(owed).toMatchObject({ id: 'ADVISORY_FORWARDED-LINK-ADVISORY', link: 'SHARED' });
});

test('ids are the same each time, differ within a moment, and hold only what the mail service takes as a tag', () => {
  const kinds = fc.constantFrom('TRIAGE', 'DUPLICATE', 'REFERRER');
  fc.assert(
    fc.property(fc.constantFrom(...moments), kinds, fc.nat(9), fc.string(), (moment, kind, round, id) => {
      const theCase = { ...listed('PORTAGE_GROUP'), task: { ...taskOf(kind, round), id } };
      const owed = noticesOwed(moment, theCase, referral, staff);
      expect(owed).toEqual(noticesOwed(moment, theCase, referral, staff));
      expect(new Set(owed.map((one) => one.id)).size).toBe(owed.length);
      for (const one of owed) {
        expect(one.id).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(noticeToSchema.safeParse(one.to).success).toBe(true);
      }
    }),
  );
});
