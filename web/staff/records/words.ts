/** Words of the records that are read in the staff area. */
export const recordsWords = {
  title: 'Find a referral',
  openings: 'Records that operators opened',
  find: 'Find',
  label: 'Reference',
  hint: 'For example, 7K3M9QPX2WA. You find it in every email about the referral.',
  wrong: 'Enter a reference with 11 letters and numbers',
  record: (reference: string) => `Referral ${reference}`,
  task: 'Task',
  decisions: 'Decisions',
  service: 'Service',
  question: 'Question to the referrer',
  message: 'Message for the referrer and the family',
  reason: 'Reason',
  noReason: 'None given',
  decider: 'Decided by',
  when: 'When',
  notForAppraisal: 'It shows families that people decide. No one may use it to judge the work of a colleague.',
  others: 'Other referrals for this child',
  same: (reference: string) => `Referral ${reference}: it may be for the same child`,
  joined: (reference: string) => `Referral ${reference}: joined to this one`,
  hiddenTitle: 'You cannot read this',
  hidden:
    'There is a safety concern in this family. So auditors and operators do not see how to contact them, where they are, the documents or what the referrer wrote. If you need it, ask the service manager.',
  lost: 'We cannot show this referral. Ask an operator to check it.',
} as const;

/** Words about a referral that another service may read. */
export const sharedWords = {
  title: 'Shared with another service',
  agreed: (service: string, on: string) =>
    `The referrer confirmed on ${on} that the parents agree to share it with the ${service}.`,
  sending: 'We are emailing that service a link to the referral.',
  unopened: (on: string) => `No one there has opened it yet. We will remind them on ${on}.`,
  chased: (on: string) =>
    `No one there had opened it by ${on}, so we reminded them and told the referrer. We do not remind them again.`,
  opened: (on: string) => `Someone there opened it on ${on}.`,
  undelivered:
    'Our email to that service could not be delivered. Make sure that the referral reaches them another way.',
} as const;

/** What is next for a child, at the top of the record. */
export const nextStepWords = {
  place: (nth: string, list: string, target: string) => `${nth} on the waiting list: ${list}. Target date: ${target}`,
  offer: (state: string) => `Offer of a place: ${state}`,
  jointToAgree: 'Little Treasures: ask the parents if we may share the referral with the services that decide with us',
  jointWaits: (silent: number) =>
    silent === 1
      ? 'Little Treasures: 1 service has not answered'
      : `Little Treasures: ${silent} services have not answered`,
  jointAnswered: 'Little Treasures: every service has answered. The service manager records the decision',
  jointYes: 'Little Treasures: decided together, yes',
  jointNo: 'Little Treasures: decided together, no',
  toBook: 'Initial assessment: not booked yet',
  booked: (when: string, who: string) => `Initial assessment: ${when}, with ${who}`,
  toRecord: (when: string, who: string) => `Initial assessment: to record. It was booked for ${when}, with ${who}`,
  asked: 'Initial assessment: missed. The service manager decides what happens next',
  done: (on: string) => `Initial assessment: done on ${on}`,
  noneNow: 'Initial assessment: none is needed now',
} as const;
