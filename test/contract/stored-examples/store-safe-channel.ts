import type { Case } from '#domain/case/case.ts';
import { contactRecorded, mayHearRecorded } from '#domain/case/corrected.ts';
import { channelConfirmed, channelRecorded } from '#domain/case/safe-channel.ts';
import { personActor } from '#domain/people/actor.ts';

const moment = { now: '2026-10-05T09:00:00.000Z', policyVersion: 1 };
const by = personActor('pat', 'Pat', 'Manager');
const found = { by, reason: 'She told us' };
const told = { agreed: [{ name: 'C. Council', role: 'Social worker' }], told: [{ place: 0 }] };
const contact = { place: 0, channel: 'EMAIL', value: 'new@example.org' } as const;
const channel = { id: '00ff00ff00ff00ff', place: 0, channel: 'EMAIL', untilOn: '2026-12-24', basis: '00ff' } as const;

/** Each step by which staff make it safe to write to an adult, under the name of its example. */
export const stepsToSafety: readonly (readonly [string, (theCase: Case) => Case | undefined])[] = [
  ['may-hear-recorded', (theCase) => mayHearRecorded(theCase, moment, { ...found, ...told })],
  ['contact-recorded', (theCase) => contactRecorded(theCase, moment, { ...found, ...contact })],
  ['safe-channel-recorded', (theCase) => channelRecorded(theCase, moment, { ...found, ...channel })],
  [
    'safe-channel-confirmed',
    (theCase) => channelConfirmed(theCase, moment, channel.id, personActor('sam', 'Sam', 'Practitioner')),
  ],
];
