import type { Case } from '#domain/case/case.ts';
import { applyChange } from '#domain/case/change.ts';
import type { ListPathway } from '#domain/case/codes.ts';
import { receivedCase } from '#domain/case/receive.ts';
import { withdrawn } from '#domain/case/withdraw.ts';
import { orderKey } from '#domain/lists/order.ts';
import { digestOf } from '#domain/notices/digest.ts';
import type { NoticeFacts } from '#domain/notices/facts.ts';
import { noticeFacts } from '#domain/notices/facts.ts';
import { linkUrl } from '#domain/notices/links.ts';
import type { NoticeKind } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import type { ToTell } from '#domain/notices/recipients.ts';
import { stillWaitingFacts } from '#domain/notices/still-waiting.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { personCode } from '#domain/people/code.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { seededId, seededTeam } from '#domain/people/seed.ts';
import { type Referral, referralSchema } from '#domain/referral/schema.ts';
import { serviceConfigSchema } from '#domain/service/config.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { answered } from '#domain/support/answer.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import type { FamilyAnswer } from '#domain/support/offer.ts';
import type { Support } from '#domain/support/support.ts';
import { bodyOf } from '#test/cases.ts';
import { aGate } from '../../domain/support/gate-sample.ts';

export const reference = '23456789CDF';
export const baseUrl = 'https://portage.example.org/live';
export const token = 'Zm9yLXRlc3RzLW9ubHktdGhpcnR5LXR3by1ieXRlcy0';

export const config = serviceConfigSchema.parse({
  serviceName: 'Example Portage Service',
  councilName: 'Example Council',
  contact: { email: 'portage@example.org', phone: '01632 960000', hours: 'Monday to Friday, 9am to 5pm' },
  sender: 'no-reply@example.org',
  triagers: ['triage-1@example.org', 'triage-2@example.org'],
  serviceManager: 'manager@example.org',
  dutyMailbox: 'duty@example.org',
  advisoryTeacherMailbox: 'advisory@example.org',
  access: { mode: 'link', accepted: { by: 'Sam Manager', role: 'Service manager', on: '2026-09-01' } },
  emergencyNumbers: [{ label: 'Emergency services', number: '999', hours: 'always' }],
});

export const team = seededTeam(config);
/** Those who are asked on an ordinary day. */
export const staff = staffOn(team, '2026-09-24');
/** How a notice names the member of staff at this mailbox, as the configuration seeds them. */
const codeOf = (mailbox: string) => personCode({ id: seededId(mailbox) });
export const [triager1, triager2] = [codeOf('triage-1@example.org'), codeOf('triage-2@example.org')];
/** The same within the id of a notice. */
export const inId = (code: string) => code.replace(':', '-');
export const manager = codeOf('manager@example.org');

/** A whole referral by one referrer with a team mailbox, and one mother who may be written to. */
export const referral: Referral = {
  ...referralSchema.parse(bodyOf('C01', ['evidence-1'])),
  referrer: { role: 'GP', name: 'A. Referrer', email: 'referrer@example.org', teamEmail: 'team@example.org' },
  family: { parents: [{ name: 'A. Mother', email: 'mother@example.org' }] },
};

const received = receivedCase(
  { reference, caller: 'caller-1', receivedAt: '2026-09-24T09:00:00.000Z', referralOn: '2026-09-24' },
  1,
);

/** A case as it stands at some point of its road. */
export function caseWith(patch: Partial<Case>): Case {
  return { ...received, ...patch };
}

/** A task that people are asked to do. */
export function taskOf(kind: 'TRIAGE' | 'DUPLICATE' | 'SUSPICIOUS' | 'REFERRER', round = 0) {
  const openedAt = '2026-09-24T09:00:00.000Z';
  return { id: `${reference}-T1`, kind, openedAt, dueAt: '2026-09-29T07:00:00.000Z', round, recipients: [] };
}

/** A place on a list. */
export function listed(pathway: ListPathway) {
  const dates = { acceptedOn: '2026-09-24', targetOn: '2027-03-24' };
  const order = orderKey({ ...dates, band: 1, referredAt: received.receivedAt, reference });
  const list = { pathway, locality: 'Taunton', ...dates, suggestedBand: 1 as const, band: null, order };
  return { ...caseWith({ status: 'ON_WAITING_LIST', outcome: 'ACCEPT_INITIAL_ASSESSMENT' }), list };
}

