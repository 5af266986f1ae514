import { NO_QUESTION } from '../../referral/answer/asked.ts';

/** How the form asks for what goes with a decision of triage. */
export const fieldWords = {
  listed: 'If you accept or invite',
  list: 'Which waiting list?',
  listHint: (home: string) => `If you select none, the child joins the list for ${home}, which the referral names.`,
  noHome: 'If you select none, the child joins the list that the referral names.',
  band: 'Which band is right for this child?',
  bandHint: (suggested: number | null) =>
    `${suggested === null ? 'The service cannot suggest a band, because no area was scored.' : `The service suggests band ${suggested}. Enter a reason if you select another.`} If you select none, we ask the team for the band later.`,
  bandOf: (band: string) => `Band ${band}`,
  ended: 'If you do not accept, or redirect',
  criterion: 'Which criterion does this rest on?',
  criterionHint: 'Select one if you do not accept, or if you redirect and the checks did not suggest it.',
  others: 'The triage meeting',
  othersHint: (withAccept: boolean) =>
    `No one ${withAccept ? 'accepts, ' : ''}invites, redirects or does not accept a child alone. Enter the meeting, or a second person below. ${withAccept ? 'Otherwise' : 'If you accept, ask for more information or wait for the next meeting,'} you can leave it blank.`,
  meetingOn: 'When was the triage meeting?',
  meetingOnHint: 'For example, 27 3 2025',
  meetingHint: 'These are the last meetings in the calendar.',
  present: 'Who was there?',
  presentHint: 'Put a comma or a new line between two names.',
  deferTo: 'If it waits for a meeting, which one?',
  deferHint: 'If you select none, it waits for the next meeting. It stands first on that agenda.',
  alone: 'If it could not wait for a meeting',
  aloneHint: 'We email the second person a link to the referral straight away. They do not need to do anything.',
  secondName: 'Who decided it with you?',
  secondHint: 'Select a colleague you have discussed this referral with.',
  noSecond: 'No one',
  secondRole: 'Their role, if it is not the one in the team list',
  urgentBecause: 'Why could it not wait?',
  urgentHint: 'For the record and the team. We do not show it to the referrer or the family.',
  outside: 'What the referrer and the family read',
  service: 'If you redirect, which service?',
  serviceHint: 'The referrer will see which service it is',
  sent: 'If the parents agree, we will email this service a link to the referral',
  notSent: 'We will not send the referral there, and we will tell the referrer so',
  other: 'Another service',
  serviceName: 'Name of another service',
  question: 'If you ask for more information, what do you need to know?',
  questionHint: `The referrer reads these words and answers them. If you leave this blank, they read: “${NO_QUESTION}”`,
  risk: 'If you ask for more information, what is the risk to the child while we wait?',
  riskHint:
    'For the record and the team. We do not show it to the referrer or the family. If you see none, enter “None known”.',
  message: 'Message for the referrer and the family',
  messageHint:
    'The referrer reads it behind their link and can tell the family. If you leave this blank, they read our own words only.',
} as const;
