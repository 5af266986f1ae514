import {
  createCodeRenderer,
  createDraftLinkRenderer,
  createLetterRenderer,
  createNoticeRenderer,
} from '#adapters/letters/render.ts';
import { assessmentOutcomeSchema } from '#domain/case/assessment-shape.ts';
import type { Case, RedirectedTo } from '#domain/case/case.ts';
import { NOBODY_DECIDED } from '#domain/case/tell-of-parked.ts';
import { ENDED } from '#domain/case/told.ts';
import { type NoticeKind, noticeKindSchema } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import { isPrinted } from '#domain/notices/to-print.ts';
import { personActor, referrerActor } from '#domain/people/actor.ts';
import { ADVISORY_TEACHERS, OTHER_SERVICE } from '#domain/service/description/other-services.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { examples } from '../../application/notices/examples.ts';
import {
  baseUrl,
  caseWith,
  config,
  factsFor,
  listed,
  offeredSupport,
  referral,
  taskOf,
  token,
  withdrawnAfterListing,
} from '../../application/notices/sample.ts';

export const render = createNoticeRenderer();
export const pathways = ['INITIAL_ASSESSMENT', 'PORTAGE_GROUP', 'LITTLE_TREASURES'] as const;
/** No parent of it may be written to. */
const unsafe = { ...referral, family: { parents: [{ name: 'A. Mother', doNotContact: true }] } };
/** A parent for each reason not to write, the last as a later release may give one. */
const tellInPerson = [
  ...['LOOKED_AFTER', 'DO_NOT_WRITE', 'SAFE_WAYS_TO_READ', 'ADDRESS_KEPT_FROM_SOMEBODY', 'MAILBOX_SHARED'],
  ...[
    'OTHER_FORMAT',
    'NO_EMAIL',
    'STAFF_SAID_NO',
    'STAFF_SAID_NO_RESPONSIBILITY',
    'NO_PARENTAL_RESPONSIBILITY',
    ...['PROTECTION_PLAN', 'NOT_TO_BE_TOLD', 'CONTACT_CHANGED', 'FLAGGED', 'JOINED_UNREAD'],
    'ANY_OTHER',
  ],
].map((why, place) => ({ place, why }));

const failed = ['EVIDENCE_LOST', 'EVIDENCE_HARMFUL', 'EVIDENCE_UNREADABLE', 'ANY_OTHER'];

/** A case whose referrer is asked for something. */
export function asked(
  why: 'NO_EVIDENCE_YET' | 'EVIDENCE_FAILED' | 'INFORMATION_REQUESTED',
  untilAt: string | null,
): Case {
  const documents = why === 'EVIDENCE_FAILED' ? failed.map((code, index) => ({ index, code })) : [];
  return caseWith({ task: taskOf('REFERRER', 1), ask: { why, question: 'A question', failed: documents, untilAt } });
}

export const assessmentFailed = caseWith({
  task: taskOf('REFERRER'),
  ask: {
    why: 'EVIDENCE_FAILED',
    question: '',
    failed: [{ index: 0, code: 'EVIDENCE_LOST', page: 2 }],
    earlyHelpAssessment: 'EVIDENCE_HARMFUL',
    untilAt: null,
  },
});

const redirectedTo = (service: RedirectedTo) =>
  caseWith({
    ...{ status: 'REDIRECTED', outcome: 'REDIRECT' },
    lastDecision: { outcome: 'REDIRECT', at: '2026-09-24T10:00:00.000Z', service },
  });

const answeredBy = { at: '2026-09-24T10:00:00.000Z', by: referrerActor() };
const agreed = { ...answeredBy, reason: 'Moved', answer: { ...answeredBy, isAgreed: true } };

/** Our team withdrew it, because the referrer asked them to. */
export const withdrawnByTeam = caseWith({
  status: 'WITHDRAWN',
  withdrawal: { at: '2026-09-24T10:00:00.000Z', by: personActor('pat', 'Pat Hill', 'manager'), reason: 'They rang' },
});

const at = '2026-09-24T10:00:00.000Z';
const told = { about: ENDED, on: '2026-09-24', at, by: referrerActor() };
const decline = { status: 'DECLINED', outcome: 'DECLINE' } as const;
const message = { outcome: 'DECLINE', at, message: 'A message' };

const delayed = caseWith({ triageSince: at, parked: { at, why: 'Bug' } });

/** How a case can have ended, and what the service did of it so that the family hears it. */
const ends: Case[] = [
  caseWith({ ...decline, lastDecision: message }),
  caseWith({ ...decline, lastDecision: { outcome: 'DECLINE', at, criterion: 'INFORMATION_NOT_PROVIDED' } }),
  caseWith({ ...decline, told: [{ ...told, how: 'BY_EMAIL' }] }),
  caseWith({ ...decline, told: [{ ...told, how: 'BY_PHONE' }] }),
  caseWith({ ...decline, told: [{ ...told, how: 'NOT_TOLD' }] }),
  ...[true, false].flatMap((everyone) => [
    caseWith({ ...decline, wroteOfEnd: { at, everyone } }),
    caseWith({ ...decline, wroteOfEnd: { at, everyone }, cameBack: { at } }),
  ]),
  caseWith({ status: 'WITHDRAWN', outcome: 'WITHDRAWN' }),
  ...(['OUT_OF_SCOPE', 'NOT_ACCEPTED_NO_EVIDENCE', 'REDIRECTED_EY_ADVISORY'] as const).map((outcome) =>
    caseWith({ outcome, next: 'NOTIFY' }),
  ),
  delayed,
];

