import type { ClosingFault } from '#application/support/closing-command.ts';
import type { ReopenFault, ReopenResult } from '#application/support/reopen-support.ts';
import { KEPT_MONTHS } from '#domain/lists/inherit.ts';
import type { ClosingReason } from '#domain/support/closing-reasons.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the page on which staff close the support of one child. */
export const closingWords = {
  link: 'Close this support',
  seeClosed: 'See how this support was closed',
  title: (reference: string) => `Close support: referral ${reference}`,
  titleClosed: (reference: string) => `Support closed: referral ${reference}`,
  visitor: 'Tell the health visitor yourself. This service has no address for them.',
  died: 'If the child has died, do not close the support here. Tell the service manager, who records it. We then write to no one.',
  withdrawn: 'The referrer has asked to withdraw this referral. Answer that task instead.',
  why: 'Why does this support end?',
  report: 'Short report',
  reportHint:
    'What the child and the family can do now, what still helps, and who supports them next. Our team sees it. We do not send it to anyone.',
  gateLead:
    'Answer these questions if you could not reach the family, or if the child was not brought. Answer them too if 2 or more of the last 4 visits or sessions were cancelled by the family or missed.',
  button: 'Close this support',
  back: 'Back without closing',
  progress: 'Progress',
  sessions: (n: number, most: number) => `${n} of ${most} weekly sessions took place`,
  lastSeen: 'Child last seen',
  lastSeenOn: (on: string) => `On ${on}`,
  neverSeen: 'No one has recorded that they saw the child',
  nothingPlanned: 'None',
  planned: 'Planned visit',
  notStarted: 'Support has not started for this child, so there is nothing to close.',
  notStartedListed: 'The child still waits on a list. To end that, take the child off the list.',
  askManager: 'The child still waits on a list. To end that, ask the service manager to take the child off the list.',
  place: 'See the place on the list',
  changed:
    'Someone has changed this support since you opened the page. Nothing was saved. Check it, then decide again.',
  done: 'The support is closed. We are writing to the family and the referrer.',
  closedBy: (who: string, at: string) => `${who} closed this support on ${at}.`,
  closed: 'Closed',
  endedWithCase: 'This support ended with the referral.',
  reason: 'Reason',
  seeHistory: 'The report stands in the history of this support.',
  again: `If the family comes back, ask for a new referral. Within ${KEPT_MONTHS} months the child keeps the dates from before. This is not so if all support took place, or the child started school.`,
  visits: 'See the visits',
  reopenTitle: 'Was this support closed by mistake?',
  reopenWhy: 'Why is it reopened?',
  reopenWhyHint: 'Our team sees it. We do not send it to anyone.',
  reopenTold: 'I have told the family and the referrer that support goes on',
  reopenToldHint: 'They may have read that it has ended. We do not write to them about this.',
  reopenButton: 'Reopen this support',
  reopened: 'The support goes on. Plan the next visit.',
  record: 'Read the referral',
} as const;

/** Why a support is closed, as staff select it. */
export const closingReasonWords: Readonly<Record<ClosingReason, string>> = {
  FINISHED: 'All the support that was planned took place',
  ENDED_EARLIER: 'We agreed with the family to end before all sessions took place',
  FAMILY_DECLINED: 'The family does not want more support',
  MOVED_AWAY: 'The family moved out of the area',
  OTHER_SERVICE: 'Another service supports the child',
  STARTED_SCHOOL: 'The child started school',
  NO_CONTACT: 'We could not reach the family',
  NO_REPLY: 'The family did not reply to us',
  WAS_NOT_BROUGHT: 'The child was not brought, or no one let us in',
};

const known: ReadonlyMap<string, string> = new Map(Object.entries(closingReasonWords));

/** Why a support was closed, in words. */
export function closingReasonInWords(why: string): string {
  return known.get(why) ?? why;
}

/** Why a support cannot be reopened, with what to do. */
export const notReopenedWords: Readonly<Record<(ReopenResult & { kind: 'REFUSED' })['why'], string>> = {
  NOT_CLOSED: 'This support is not closed, or someone has reopened it. Nothing was saved.',
  STILL_TELLING: 'We are still telling people that it has ended. Try again in a few minutes.',
  TOO_LATE: `It was closed more than ${KEPT_MONTHS} months ago. Ask for a new referral.`,
  REFERRED_AGAIN: 'Another referral of this child is open. Continue with that one.',
};

export const reopenFaultWords: CommandWords<ReopenFault> = {
  REASON_MISSING: 'Enter why it is reopened',
  REASON_TOO_LONG: ({ limit }) => `The reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
  TOLD_MISSING: 'Tell the family and the referrer first, then select this',
};

export const closingFaultWords: CommandWords<ClosingFault> = {
  CLOSING_WHY_MISSING: 'Select why this support ends',
  SESSIONS_LEFT: 'Select another reason, because fewer sessions took place than were planned',
  REPORT_MISSING: 'Enter a short report',
  REPORT_TOO_LONG: ({ limit }) => `The report must be ${limit} characters or fewer`,
  REPORT_UNPRINTABLE: 'Enter the report again without characters that we cannot show',
};
