import { expect, test } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import type { Case } from '#domain/case/case.ts';
import { TAKEN_OFF } from '#domain/case/change-entry.ts';
import { SUPPORT_CLOSED } from '#domain/case/close-support.ts';
import { NOBODY_DECIDED } from '#domain/case/tell-of-parked.ts';
import { noticeKindSchema } from '#domain/notices/notice.ts';
import { type NoticeMoment, noticesOwed } from '#domain/notices/plan.ts';
import { personActor } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import { notAnswered } from '#domain/support/answer.ts';
import { examples } from '../../application/notices/examples.ts';
import {
  caseWith,
  factsFor,
  listed,
  offeredSupport,
  reference,
  referral,
  staff,
  taskOf,
  withdrawnAfterListing,
} from '../../application/notices/sample.ts';
import { world } from '../../application/notices/world.ts';

const full: typeof referral = {
  ...referral,
  child: { firstName: 'q', lastName: 'q', dob: '2024-09-10', nhsNumber: '9990007314', sex: 'FEMALE', ethnicity: 'q' },
  referrer: {
    role: 'GP',
    name: 'q',
    email: 'q@example.org',
    teamEmail: 'q@example.org',
    organisation: 'q',
    ownReference: 'q',
    phone: 'q',
  },
  family: {
    parents: [
      { name: 'q', relationship: 'q', email: 'q@example.org', phone: 'q', address: 'q' },
      { name: 'q', email: 'q@example.org', safeContact: 'q', addressKeptFrom: 'q' },
    ],
  },
  postcode: 'q',
  diagnosis: 'q',
  home: { address: 'q', livedThereSince: 'q', whoLivesThere: 'q' },
  homeSafetyNotes: 'q',
  gpPractice: { name: 'q', address: 'q' },
  socialCare: { socialWorkerName: 'q', socialWorkerContact: 'q' },
  otherProfessionals: [{ name: 'q', role: 'q', organisation: 'q', email: 'q', phone: 'q' }],
  story: { worrying: 'q', workingWell: 'q', needsToHappen: 'q' },
  views: { child: 'q', parents: 'q' },
  setting: { name: 'q' },
  agreement: { by: 'q' },
};

const AT = { now: '2026-09-24T10:00:00.000Z', policyVersion: 1 };

let marks = 0;

/** The same value with every text in it replaced by a mark of its own; email addresses stay addresses. */
function marked<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, member: unknown) => {
      if (typeof member !== 'string' || key === 'format') return member;
      marks += 1;
      return member.includes('@') ? `xmark${marks}@example.net` : `xmark${marks}x`;
    }),
  );
}

