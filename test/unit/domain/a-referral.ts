import type * as z from 'zod';
import type { Referral, referralSchema } from '#domain/referral/schema.ts';

/** A referral as it is sent. */
export type Sent = z.input<typeof referralSchema>;

/** An assessment by SOGS: the area, the developmental age and the day. */
export function scored(
  area: Referral['assessments'][number]['area'],
  developmentalAgeMonths: number,
  assessedOn: string,
) {
  return { area, developmentalAgeMonths, tool: 'SOGS', assessedOn };
}

/**
 * A referral that passes every rule on 2026-09-24 with nothing to note: born 2024-09-10, two of nine areas at half the age
 * of 24 months. Each test replaces what it is about.
 */
export function aReferral(changes: Partial<Sent> = {}): Sent {
  return {
    child: {
      firstName: 'Poppy',
      lastName: 'Testerfield',
      dob: '2024-09-10',
      nhsNumber: '9990007314',
      gestationWeeks: 40,
    },
    referrer: { role: 'HEALTH_VISITOR', name: 'A. Referrer', email: 'referrer01@example.org', phone: '01632 960001' },
    family: { parents: [{ name: 'Parent 01', email: 'parent01@example.org' }] },
    locality: 'Taunton',
    postcode: 'TA1 9ZZ',
    diagnosis: null,
    physicalDevelopmentSignificantlyAffected: false,
    immediateRisk: false,
    assessments: nineAreas('2026-09-10', 2),
    evidence: [{ type: 'SOGS', title: 'Schedule of Growing Skills record form' }],
    otherInterventions: [],
    settingHoursPerWeek: 0,
    consent: { parentAgreesToReferral: true, parentUnderstandsAims: true },
    availability: { weeklyHomeVisits: true },
    ...changes,
  };
}

/** All nine areas on one day for a child of 24 months: the last `met` of them at 12 months, the others at 24. */
export function nineAreas(on: string, met: number) {
  const areas = [
    'passive_posture',
    'active_posture',
    'locomotor',
    'visual',
    'hearing_and_language',
    'self_care_social',
    'speech_and_language',
    'interactive_social',
    'manipulative',
  ] as const;
  return areas.map((area, i) => scored(area, i >= areas.length - met ? 12 : 24, on));
}
