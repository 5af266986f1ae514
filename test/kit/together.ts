import type { DecisionContext } from '#application/triage/decision-context.ts';

/** A triage meeting, long enough ago for the clock of every test. */
export const together = { meetingOn: '2026-01-05', present: 'Bo Harper, Kit Lowell' } as const;

/** What a decision against a child needs as well; the service is for a redirect alone, the risk for a question. */
export const against = {
  ...together,
  ...{ criterion: 'DELAY', service: 'OTHER', serviceName: 'Toneway hub', risk: 'None known' },
} as const;

/** What a decision is held against on the day of most tests: the checks found the criteria met, and there is no calendar. */
export const held: DecisionContext = {
  ...{
    recommendation: 'ELIGIBLE',
    suggestedBand: 2,
    today: '2026-09-24',
    meetings: [],
    toCome: [],
    nextMeeting: undefined,
    services: [],
    acceptOutsideMeeting: true,
    isUnanswered: false,
  },
  seconds: [
    { roles: ['TRIAGER'], leave: [], isActive: true, id: 'sam', name: 'Sam Field', mailbox: 'sam@example.org' },
    { roles: ['TRIAGER'], leave: [], isActive: true, id: 'alex', name: 'Alex Meadow', mailbox: 'alex@example.org' },
  ],
};