const decision = { outcome: 'DECLINE', decidedAt: '2026-09-24T10:00:00.000Z', effectiveAt: '2026-09-24T10:05:00.000Z' };
const typed = { reason: 'xmark-reason', by: personActor('xmark-person', 'xmark-name', 'xmark-role') };
const second = { person: seededId('triage-2@example.org'), name: 'xmark-second', role: 'xmark-role' };
const words: Partial<Case> = {
  caller: 'xmark-caller',
  ask: { why: 'INFORMATION_REQUESTED', question: 'xmark-question', failed: [], untilAt: null },
  answers: [
    {
      at: '2026-09-24T10:00:00.000Z',
      text: 'xmark-answer',
      evidence: [{ evidenceId: 'e', type: 'SOGS', title: 'xmark' }],
    },
  ],
};
const colleague = { name: 'xmark-colleague', role: 'xmark-role', email: 'xmark-colleague@example.net' };
const handedOn: Partial<Case> = {
  handOver: {
    ...colleague,
    id: 'H2',
    by: 'xmark-by@example.net',
    askedAt: decision.decidedAt,
    expiresAt: '2026-10-22T10:00:00.000Z',
  },
  handedTo: { ...colleague, id: 'H1', from: 'xmark-from@example.net', at: decision.decidedAt },
};
const before = { status: 'RECEIVED', outcome: null, next: 'TRIAGE', list: null } as const;
/** On a list, with what was done last to the place. */
const placeChanged = (what: string) => {
  const { list, ...rest } = listed('INITIAL_ASSESSMENT');
  return { ...rest, list: { ...list, changed: { at: decision.decidedAt, by: typed.by, what } } };
};
const told = {
  ...{ id: 'a1', what: 'CHANGED' as const, from: 'FAMILY' as const, place: 0, at: decision.decidedAt },
  ...{ by: typed.by, words: 'xmark-told' },
  answer: { at: decision.decidedAt, by: typed.by, how: 'PAGE' as const, on: '2026-09-24', words: 'xmark-answered' },
};
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
  'JOINT_ASKED',
  'JOINT_UNANSWERED',
  'JOINT_ANSWERED',
  'JOINT_ENDED',
  'HAND_OVER_ASKED',
  'HANDED_OVER',
  'FAMILY_UNTOLD',
  'FAMILY_ENDED',
  'FAMILY_CAME_BACK',
  'CHILD_DIED',
  'WITHDRAWAL_ASKED',
  'WITHDRAWAL_KEPT',
  'LOOK_AGAIN_ASKED',
  'CHECKED_AGAIN',
  'ASK_RECEIVED',
  'ASK_ANSWERED',
  'DECIDED_WITH_SECOND',
  'SECOND_LOOK_ASKED',
  'CHANNEL_RECORDED',
  'QUESTION_ASKED',
  'NOT_ANSWERED',
  'ANSWER_RECORDED',
  'PLACE_CHANGED',
  'CHECK_IN',
  'SCHOOL_INVITED',
  'PLAY_INVITED',
];
const asks: Case['ask'] = {
  ...{ why: 'INFORMATION_REQUESTED', question: 'xmark-question', failed: [], untilAt: null },
  ...{ by: typed.by, riskWhileWaiting: 'xmark-risk' },
};
const given = { name: 'xmark-giver', on: '2026-09-24', by: typed.by };
const byPhone = { at: decision.decidedAt, text: 'xmark-by-phone', evidence: [], given };
/** What the team asked, at each point at which someone hears of it. */
const questioned: Case[] = [
  caseWith({ ...words, ask: asks, next: 'ASK_REFERRER', task: taskOf('REFERRER') }),
  caseWith({ ...words, ask: asks, task: taskOf('TRIAGE'), askedAgain: 'NOT_ANSWERED' }),
  caseWith({ ...words, ask: asks, task: taskOf('TRIAGE'), askedAgain: 'ANSWERED', answers: [byPhone] }),
  caseWith({
    ...{ ...words, ask: asks, status: 'DECLINED', outcome: 'DECLINE' },
    lastDecision: { outcome: 'DECLINE', at: decision.decidedAt, criterion: 'INFORMATION_NOT_PROVIDED' },
  }),
];
const outcomes = ['NOT_ACCEPTED_NO_EVIDENCE', 'NOT_ACCEPTED_NO_CONSENT', 'RETURNED_INVALID', 'OUT_OF_SCOPE'];
const cases: Case[] = [
  ...outcomes.map((outcome) => caseWith({ ...words, status: 'NOT_ACCEPTED', outcome })),
  caseWith({ ...words, status: 'REDIRECTED', outcome: 'REDIRECTED_EY_ADVISORY' }),
  caseWith({ ...words, status: 'REDIRECTED', outcome: 'REDIRECT' }),
  caseWith({
    ...{ ...words, status: 'DECLINED', outcome: 'DECLINE' },
    lookAgain: { at: decision.decidedAt, by: typed.by, words: 'xmark-again' },
    secondLook: { at: decision.decidedAt, by: typed.by, words: 'xmark-look', todo: `${reference}-SECOND_PERSON-1` },
  }),
  caseWith({ ...words, status: 'NOT_ACCEPTED', outcome: 'POSSIBLE_DUPLICATE', duplicateOf: 'xmark-other-case' }),
  caseWith({
    ...words,
    contacts: [{ place: 0, channel: 'EMAIL', value: 'xmark-new@example.net', at: decision.decidedAt, ...typed }],
    safeChannels: [
      { ...typed, id: 'c1', place: 0, channel: 'EMAIL', untilOn: '2026-12-24', basis: 'xmark', at: decision.decidedAt },
    ],
  }),
  { ...listed('INITIAL_ASSESSMENT'), ...words },
  { ...listed('INITIAL_ASSESSMENT'), ...words, withdrawalAsked: { ...typed, at: decision.decidedAt } },
  { ...listed('INITIAL_ASSESSMENT'), ...words, familyAsks: [told], checkIn: { n: 1, at: decision.decidedAt } },
  {
    ...listed('INITIAL_ASSESSMENT'),
    ...words,
    school: { year: 2027, invited: { year: 2027, at: decision.decidedAt, by: typed.by } },
  },
  {
    ...{ ...listed('LITTLE_TREASURES'), ...words },
    joint: {
      n: 1,
      agreed: {
        name: 'xmark-who',
        role: 'xmark-role',
        how: 'PHONE',
        on: '2026-09-24',
        at: decision.decidedAt,
        by: typed.by,
      },
      services: ['ADVISORY', 'SERVICE:SERVICE_1'].map((to) => {
        return {
          to,
          name: 'xmark-service',
          phoned: { name: 'xmark-name', said: 'xmark-said', at: decision.decidedAt, by: typed.by },
        };
      }),
    },
  },
  { ...placeChanged('DATE_MOVED'), ...words },
  caseWith({ ...words, ...{ status: 'CLOSED', outcome: TAKEN_OFF } }),
  caseWith({
    ...{ ...words, status: 'CLOSED', outcome: SUPPORT_CLOSED },
    closed: { why: 'FINISHED', pathway: 'HOME_VISITING', at: decision.decidedAt, by: typed.by },
  }),
  withdrawnAfterListing({ ...words, ...handedOn }),
  caseWith({ ...words, status: 'WITHDRAWN', death: { at: decision.decidedAt, by: typed.by, before } }),
  ...(['TRIAGE', 'DUPLICATE', 'SUSPICIOUS', 'REFERRER'] as const).map((kind) =>
    caseWith({
      ...words,
      task: {
        ...taskOf(kind, 2),
        recipients: ['xmark-recipient'],
        token: 'xmark-token',
        decision: { ...decision, ...typed, second, urgentBecause: 'xmark-urgent' },
      },
    }),
  ),
  ...questioned,
  ...[NOBODY_DECIDED, 'Bug'].map((why) =>
    caseWith({ ...words, task: taskOf('TRIAGE', 5), parked: { at: decision.decidedAt, why } }),
  ),
];

