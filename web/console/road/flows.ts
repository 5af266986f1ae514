// Drawn from the synthesised state machines by `npm run draw-flow`; a test fails when it is not current.
import type { FlowState } from './drawing.ts';

/** The states of each machine, in the order of its road. */
export const flows: Readonly<Record<string, readonly FlowState[]>> = {
  intake: [
    {
      name: 'Validate the stored referral',
      is: 'STEP',
      code: 'VALIDATE',
    },
    {
      name: 'Decide what happens next',
      is: 'CHOICE',
    },
    {
      name: 'Check the referral against the rules',
      is: 'STEP',
      code: 'CHECK',
    },
    {
      name: 'Park the case for an operator',
      is: 'STEP',
      code: '',
    },
    {
      name: 'Wait for a person to say whether it is a referral',
      is: 'WAIT',
      code: 'QUARANTINE',
    },
    {
      name: 'Remind people who are waited for',
      is: 'STEP',
    },
    {
      name: 'Wait for a person to look at a possible duplicate',
      is: 'WAIT',
      code: 'HOLD',
    },
    {
      name: 'Wait for the referrer to answer',
      is: 'WAIT',
      code: 'ASK_REFERRER',
    },
    {
      name: 'Wait for the triage team',
      is: 'WAIT',
      code: 'TRIAGE',
    },
    {
      name: 'Put the child on the list',
      is: 'STEP',
      code: 'LIST',
    },
    {
      name: 'Tell everyone',
      is: 'STEP',
      code: 'NOTIFY',
    },
    {
      name: 'The case could not even be parked',
      is: 'END',
    },
    {
      name: 'Nothing is left to do',
      is: 'END',
      code: 'DONE',
    },
  ],
  support: [
    {
      name: 'Look at where the offer stands',
      is: 'STEP',
    },
    {
      name: 'Wait for the family to answer the offer',
      is: 'WAIT',
      code: 'OFFER',
    },
    {
      name: 'Decide what follows the offer',
      is: 'CHOICE',
    },
    {
      name: 'Wait for support to begin',
      is: 'WAIT',
      code: 'BEGIN',
    },
    {
      name: 'Park the support for an operator',
      is: 'STEP',
      code: '',
    },
    {
      name: 'Wait for the visits to end',
      is: 'WAIT',
      code: 'BLOCK',
    },
    {
      name: 'Wait for the manager to decide further visits',
      is: 'WAIT',
      code: 'EXTENSION',
    },
    {
      name: 'Tell everyone how the offer went',
      is: 'STEP',
      code: 'NOTIFY',
    },
    {
      name: 'The support could not even be parked',
      is: 'END',
    },
    {
      name: 'Nothing is left to do for this offer',
      is: 'END',
      code: 'DONE',
    },
    {
      name: 'A fresh execution continues',
      is: 'END',
      code: 'HANDED_ON',
    },
  ],
};
