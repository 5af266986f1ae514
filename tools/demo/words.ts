import type { DuplicateOutcome, TriageOutcome } from '#domain/case/codes.ts';
import type { Refused, Status } from './api.ts';
import type { SampleReferral } from './sample/sample.ts';

const outcomes: Record<TriageOutcome | DuplicateOutcome, string> = {
  ACCEPT_INITIAL_ASSESSMENT: 'accept, and offer an initial assessment',
  INVITE_GROUP: 'invite to the Portage group',
  INVITE_LITTLE_TREASURES: 'invite to Little Treasures',
  REQUEST_INFORMATION: 'ask the referrer for more information',
  REDIRECT: 'redirect to another service',
  DECLINE: 'do not accept',
  DEFER_TO_MEETING: 'leave it until the next meeting',
  NOT_A_DUPLICATE: 'not a duplicate',
  CONFIRMED_DUPLICATE: 'the same child, so the other referral continues',
};

export function outcomeInWords(outcome: TriageOutcome | DuplicateOutcome): string {
  return outcomes[outcome];
}

const pathways = {
  INITIAL_ASSESSMENT: 'Initial assessment',
  HOME_VISITING: 'Home visiting',
  PORTAGE_GROUP: 'Portage group',
  LITTLE_TREASURES: 'Little Treasures',
};

export function listInWords({ pathway, locality }: { pathway: keyof typeof pathways; locality: string }): string {
  return `${pathways[pathway]}, ${locality}`;
}

const reasons: Readonly<Record<string, string>> = {
  NO_ASSESSMENT_EVIDENCE_INCLUDED: 'it came without evidence of the child’s development',
  PARENT_DOES_NOT_AGREE: 'the parents or carers do not agree',
  AGE_OVER_3_0: 'the child is over 3, so the advisory teachers can help',
  AGE_BEYOND_RECEPTION: 'the child is past Reception',
};

const listed: Readonly<Record<string, string>> = {
  ACCEPT_INITIAL_ASSESSMENT: ' for an initial assessment',
  INVITE_GROUP: ' for the Portage group',
  INVITE_LITTLE_TREASURES: ' for Little Treasures',
};

/** What happened, for people; undefined for steps that only the machine cares about. */
export function eventInWords(event: string, { body, documents }: SampleReferral, now: Status): string | undefined {
  switch (event) {
    case 'RECEIVED': {
      const count = documents.length === 1 ? '1 document' : `${documents.length || 'no'} documents`;
      return `Received from a ${codeInWords(body.referrer.role)} with ${count}`;
    }
    case 'CHECKED':
      return 'Checked: no published rule stops it, so the triage team decides';
    case 'STOPPED':
      return `Stopped by a published rule: ${now.reasons.map((code) => reasons[code] ?? codeInWords(code)).join('; ')}`;
    case 'HELD_AS_POSSIBLE_DUPLICATE':
      return 'On hold: an open referral has the same NHS number and date of birth';
    case 'REMINDER_DUE':
      return 'No one has decided yet, so a reminder is due';
    case 'DECISION_SETTLED':
      return 'The decision takes effect. No one can undo it now';
    case 'REFERRER_DID_NOT_ANSWER':
      return 'The referrer did not answer in time, so it goes back to the team';
    case 'LISTED':
      return `On the waiting list${listed[now.outcome ?? ''] ?? ''}`;
    case 'NOTICE_NEEDS_A_PERSON':
      return 'We cannot email the family, so someone needs to tell them in person';
    case 'NOTICE_FAILED':
      return 'We could not send an email';
    case 'PARKED':
      return 'Set aside for an operator to check';
    default:
      return undefined;
  }
}

/** What the sender is told when nothing was stored. */
export function refusalInWords({ code, problems, emergencyNumbers }: Refused): string {
  if (emergencyNumbers.length > 0) {
    const numbers = emergencyNumbers.map(({ label, number }) => `${label} ${number}`).join(', ');
    return `Nothing is stored. The sender must call: ${numbers}`;
  }
  return `Nothing is stored. ${problems.map(({ message }) => message).join(' ') || codeInWords(code)}`;
}

function codeInWords(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ').replace('sendco', 'SENDCo').replace(/^gp$/, 'GP');
}