/** They are owed at no moment of these cases either: each has a test of its own below. */
const ofAssessments = noticeKindSchema.options.filter((kind) => /ASSESSMENT|VISIT|MISSED/.test(kind));

test('no text of the referral, no typed word and no token is in any subject or part of any e-mail', async () => {
  const kinds = new Set<string>();
  for (const theCase of cases) {
    const body = marked(full);
    const { deps, post, ledger, nextMorning } = await world(theCase, { body });
    for (const moment of moments) {
      const owed = noticesOwed(moment, theCase, body, staff);
      await sendNotices(deps)(moment, theCase, body);
      for (const { kind } of owed) kinds.add(kind);
    }
    await nextMorning();
    if (post.sent.some(({ tags }) => tags.noticeId.startsWith('TEAM_DIGEST'))) kinds.add('TEAM_DIGEST');
    // Of a child who has died the manager alone hears.
    expect(post.sent.length > 2).toBe(theCase.death === undefined);
    expect(post.sent.length).toBeGreaterThan(0);
    for (const { subject, text, html, tags } of post.sent) {
      expect(JSON.stringify([subject, text, html, tags])).not.toContain('xmark');
    }
    expect(JSON.stringify(await ledger())).not.toContain('xmark');
  }
  // What people typed of an offer is in its history alone.
  const answers = [undefined, 'ACCEPTED', 'CALL_ME'] as const;
  for (const support of [...answers.map(offeredSupport), notAnswered(offeredSupport(), AT)]) {
    const [theCase, body] = [caseWith({ ...words, status: 'IN_SUPPORT', next: 'DONE' }), marked(full)];
    const { deps, stores, post, nextMorning } = await world(theCase, { body });
    if (support) await stores.supports.createSupport(support);
    for (const moment of ['OFFERED', 'OFFER_REMINDED', 'OFFER_ANSWERED'] as const) {
      await sendNotices(deps)(moment, theCase, body);
      for (const { kind } of noticesOwed(moment, theCase, body, staff, support)) kinds.add(kind);
    }
    await nextMorning();
    const said = post.sent.map(({ subject, text, html, tags }) => [subject, text, html, tags]);
    expect(JSON.stringify(said)).not.toContain('xmark');
  }
  // They are owed at no moment of these cases; the tests of new links and of reminders read those emails.
  const atNoMoment: readonly string[] = [
    ...['DUTY_ALERT', 'DUTY_ALERTS', 'DUTY_CONTACT', 'DUTY_ALL_CLEAR'],
    ...[
      'FAMILY_RECEIPT',
      'FAMILY_REOPENED',
      'FAMILY_DELAYED',
      'NEW_LINK',
      'TEAM_NEW_LINK',
      'ADVISORY_NEW_LINK',
      'TEAM_TODO_REMINDER',
    ],
    ...[
      'TEAM_HANDED_ON',
      'STAFF_MAIL_FAILED',
      'TEAM_RECORD_OPENED',
      'TEAM_LOOK_AT_LISTS',
      'TEAM_STARTING_SCHOOL',
      'TEAM_MAIL_WAITS',
      'TEAM_OPENING_WAITS',
      'TEAM_EXTENSION_ASKED',
      'TEAM_EXTENSION_DECIDED',
    ],
    'REFERRER_STILL_WAITING',
    ...['TEAM_PRINT_LISTED', 'TEAM_PRINT_ENDED', 'TEAM_PRINT_AGAIN', 'TEAM_PRINT_REOPENED'],
    ...[
      'TEAM_TELL_REOPENED',
      'TEAM_TELL_DELAYED',
      'TEAM_PRINT_PLACE',
      'TEAM_PRINT_CHECK_IN',
      'TEAM_PRINT_SCHOOL',
      'TEAM_PRINT_PLAY',
    ],
    ...ofAssessments,
    ...['TEAM_PRINT_OFFER', 'OFFER_REMINDER', 'FAMILY_OFFER_ANSWERED'].filter((kind) => !kinds.has(kind)),
  ];
  expect([...kinds].sort()).toEqual(noticeKindSchema.options.filter((kind) => !atNoMoment.includes(kind)).sort());
});