/** A child who was offered a weekly visit, and what they answer. */
export function offeredSupport(what?: FamilyAnswer): Support {
  const moment = { now: '2026-09-24T10:00:00.000Z', policyVersion: 1 };
  const { list } = listed('INITIAL_ASSESSMENT');
  const slot = { id: 'S1', pathway: 'HOME_VISITING', locality: 'Taunton', day: 'MONDAY', at: '09:30' };
  const offer = { id: 'O1', slot, by: referrerActor() };
  const support = list && offerMade(newSupport(reference, list, moment), moment, offer);
  if (!support) throw new Error('The example waits on no list.');
  const by = { kind: 'HOLDER', of: 'FAMILY' } as const;
  const answer =
    what && answered(support, moment, { offer: 'O1', what, way: 'LINK', by, text: 'xmark' }, defaultPolicy);
  return answer ?? support;
}

/** A case that was withdrawn when the team had been asked and the child had a place on a list. */
export function withdrawnAfterListing(patch: Partial<Case> = {}): Case {
  const now = '2026-09-24T10:00:00.000Z';
  const moment = { now, policyVersion: 1 };
  const before = applyChange(listed('INITIAL_ASSESSMENT'), moment, { teamAskedAt: now, listedAt: now });
  const by = referrerActor('referrer@example.org');
  const after = withdrawn(before, moment, { reason: 'The family has moved', by, gate: aGate });
  return { ...(after ?? before), ...patch };
}

/** A digest of two referrals, with others that wait besides. */
export const aDigest = digestOf(
  [
    { reference, taskId: `${reference}-T1`, to: triager1, kind: 'TRIAGE_REMINDER', todo: null },
    {
      reference: '98765432ZYX',
      taskId: '98765432ZYX-CONFIRM_BAND-LISTED',
      to: triager1,
      kind: 'TEAM_LISTED',
      todo: 'CONFIRM_BAND',
    },
  ],
  {
    ...{ reader: triager1, on: '24 September 2026', lists: [{ prompt: 'OVER_TARGET', children: 3 }] },
    waiting: { decisions: 7, todos: 3, isMore: false },
  },
);

/** A child who is on a list alone; else two, of whom one waits beyond the target date. */
function stillWaiting(theCase: Case, sent: Referral) {
  if (theCase.list) return stillWaitingFacts(theCase, sent, '2026-09-24');
  const late = { ...listed('PORTAGE_GROUP'), reference: '23456789CDG' };
  return [
    ...stillWaitingFacts(listed('HOME_VISITING'), sent, '2026-09-24'),
    ...stillWaitingFacts(late, sent, '2099-01-01'),
  ];
}

/** The facts of a notice of this kind, with its link where such a notice has one. */
export function factsFor(
  kind: NoticeKind,
  theCase: Case,
  more: {
    possibleDuplicate?: boolean;
    tellInPerson?: ToTell[];
    ownReference?: string;
    sent?: Referral;
    support?: Support;
  } = {},
): NoticeFacts {
  const purpose = noticeTable[kind].link;
  const link = purpose ? { url: linkUrl(baseUrl, purpose, token), expiresOn: '22 October 2026' } : null;
  const { possibleDuplicate = false, tellInPerson = [], ownReference = null, sent = referral } = more;
  const known = { reference, theCase, config, policy: defaultPolicy, link, referral: sent, baseUrl };
  const support = noticeTable[kind].ofOffer ? { support: more.support ?? offeredSupport() } : {};
  const digest = kind === 'TEAM_DIGEST' ? { digest: aDigest } : {};
  const news = { name: 'Pat', id: 'pat', since: '24 September 2026', about: reference };
  const waiting = kind === 'REFERRER_STILL_WAITING' ? { waiting: stillWaiting(theCase, sent) } : {};
  const colleague = kind === 'STAFF_MAIL_FAILED' ? { colleague: news } : {};
  return noticeFacts({
    ...known,
    ...digest,
    ...colleague,
    ...support,
    ...waiting,
    possibleDuplicate,
    tellInPerson,
    ownReference,
  });
}
