import type { JointAgreedFault } from '#application/joint/agree-joint.ts';
import type { JointDecidedFault } from '#application/joint/decide-joint.ts';
import type { JointHow, JointView } from '#domain/case/joint-shape.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { dayFaultWords } from '../../components/entered-on.ts';

/** Words of the page on which staff record what is decided together with other services. */
export const jointWords = {
  title: (reference: string) => `Little Treasures together: referral ${reference}`,
  link: 'Decide on Little Treasures with other services',
  services: 'Services that decide with us',
  noServices:
    'Little Treasures is decided with SEND Support and Physiotherapy. Nothing can be shared until the settings name both.',
  settings: 'Set the services',
  agreeTitle: 'Record that the parents agree',
  agreeLead:
    'Ask them first. Tell them which services will read the referral, and why. Without their agreement we share nothing.',
  who: 'Who agreed?',
  someoneElse: 'Someone else with parental responsibility',
  numbered: (n: number) => `Parent or carer ${n}`,
  name: 'Name of someone else',
  nameHint: 'Only if you selected someone else',
  role: 'Role of someone else',
  roleHint: 'For example, social worker of the council',
  how: 'How did they tell us?',
  on: 'On which day?',
  onHint: 'For example, 27 9 2026',
  agreeButton: 'Share the referral with these services',
  agreed: (who: string, how: string, on: string) => `${who} agreed ${how} on ${on}.`,
  enteredBy: (who: string) => `Entered by ${who}.`,
  chase: (days: number) =>
    `If a service has not answered after ${days} working days, we remind it once and tell the service manager.`,
  chased: (on: string) => `We reminded the services that had not answered on ${on}. We do not remind them again.`,
  undelivered: 'An email to one of these services could not be delivered. Call that service.',
  notOpened: 'has not opened the referral yet',
  opened: (on: string) => `opened the referral on ${on} and has not answered yet`,
  view: (what: string, who: string, on: string) => `${what}. ${who}, on ${on}.`,
  phoned: (who: string, on: string) => `Did not answer by link. ${who} said on the phone, as entered on ${on}:`,
  decideTitle: 'Record what you decided together',
  phonedName: (service: string) => `Who did you speak to in ${service}?`,
  phonedSaid: (service: string) => `What did ${service} say on the phone?`,
  phonedHint: 'We keep this with the referral, with your name',
  viewChanged:
    'A service changed its view since you opened this page. Nothing was saved. Read the views, then decide again.',
  isYes: 'Is the child offered a place in Little Treasures?',
  yes: 'Yes, when a place is free',
  no: 'No',
  took: 'Who took part?',
  tookHint: 'Names and roles, also those who were on the phone',
  reason: 'Why?',
  reasonHint: 'Our team reads this in the record. We do not send it to anyone.',
  decideButton: 'Record the decision and close the links',
  managerOnly: 'Only the service manager records the decision.',
  stopTitle: 'If the parents no longer agree',
  stopButton: 'Stop sharing now',
  decided: (isYes: boolean, by: string, at: string) =>
    `Decided together: ${isYes ? 'yes' : 'no'}. Entered by ${by} on ${at}.`,
  tookPart: 'Took part',
  why: 'Why',
  withdrawn: (by: string, at: string) =>
    `The parents no longer agree. The links were closed on ${at}, as ${by} entered. No place is offered.`,
  left: (on: string) =>
    `The child has not waited for Little Treasures since ${on}. The links were closed, and we emailed the services so.`,
  again: 'If the parents agree, you can share it again.',
  done: 'Saved.',
  same: 'Nothing was changed. Someone was faster, or it stood already.',
  record: 'Read the referral',
} as const;

export const howChoices: readonly { readonly value: JointHow; readonly label: string }[] = [
  { value: 'PHONE', label: 'On the phone' },
  { value: 'IN_PERSON', label: 'In person' },
  { value: 'WRITTEN', label: 'In writing' },
];

const hows: ReadonlyMap<string, string> = new Map<JointHow, string>([
  ['PHONE', 'on the phone'],
  ['IN_PERSON', 'in person'],
  ['WRITTEN', 'in writing'],
]);

/** How the parents agreed, within a sentence. */
export function howInWords(how: string): string {
  return hows.get(how) ?? '';
}

const views: ReadonlyMap<string, string> = new Map<JointView, string>([
  ['AGREE', 'Little Treasures is right for this child'],
  ['NOT_THIS_CHILD', 'Little Treasures is not right for this child'],
  ['TALK', 'They want to talk about it first'],
]);

/** What a service said of the child. */
export function viewInWords(what: string): string {
  return views.get(what) ?? what;
}

export const jointAgreedFaultWords: CommandWords<JointAgreedFault> = {
  WHO_MISSING: 'Select who agreed',
  NO_RESPONSIBILITY: 'Select someone with parental responsibility. The record says that this adult has none',
  OTHERS_DECIDE:
    'The council looks after this child, or there is a child protection plan. First record who may be told, or select someone else',
  NAME_MISSING: 'Enter the name of who agreed',
  ROLE_MISSING: 'Enter the role of who agreed',
  SOMEONE_TOO_LONG: ({ limit }) => `Name and role must be ${limit} characters or fewer`,
  SOMEONE_UNPRINTABLE: 'Enter it again without characters that we cannot show',
  HOW_MISSING: 'Select how they told us',
  DATE_MISSING: 'Enter the day on which they agreed',
  DATE_TOO_EARLY: 'Date must be on or after the day of the referral',
  ...dayFaultWords,
};

export const jointDecidedFaultWords: CommandWords<JointDecidedFault> = {
  ANSWER_MISSING: 'Select yes if the child is offered a place',
  REASON_MISSING: 'Enter why',
  REASON_TOO_LONG: ({ limit }) => `The reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
  TOOK_MISSING: 'Enter who took part',
  TOOK_TOO_LONG: ({ limit }) => `Who took part must be ${limit} characters or fewer`,
  TOOK_UNPRINTABLE: 'Enter who took part again without characters that we cannot show',
  PHONED_MISSING: 'Enter who you spoke to on the phone. This service has not answered',
  PHONED_TOO_LONG: ({ limit }) => `The name must be ${limit} characters or fewer`,
  PHONED_UNPRINTABLE: 'Enter the name again without characters that we cannot show',
  SAID_MISSING: 'Enter what they said on the phone',
  SAID_TOO_LONG: ({ limit }) => `What they said must be ${limit} characters or fewer`,
  SAID_UNPRINTABLE: 'Enter what they said again without characters that we cannot show',
};