test.each(ofAssessments)('no typed place and no word of the referral is in %s', async (kind) => {
  const { at, theCase } = examples[kind];
  if (at === 'SUBMITTED' || !theCase.assessment) throw new Error('It is about no assessment.');
  const { visit } = theCase.assessment;
  const assessment = { ...theCase.assessment, ...(visit ? { visit: { ...visit, where: 'xmark-where' } } : {}) };
  const one = {
    ...full,
    family: {
      parents: [
        { name: 'q', email: 'q@example.org' },
        { name: 'q', address: 'q' },
      ],
    },
  };
  const body = marked({ ...one, socialCare: undefined });
  const visited = { ...theCase, ...words, assessment };
  const { deps, post, nextMorning } = await world(visited, { body });
  await sendNotices(deps)(at, visited, body);
  await nextMorning();
  expect(post.sent.length).toBeGreaterThan(0);
  const said = post.sent.map(({ subject, text, html, tags }) => [subject, text, html, tags]);
  expect(JSON.stringify(said)).not.toContain('xmark');
});

test('no word of the referral is in the receipt for a family that may be written to', async () => {
  const one = { ...full, family: { parents: [{ name: 'q', email: 'q@example.org' }] }, socialCare: undefined };
  const body = marked(one);
  const { deps, post } = await world(caseWith(words), { body });
  await sendNotices(deps)('FAMILY_RECEIPT', caseWith(words), body);
  expect(post.sent).toHaveLength(1);
  const said = post.sent.map(({ subject, text, html, tags }) => [subject, text, html, tags]);
  expect(JSON.stringify(said)).not.toContain('xmark');
});

test.each<[NoticeMoment, Case]>([
  ['OUTCOME', { ...listed('INITIAL_ASSESSMENT'), ...words }],
  ['FAMILY_ENDED', caseWith({ ...words, status: 'DECLINED', outcome: 'DECLINE' })],
])('no word of the referral is in the email that asks to print a letter: %s', async (moment, theCase) => {
  const one = { ...full, family: { parents: [{ name: 'q', address: 'q' }] }, socialCare: undefined };
  const body = marked(one);
  const { deps, post, nextMorning } = await world(theCase, { body });
  await sendNotices(deps)(moment, theCase, body);
  await nextMorning();
  const asked = post.sent.filter(({ text }) => text.includes('letter to print and post'));
  expect(asked.length).toBeGreaterThan(0);
  const said = post.sent.map(({ subject, text, html, tags }) => [subject, text, html, tags]);
  expect(JSON.stringify(said)).not.toContain('xmark');
});

test('a reason that some other hand has put among the codes is never shown (hostile)', () => {
  const render = createNoticeRenderer();
  const theCase = caseWith({ reasons: ['xmark-reason'], flags: ['xmark-flag'] });
  for (const kind of noticeKindSchema.options) {
    expect(JSON.stringify(render(kind, factsFor(kind, theCase)))).not.toContain('xmark');
  }
});
