import type { ActWords } from './act.ts';
import { many, NAMELESS } from './words.ts';

const UNDO = 'You can take it back here for 5 minutes. Then it counts, and people are told.';

export const reassignWords = {
  what: 'Give the open task to someone else',
  whatAll: 'Give the open tasks to someone else',
  lead: ['We email who takes over once. A link that someone else has to a decision stops working.'],
  reason: 'Why does someone else do it?',
  hint: `For example, a colleague is ill. ${NAMELESS}`,
  missing: 'Enter why someone else does it',
  all: many('Give this task to them', (n) => `Give these ${n} tasks to them`),
  done: (n: number, of: number) => `${n} of ${of} given to them`,
  other: (what: string) => `Give another task to someone else: ${what}`,
  theirs: (name: string) => `It is now a task of ${name}`,
  same: (name: string) => `It was a task of ${name} already`,
  decided: 'It is decided or done already',
  named: 'A decision names the second person, so no one else can do it',
  notTold: 'We could not email them. Tell them yourself',
} as const;

export const releaseWords = {
  what: 'Release it: it is a referral',
  whatAll: 'Release them: they are referrals',
  lead: ['It goes on as every referral does, from its check. Until now no one outside our team heard of it.', UNDO],
  reason: 'How do you know that it is a referral?',
  hint: 'For example, we rang the surgery, and they had sent it. The team can read this.',
  missing: 'Enter how you know that it is a referral',
  all: many('Release this referral', (n) => `Release these ${n} referrals`),
  done: (n: number, of: number) => `${n} of ${of} released`,
} as const satisfies ActWords;

export const duplicateWords = {
  what: 'Mark it as a duplicate',
  lead: ['This referral ends, and the other one goes on. Read both first. We tell the referrer.', UNDO],
  reason: 'How do you know that it is the same child?',
  hint: 'For the record and the team. We do not show it to the referrer or the family.',
  missing: 'Enter how you know that it is the same child',
  all: () => 'Mark it as a duplicate',
  done: (n: number, of: number) => `${n} of ${of} marked`,
  other: 'Which referral goes on for this child?',
  otherMissing: 'Select the referral that goes on',
  notRead: 'Nothing was recorded. Open both referrals and read them first, then mark it',
  notAlike: 'No other referral looks like it, so it cannot be marked. Ask the team to compare them',
} as const;

export const decisionResults = {
  did: 'Recorded. It counts in 5 minutes, and until then you can take it back here',
  same: 'It was decided so already',
  other: 'Someone decided otherwise. Read the history below',
  notAsked: 'You are not among those who are asked. Give the task to yourself first',
  closed: 'Nothing is left to decide',
} as const;

export const undoWords = {
  what: 'Take back the decision that was recorded',
  lead: ['The task is open again for everyone who was asked. No one outside was told.'],
  reason: '',
  hint: '',
  missing: '',
  all: () => 'Take it back',
  done: (n: number, of: number) => `${n} of ${of} taken back`,
  did: 'The decision is taken back, and the task is open again',
  same: 'No decision is waiting. It was taken back already',
  late: 'It counts already and cannot be taken back',
  other: 'Someone decided anew. Read the history below',
  notYours: 'Only who decided or is asked to decide can take it back',
} as const;