/** Who asks the team to check again, and what became of it. */
const checkedAgain = ([undefined, 'FAMILY', 'REFERRER', 'STAFF'] as const).flatMap((from) =>
  [true, false].map((reopens) => {
    const answer = { ...answeredBy, on: '2026-09-24', words: 'An answer', reopens };
    return caseWith({ lookAgain: { ...answeredBy, words: 'A reason', ...(from && { from }), answer } });
  }),
);

/** A first visit that is booked, and what each one can lead to. */
const visited = { n: 1, on: '2026-10-06', at: '10:00', person: 'kim', by: answeredBy.by, bookedAt: answeredBy.at };
const assessed = assessmentOutcomeSchema.options.map((outcome) => ({
  ...listed('INITIAL_ASSESSMENT'),
  assessment: { bookings: 1, missed: [], visit: visited, done: { on: '2026-10-06', outcome, ...answeredBy } },
}));

/** Every situation that changes the words of some notice. */
const situations: Case[] = [
  ...ends,
  ...checkedAgain,
  caseWith({
    joined: [{ reference: '23456789CDF', referralOn: '2026-09-20', receivedAt: at, at, tellsOfOther: true }],
  }),
  caseWith({ outcome: 'NOT_ACCEPTED_NO_EVIDENCE', next: 'NOTIFY', reasons: ['NO_ASSESSMENT_EVIDENCE_INCLUDED'] }),
  caseWith({ task: taskOf('TRIAGE', 2) }),
  ...(['DEFERRED', 'ANSWERED', 'NOT_ANSWERED'] as const).map((askedAgain) =>
    caseWith({ task: taskOf('TRIAGE', 2), askedAgain }),
  ),
  caseWith({ reasons: ['PARENT_DOES_NOT_AGREE', 'AIMS_OF_PORTAGE_NOT_EXPLAINED'] }),
  caseWith({
    reasons: ['NHS_NUMBER_CHECK_DIGIT', 'POSTCODE_FORMAT', 'NOT_YET_BORN', 'FIELD_MISSING', 'FIELD_INVALID'],
  }),
  asked('NO_EVIDENCE_YET', '2026-10-01T07:00:00.000Z'),
  asked('EVIDENCE_FAILED', null),
  assessmentFailed,
  asked('INFORMATION_REQUESTED', null),
  ...pathways.map((pathway) => listed(pathway)),
  ...[ADVISORY_TEACHERS, OTHER_SERVICE].map((code) => redirectedTo({ code })),
  ...[examples.JOINT_ENDED, examples.TEAM_JOINT_UNANSWERED].map(({ theCase }) => theCase),
  withdrawnAfterListing(),
  withdrawnAfterListing({ withdrawalAsked: agreed }),
  withdrawnByTeam,
  ...[NOBODY_DECIDED, 'Bug'].map((why) =>
    caseWith({ task: taskOf('TRIAGE', 5), parked: { at: '2026-09-24T10:00:00.000Z', why } }),
  ),
];

/** What a family can answer to an offer, and that they have not yet. */
const offers = ([undefined, 'ACCEPTED', 'LATER', 'DECLINED', 'CALL_ME'] as const).map((what) => offeredSupport(what));

/** What each notice may be about: of an offer, every answer too. */
const about = (kind: NoticeKind) => [
  ...situations.map((theCase) => ({ theCase })),
  ...(noticeTable[kind].ofOffer ? offers.map((support) => ({ theCase: listed('HOME_VISITING'), support })) : []),
  ...(kind.startsWith('ASSESSMENT_') ? assessed.map((theCase) => ({ theCase })) : []),
];

/** Every notice in every situation, as it is first sent and as it is sent once more. */
export const everyNotice = noticeKindSchema.options.flatMap((kind) =>
  about(kind).flatMap(({ theCase, ...support }) =>
    [true, false].map((possibleDuplicate) => ({
      kind,
      possibleDuplicate,
      email: render(kind, factsFor(kind, theCase, { ...support, possibleDuplicate, tellInPerson, sent: unsafe })),
    })),
  ),
);

/** Every letter that is printed, in every situation that there is one of, with words of the team and without. */
export const everyPrinted = situations.flatMap((theCase) =>
  noticeKindSchema.options.filter(isPrinted).flatMap((kind) =>
    ['', 'We hope that this helps.'].map((message) => {
      const printed = { to: 'A. Mother', child: 'Poppy', signedBy: 'Sam Green, service manager', message };
      return { kind, html: createLetterRenderer()(kind, factsFor(kind, theCase), printed) };
    }),
  ),
);

export const codeEmail = createCodeRenderer()({ ...config, code: '012345', minutes: defaultPolicy.codeMinutes });

/** The email that leads back to an unfinished referral, and the one that says when it is deleted. */
export const draftEmails = [false, true].map((isReminder) =>
  createDraftLinkRenderer()({
    ...config,
    link: { url: `${baseUrl}/refer/l/${token}`, expiresOn: '22 October 2026' },
    keptUntil: '22 October 2026',
    isReminder,
  }),
);
