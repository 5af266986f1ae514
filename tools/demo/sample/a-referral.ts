import { type Area, sogsAreas } from '#domain/referral/codes.ts';
import type { Document, SampleReferral } from './sample.ts';

type Body = SampleReferral['body'];

export const ASSESSED_ON = '2026-09-10';

/** The meetings of the triage team (wall clock in London). */
export const FIRST_MEETING = '2026-09-24T14:00';
export const NEXT_MEETING = '2026-10-01T14:00';

/** All nine areas, at the age of a child of two unless given otherwise. */
export function assessed(months: Partial<Record<Area, number>>): Body['assessments'] {
  return sogsAreas.map((area) => {
    return { area, developmentalAgeMonths: months[area] ?? 24, tool: 'SOGS', assessedOn: ASSESSED_ON };
  });
}

const roles = ['HEALTH_VISITOR', 'NURSERY_SENDCO', 'GP', 'PAEDIATRICIAN', 'PHYSIOTHERAPIST'] as const;

/**
 * A whole referral of a child of two with no need yet, sent by referrer number `n`: every sample referral says only how it
 * differs. All people are fictional; numbers and addresses are from ranges that no one has.
 */
export function aReferral(
  n: number,
  role: (typeof roles)[number],
  child: Body['child'],
  differs: Partial<Body> = {},
): Body {
  const two = String(n).padStart(2, '0');
  return {
    child,
    referrer: {
      role,
      name: `Referrer ${n} (fictional)`,
      email: `referrer${two}@example.org`,
      phone: `01632 9600${two}`,
    },
    family: {
      parents: [
        {
          name: `Parent ${n} (fictional)`,
          relationship: 'mother',
          email: `parent${two}@example.org`,
          phone: `01632 9601${two}`,
        },
      ],
    },
    locality: 'Taunton',
    postcode: 'TA1 9ZZ',
    diagnosis: null,
    physicalDevelopmentSignificantlyAffected: false,
    immediateRisk: false,
    assessments: assessed({}),
    otherInterventions: [],
    settingHoursPerWeek: 0,
    consent: { parentAgreesToReferral: true, parentUnderstandsAims: true },
    availability: { weeklyHomeVisits: true },
    ...differs,
  };
}

const dated = ASSESSED_ON;

/** The files of tools/demo/files, each as what it is. */
export const documents = {
  growingSkills: {
    file: 'growing-skills-record.pdf',
    item: { type: 'SOGS', title: 'Schedule of Growing Skills record', dated, author: 'Health visitor (fictional)' },
  },
  questionnaire: {
    file: 'questionnaire-scores.png',
    item: { type: 'ASQ3', title: 'Ages and Stages Questionnaire', dated, author: 'Health visitor (fictional)' },
  },
  journal: {
    file: 'developmental-journal.docx',
    item: { type: 'DEVELOPMENTAL_JOURNAL', title: 'Journal: summary', dated, author: 'Nursery SENDCo (fictional)' },
  },
  letter: {
    file: 'paediatric-letter.pdf',
    item: {
      type: 'PAEDIATRICIAN_LETTER',
      title: 'Clinic letter',
      dated: '2026-09-03',
      author: 'Paediatrician (fictional)',
    },
  },
  physiotherapy: {
    file: 'physiotherapy-report.jpg',
    item: { type: 'THERAPY_REPORT', title: 'Physiotherapy report', dated: '2026-09-07' },
  },
} as const satisfies Record<string, Document>;
