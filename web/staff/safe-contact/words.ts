import type { ChannelFault } from '#application/intake/record-channel.ts';
import type { ConfirmFault } from '#application/todos/confirm-channel.ts';
import type { RefuseFault } from '#application/todos/refuse-channel.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** What staff select as a channel, and how a channel is called. */
export const channelWords = { EMAIL: 'Email', POST: 'Letter', TELEPHONE: 'Phone' } as const;

/** Words of the page on which staff record a safe way to contact an adult. */
export const safeContactWords = {
  link: 'Record a safe way to contact someone',
  title: (reference: string) => `Safe contact: referral ${reference}`,
  flagged:
    'There is a safety concern in this family. We send nothing to anyone in it until two people have confirmed a safe way.',
  plain: 'No one has recorded a safety concern in this family. You do not need to record anything here.',
  heading: 'Ways to contact each parent or carer',
  who: 'Who is this about?',
  channel: 'Which way is safe?',
  until: 'Until when is it safe?',
  untilHint: (latest: string) => `The last day can be ${latest}`,
  reason: 'Why is it safe?',
  hint: 'For example, who told you and when. Our team sees this. We do not send it to anyone.',
  button: 'Record this',
  alone:
    'No one else in your team can confirm it now. Ask the service manager to add a person under Settings. Until then, we do not use it.',
  doneAlone: 'Recorded. We cannot use it until a second person in your team has confirmed it.',
  done: 'Recorded. We asked your colleagues to confirm it.',
  none: 'No safe way has been recorded',
  recorded: ({ by, at, reason }: Readonly<Record<'by' | 'at' | 'reason', string>>) =>
    `Recorded by ${by} on ${at}. Reason: ${reason}`,
  confirmed: (by: string, at: string) => `Confirmed by ${by} on ${at}`,
  untilOn: (channel: string, on: string) => `Safe way: ${channel.toLowerCase()}, until ${on}`,
  waits: 'A second person has not confirmed it yet',
  CHANGED: 'It does not hold, because something has changed since',
  OVER: 'It does not hold, because its last day has passed',
  REPLACED: 'It does not hold, because another way was recorded since',
  changedTo: (channel: string, value: string) => `${channel} is now: ${value}`,
  notUsed: (channel: string) => `${channel}: do not use the one in the referral. We know no other.`,
  unknown: (channel: string) => `${channel}: none given`,
} as const;

export const channelFaultWords = {
  PARENT_MISSING: 'Select who this is about',
  CHANNEL_MISSING: 'Select which way is safe',
  CHANNEL_UNKNOWN: 'Select a way for which we have contact details, or record the details first',
  CHANNEL_CHANGED: 'A later referral gives other details. First record which are right',
  EMAIL_STOPPED: 'Our team recorded that we must not email the family. First allow emails again, or select another way',
  DATE_MISSING: 'Enter until when it is safe',
  DATE_UNREAL: 'Enter a real date, like 27 3 2027',
  DATE_PAST: 'Date must be today or in the future',
  DATE_TOO_LATE: 'Date must be within 3 months',
  REASON_MISSING: 'Enter why it is safe',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
} as const satisfies CommandWords<ChannelFault>;

/** Words of the page on which a second person confirms it. */
export const confirmWords = {
  title: (reference: string) => `Confirm a safe contact: referral ${reference}`,
  lead: 'A colleague recorded that this way to contact someone is safe. You are the second person.',
  check:
    'Find out for yourself if it is safe. Read below what the referral says about safe contact, and speak with your colleague if you have doubts.',
  rule: 'If you confirm it, we use it until the day above. We do not ask you again for each message.',
  waited:
    'If someone was to tell them something in person, it goes this way now. Emails go within minutes, and letters to the list to print.',
  own: 'You recorded this yourself. Someone else must confirm it.',
  gone: 'There is nothing to confirm any more. Something has changed since, or another way was recorded.',
  person: 'Parent or carer',
  way: 'Way',
  goes: 'It goes to',
  until: 'Until',
  why: 'Why it is safe',
  by: 'Recorded by',
  unsafe: 'If it is not safe',
  whyNot: 'Why is it not safe?',
  whyNotHint: 'We use it for nothing. We ask who recorded it to find another way, and they read this.',
  refuse: 'Record that it is not safe',
  back:
    'A colleague found that this way is not safe, so we do not use it. ' +
    'Record another safe way, or make sure that someone tells the family in person.',
  whyUnsafe: 'Why it is not safe',
  refusedBy: 'Found by',
  button: 'Confirm that it is safe',
  close: 'Close this task',
} as const;

export const refuseFaultWords = {
  SAME_PERSON: confirmWords.own,
  REASON_MISSING: 'Enter why it is not safe',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
} as const satisfies CommandWords<RefuseFault>;

export const confirmFaultWords = {
  SAME_PERSON: confirmWords.own,
} as const satisfies CommandWords<ConfirmFault>;
