import type { ToldFault } from '#application/todos/told-command.ts';
import type { Case } from '#domain/case/case.ts';
import { endedOverAge } from '#domain/case/ended-as.ts';
import { isReturned } from '#domain/case/tell-family.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { dayFaultWords } from '../../components/entered-on.ts';

export const toldPageWords = {
  title: 'Tell the family',
  owed: 'Tell the family, and record when you told them',
  record: 'Record that the family was told',
  notWritten:
    'We have not written to the family about this. First check who may be told. Tell them in the way that is safe and suits them best.',
  inPart:
    'We write to each parent or carer where that is safe. First check who else may be told. Tell the others in the way that is safe and suits them best.',
} as const;

/** What happens when it is not recorded. */
export function afterTenDays(theCase: Case): string {
  return isReturned(theCase)
    ? 'If you do not send it again or record this within 10 working days, we will email or post a letter to the family where that is safe. Where it is not, we will ask our team to tell them.'
    : 'If you do not record it within 10 working days, we will ask our team to tell the family.';
}

/** How a referrer can have told a family. */
export const toldByReferrer = [
  { value: 'IN_PERSON', label: 'In person' },
  { value: 'BY_PHONE', label: 'By phone' },
  { value: 'IN_WRITING', label: 'In writing, in a way that is safe' },
] as const;

const news: ReadonlyMap<string, string> = new Map([
  ['WITHDRAWN', 'I have withdrawn the referral, so the service has stopped work on it.'],
  [
    'REDIRECTED',
    'Portage cannot offer support, and another service may fit better. Nothing is shared unless you agree.',
  ],
  ['OUT_OF_SCOPE', 'Portage is for younger children. The school’s SENDCo is the person to talk to first.'],
  ['NOT_ACCEPTED', 'The referral was not complete, so Portage could not accept it. I can send it again with you.'],
]);
const DECLINED = 'Portage cannot offer support at the moment. I can tell you why, and what else may help.';

/** A text that the referrer can pass on, by how the referral ended; a paragraph each. */
export function newsFor(
  theCase: Pick<Case, 'status' | 'outcome'>,
  { serviceName, contact }: Pick<ServiceConfig, 'serviceName' | 'contact'>,
) {
  return [
    `I sent a referral to ${serviceName} with your agreement.`,
    news.get(theCase.status) ?? DECLINED,
    `You can ask them any question on ${contact.phone} (${contact.hours}).`,
    ...(endedOverAge(theCase) ? [] : ['You can ask me for another referral if something changes.']),
  ];
}

export const toldWords = {
  HOW_MISSING: 'Select how you told the family',
  DATE_MISSING: 'Enter the date on which you told the family',
  ...dayFaultWords,
  DATE_TOO_EARLY: 'Date must be on or after the day you referred the child',
  WORDS_MISSING: 'Open the link in our last email again',
  REASON_MISSING: 'Open the link in our last email again',
  WORDS_TOO_LONG: 'Open the link in our last email again',
  WORDS_UNPRINTABLE: 'Open the link in our last email again',
} as const satisfies CommandWords<ToldFault>;
