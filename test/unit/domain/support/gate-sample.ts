import { closingGateSchema } from '#domain/support/closing-gate.ts';

/** Everything that the closing gate asks for, as it is typed. */
export const gateAnswers = {
  channels: ['PHONE', 'LETTER'],
  ...{ met: 'yes', referrerTold: 'yes', visitorTold: 'yes', gateName: 'Pat Green' },
  safeguarding: 'The health visitor saw the child last week and has no concern',
} as const;

/** What passed the gate. */
export const aGate = closingGateSchema.parse({ ...gateAnswers, channels: ['PHONE', 'LETTER'], isReached: false });
